"""Lines put into map blocks and taken out of them; the article stays as it is."""

from __future__ import annotations

import re

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.model.values import Where
from argmap.text import Span, TextEdit, line_end, tail

_BEFORE = re.compile(r"(?:\r\n|\r(?!\n)|\n)?(?:\r\n|\r|\n)\Z")
_AFTER = re.compile(r"(?:\r\n|\r|\n){1,3}")


def line_added(document: Document, line: str) -> TextEdit:
    """A line at the end of the last map block if that ends the text; else a block of its own,
    before the article's trailing white space."""
    end = line_end(document.text)
    for unit in reversed(document.units):
        if unit.is_map:
            last = document.start(unit) + len(unit.source.rstrip("\r\n"))
            return TextEdit(Span(last, last), end + line)
        if unit.source.strip():
            break
    at = tail(document.text)
    first = document.text_offset(0)
    if at <= first and not document.article.strip():
        return TextEdit(Span(first, first), line + end + end)
    return TextEdit(Span(at, at), end + end + line)


def literal(text: str) -> str:
    """The text of a map line so that it reads back the same. Raises CannotEdit if it cannot."""
    flat = " ".join(text.split())
    if not flat:
        raise CannotEdit("a claim needs words")
    return re.sub(r"\\(?=[\[\]{}\\#])|[{}\[\]]|^#", lambda found: "\\" + found.group(), flat)


def line_removed(document: Document, where: Where) -> Span:
    """The range of a map line, with its line end; the whole block where it is the only line."""
    unit = where.unit
    start = document.start(unit)
    at = unit.lines[where.index][0]
    begin = start + at
    cell = next(c for o, c in zip(unit.offsets, unit.cells, strict=True) if o == at)
    end = begin + len(cell.source)
    if _alone(document, where):
        return _block_removed(document, begin, begin + len(cell.source.rstrip("\r\n")))
    if not cell.source.endswith(("\n", "\r")) or _last(document, where):
        back = len(document.text[:begin]) - len(document.text[:begin].rstrip("\r\n"))
        text = cell.source.rstrip("\r\n")
        step = 2 if document.text[begin - 2 : begin] == "\r\n" else 1
        return Span(begin - min(back, step), begin + len(text))
    return Span(begin, end)


def _block_removed(document: Document, begin: int, end: int) -> Span:
    """A block with the line ends that it owns: two before it, or where none are left two after."""
    before = _BEFORE.search(document.text[max(0, begin - 4) : begin])
    after = _AFTER.match(document.text, end)
    for span in (
        Span(begin - len(before.group()) if before else begin, end),
        Span(begin, after.end() if after else end),
        Span(begin, end),
    ):
        if document.edit([TextEdit(span, "")]).article == document.article:
            return span
    raise CannotEdit("this line cannot be taken out alone", "Change it in the source.")


def _block(document: Document, where: Where) -> tuple[int, int]:
    """The numbers of the first and the last unit of a map block."""
    units = document.units
    first = last = document.position(where.unit)
    while first and units[first - 1].is_map:
        first -= 1
    while last + 1 < len(units) and units[last + 1].is_map:
        last += 1
    return first, last


def _alone(document: Document, where: Where) -> bool:
    first, last = _block(document, where)
    return sum(len(unit.cells) for unit in document.units[first : last + 1]) == 1


def _last(document: Document, where: Where) -> bool:
    _, last = _block(document, where)
    unit = document.units[last]
    return unit is where.unit and where.index == len(unit.lines) - 1
