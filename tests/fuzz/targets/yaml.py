"""Any text is read as YAML or refused, and what was read can be written and read again."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.carrying import give
from argmap.strictyaml import YamlFault, dump, load

from . import articles

WORDS = (
    *b": |- |? |#|\"|'|&a |*a|!!|<<: |{|}|[|]|,|>|null|~|  |\t|...|\\u0041|\\ud800".split(b"|"),
    *(b"|\n", b"---\n", b"%YAML 1.2\n"),
)


def seeds() -> Iterator[bytes]:
    for text in articles()[-12:]:
        yield from (made.encode() for made in give("yaml", Document.of(text)).files.values())
    yield b"a: [1, {b: \"c\\n\\x41\"}]\n? |\n  long\n: >-\n  folded\n  text\n'd': &x no\n"
    yield b"%YAML 1.1\n---\n- !!str a\n- *b\n...\n"


def run(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    try:
        value = load(text)
    except YamlFault as fault:
        lines = text.count("\n") + text.count("\r") + 2
        assert fault.message
        assert 0 <= fault.line <= lines
        assert str(fault).isprintable()
        return
    assert load(dump(value)) == value
