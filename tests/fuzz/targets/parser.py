"""Any text is a Document, and after any edits one that is as if analysed afresh.

An input is a text, then behind each byte FF an edit: two bytes each for its start and its length,
and the new words.
"""

from __future__ import annotations

from collections.abc import Iterator

from dump import dump
from texts import ACTIVE

from argmap import rules
from argmap import text as texts
from argmap.document import Document
from argmap.syntax.escape import escape
from argmap.text import Span, TextEdit
from argmap.views.outline import outline

from . import articles

WORDS = (*(word.encode() for word in ACTIVE), b"\xff\0\x05\0\x01x", b"\xff\0\0\0\x20")


def seeds() -> Iterator[bytes]:
    for number, text in enumerate(articles()):
        yield text.encode()
        yield text.encode() + b"\xff" + bytes((0, number % 256, 0, 3)) + b"]{"


def run(data: bytes) -> None:
    first, *rest = data.split(b"\xff")
    text = first.decode("utf-8", "surrogateescape")
    assert Document.of(escape(text)).article == text
    document = Document.of(text)
    looked_at(document)
    for raw in rest[:4]:
        start = int.from_bytes(raw[:2], "big") % (len(document.text) + 1)
        end = min(len(document.text), start + int.from_bytes(raw[2:4], "big"))
        edit = TextEdit(Span(start, end), raw[4:].decode("utf-8", "surrogateescape"))
        after = document.edit([edit])
        assert after.text == texts.apply(document.text, [edit])
        assert dump(after) == dump(Document.of(after.text))
        document = after
    if rest:
        looked_at(document)


def looked_at(document: Document) -> None:
    """All that is told of an article can be told of any, and each fix can be made."""
    text = document.text
    assert "".join(unit.source for unit in document.units) == text
    fixes = []
    for fault in rules.check(document):
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        document.lines.place(fault.span.start)
        fixes += fault.fixes
    for fix in fixes[:20]:
        assert document.edit(fix.edits).article == document.article
    assert {row.claim for row in outline(document)} == {*document.map.claims}
