"""The article below the marks: which characters of the text are its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.syntax.cells import Kind
from argmap.syntax.units import Unit
from argmap.text import EOL, Span

_ONE_OR_TWO = re.compile(r"(?:\r\n|\r|\n){1,2}")
_TAIL = re.compile(r"(?:\r\n|\r(?!\n)|\n)?(?:\r\n|\r|\n)\Z")


def removed(units: Sequence[Unit]) -> list[Span]:
    """The ranges of the text that are not the article's, in order and disjoint.

    Front matter goes with the two line ends after it (its unit holds them). A map block goes
    with the two line ends before it, not with its last line's own; where none are left before
    it, with the two after it.
    """
    found: list[Span] = []
    at = 0
    index = 0
    text_before = ""
    while index < len(units):
        unit = units[index]
        if unit.is_map:
            end = index
            length = 0
            while end < len(units) and units[end].is_map:
                length += len(units[end].source)
                end += 1
            found.append(_block(units, end, at, length, text_before, found))
            at += length
            index = end
            text_before = _own_end(units[end - 1])
            continue
        if unit.cells[0].kind is Kind.FRONT:
            found.append(Span(at, at + len(unit.source)))
            text_before = ""
        else:
            found += (span.shift(at) for span in unit.removed)
            text_before = (text_before + unit.source)[-4:]
        at += len(unit.source)
        index += 1
    return _disjoint(found)


def _block(
    units: Sequence[Unit],
    end: int,
    at: int,
    length: int,
    before: str,
    found: Sequence[Span],
) -> Span:
    """The range that a map block removes; `before` is article text that ends where it starts."""
    taken = found[-1].end if found else 0
    room = before[-(at - taken) :] if at > taken else ""
    tail = _TAIL.search(room)
    own_end = _own_end(units[end - 1])
    bare = at + length - len(own_end)
    if tail:
        return Span(at - len(tail.group()), bare)
    after = own_end + (units[end].source if end < len(units) else "")
    ends = _ONE_OR_TWO.match(after)
    return Span(at, bare + (ends.end() if ends else 0))


def _own_end(unit: Unit) -> str:
    """The line end of the last line of a unit."""
    last = unit.cells[-1].source
    found = EOL.search(last, len(last.rstrip("\r\n")))
    return found.group() if found else ""


def _disjoint(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
