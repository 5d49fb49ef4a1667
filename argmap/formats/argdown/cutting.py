"""Cuts a bare Argdown text into cells: each a heading, an inference, or an entry with the lines
that go on from it. What a line begins tells the grammar; data at a cell's end is cut off."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from argmap.formats.argdown import grammar
from argmap.formats.argdown.bare import Bare
from argmap.text import EOL, Span

_END = re.compile(r"\\.|(?P<end>-{2,})|(?P<blank>(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|\Z))")
_ALONE = re.compile(r"[ \t]*(?:\[(?!-)[^\]\r\n]+\]|<(?!-)[^>\r\n]+>)[ \t]*\Z")


class Cell(NamedTuple):
    """`span` is what is parsed, `data` the braces of it, both in the bare text; `stray` is where
    other braces open that Argdown would take for data. `lead` says that a blank line or nothing
    stands before it, `crowded` that one is missing there."""

    start: str
    span: Span
    data: Span | None
    stray: tuple[int, ...]
    lead: bool
    crowded: bool


class Line(NamedTuple):
    """Without its line end, which is at `after`."""

    start: int
    end: int
    after: int


def cells(found: Bare) -> Iterator[Cell]:
    lines = list(_lines(found))
    number = 0
    lead = True
    while number < len(lines):
        line = lines[number]
        if not found.text[line.start : line.end].strip(" \t"):
            lead, number = True, number + 1
            continue
        kind, crowded = _begins(found.text, line, lead=lead) or ("plain", False)
        first, number = number, number + 1
        end = line.end
        if kind == "inference":
            closing = _inference_end(found, line)
            while closing and number < len(lines) and lines[number].start < closing:
                number += 1
            kind = kind if closing else "plain"
            end = lines[number - 1].end
        if kind != "inference":
            while number < len(lines) and _goes_on(found.text, lines[number]):
                number += 1
            end = lines[number - 1].end
        span = Span(lines[first].start, end)
        data = _data(found, span, kind)
        yield Cell(kind, span, data, _stray(found, span, data), lead, crowded)
        lead = False


def _lines(found: Bare) -> Iterator[Line]:
    """The lines; a line end within braces that may be data is none."""
    inside = iter(found.data)
    braces = next(inside, None)
    start = 0
    for eol in EOL.finditer(found.text):
        while braces and braces.end <= eol.start():
            braces = next(inside, None)
        if braces and braces.start < eol.start():
            continue
        yield Line(start, eol.start(), eol.end())
        start = eol.end()
    yield Line(start, len(found.text), len(found.text))


@cache
def _openers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    terminals = {
        "HASHES": "heading",
        "RULE": "inference",
        "NUMBER": "entry",
        "BULLET": "entry",
        "ITEM": "entry",
    }
    return tuple((start, grammar.pattern(name)) for name, start in terminals.items())


def _begins(text: str, line: Line, *, lead: bool) -> tuple[str, bool] | None:
    """What kind of cell a line begins, and whether a blank line is missing before it; None where
    it goes on from the line before."""
    for start, opener in _openers():
        if opener.match(text, line.start, line.end):
            return start, start == "heading" and not lead
    if lead:
        return "entry", False
    titled = any(
        grammar.pattern(name).match(text, line.start, line.end)
        for name in ("DEFINITION", "ARGUMENT")
    )
    if titled or _ALONE.match(text[line.start : line.end]):
        return "entry", True
    return None


def _goes_on(text: str, line: Line) -> bool:
    blank = not text[line.start : line.end].strip(" \t")
    return not blank and _begins(text, line, lead=False) is None


def _inference_end(found: Bare, line: Line) -> int:
    """Where the hyphens end that close an inference, before the next blank line; 0 if none do."""
    at = grammar.pattern("RULE").match(found.text, line.start)
    assert at
    start = at.end()
    for closing in _END.finditer(found.text, start):
        if closing["blank"] is not None:
            return 0
        if closing["end"] and not any(
            span.start < closing.start() < span.end for span in _around(found, closing.start())
        ):
            return closing.end()
    return 0


def _around(found: Bare, at: int) -> tuple[Span, ...]:
    """The braces that begin last before a place."""
    number = bisect_right(found.data, Span(at, at))
    return found.data[max(0, number - 1) : number]


def _data(found: Bare, span: Span, kind: str) -> Span | None:
    """The data of a cell: the last braces, with nothing behind them, or within an inference."""
    last = _around(found, span.end)
    if not last or last[0].start < span.start:
        return None
    rest = found.text[last[0].end : span.end].strip()
    fits = rest.lstrip("-") == "" if kind == "inference" else rest == ""
    return last[0] if fits else None


def _stray(found: Bare, span: Span, data: Span | None) -> tuple[int, ...]:
    first = bisect_left(found.data, Span(span.start, span.start))
    last = bisect_left(found.data, Span(span.end, span.end))
    return tuple(one.start for one in found.data[first:last] if one != data)
