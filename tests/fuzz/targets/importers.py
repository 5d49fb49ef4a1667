"""Any text is a map of the format that it says it is of, or refused with a message.

The first line of an input names the format; where it names none, the content tells it, or else
the line's checksum. Behind a NUL stands the companion.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from argmap import formats
from argmap.cli import importing
from argmap.document import Document
from argmap.edits.dangling import CODES
from argmap.formats.carrying import give, take
from argmap.formats.detecting import detect
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed
from argmap.strictyaml import YamlFault

from . import articles


def readers() -> list[str]:
    """All formats that are read, those of other packages too."""
    own = [name for name, one in formats.FORMATS.items() if one.reads]
    more = [name for name in formats.plugged() if hasattr(formats.by_name(name), "read")]
    return sorted({*own, *more})


WORDS = (
    *(f"{name}\n".encode() for name in readers()),
    *b'{|}|[|]|"|:|,|null|true|1e400|-1|<|>|/>|&amp;|<!--|]]>|\t|\n|\r\n|\0'.split(b"|"),
    *b'"nodes":|"edges":|"nodeID":|"text":|"type":|"id":|#|->|+>|<+|_>|- |+ |(1)|[a]: '.split(b"|"),
    *b'T1\t|R1\t|arg(a).|att(a,b).|p af 3'.split(b"|"),
)  # fmt: skip


AS_IT_WAS = {*CODES, "duplicate-id", "speaker-argues", "step-as-target"}
"""YAML and JSON give an article back as it was, with such faults if it had them."""


def seeds() -> Iterator[bytes]:
    """Maps of ours as each format writes them."""
    for text in articles():
        document = Document.of(text)
        for name in readers():
            if name not in formats.FORMATS or formats.FORMATS[name].writes:
                made = "\0".join(give(name, document).files.values())
                yield f"{name}\n{made}".encode("utf-8", "replace")


def run(data: bytes) -> None:
    head, _, rest = data.partition(b"\n")
    text, _, beside = rest.decode("utf-8", "replace").partition("\0")
    known = readers()
    name = head.decode("utf-8", "replace").strip()
    try:
        if name not in known:
            name = detect(text)
        if name not in known:
            name = known[zlib.crc32(head) % len(known)]
        got = take(name, Source("file", text, beside or None))
    except (Malformed, YamlFault) as fault:
        assert importing._message("file", text, fault)
        return
    document = Document.of(got.text)
    allowed = AS_IT_WAS if hasattr(formats.by_name(name), "load") else ()
    wrong = [fault for fault in document.diagnostics if fault.severity == "error"]
    assert not [fault for fault in wrong if fault.code not in allowed], got.text
    assert not got.report.unbalanced()
