"""The article below the marks: which characters of the text are its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from argmap.syntax.cells import Kind
from argmap.syntax.units import Unit
from argmap.text import EOL, Span

_ONE_OR_TWO = re.compile(r"(?:\r\n|\r|\n){1,2}")
_TAIL = re.compile(r"(?:\r\n|\r(?!\n)|\n)?(?:\r\n|\r|\n)\Z")


Cuts = Mapping[int, tuple[Span, ...]]


def cuts(text: str, units: Sequence[Unit], starts: Sequence[int]) -> Cuts:
    """What of a unit is not the article's, by the number of the unit and counted from its start,
    where that differs from the unit's own `removed`.

    Front matter goes with the two line ends after it (its unit holds them). A map block goes
    with the two line ends before it, not with its last line's own; where none are left before
    it, with the two after it.
    """
    found: dict[int, tuple[Span, ...]] = {}
    taken = 0
    if units and units[0].cells[0].kind is Kind.FRONT:
        taken = len(units[0].source)
        found[0] = (Span(0, taken),)
    end = 0
    for index in [number for number, unit in enumerate(units) if unit.is_map]:
        if index < end:
            continue
        end = index + 1
        while end < len(units) and units[end].is_map:
            end += 1
        block = _block(text, units, starts, index, end, taken)
        _share(block, units, starts, index, found)
        taken = block.end
    return found


def _block(
    text: str, units: Sequence[Unit], starts: Sequence[int], first: int, end: int, taken: int
) -> Span:
    """The range that a map block removes; `taken` is where one before it ended."""
    at = starts[first]
    last = units[end - 1]
    own_end = _own_end(last)
    bare = starts[end - 1] + len(last.source) - len(own_end)
    tail = _TAIL.search(_room(text, units, starts, first, taken))
    if tail:
        return Span(at - len(tail.group()), bare)
    ends = _ONE_OR_TWO.match(own_end + (units[end].source if end < len(units) else ""))
    return Span(at, bare + (ends.end() if ends else 0))


def _room(text: str, units: Sequence[Unit], starts: Sequence[int], first: int, taken: int) -> str:
    """The article's own characters directly before a unit, as many as can matter."""
    at = starts[first]
    low = max(taken, at - 4)
    number = first - 1
    while number >= 0 and starts[number] + len(units[number].source) > low:
        if units[number].removed:
            low = max(low, starts[number] + units[number].removed[-1].end)
        number -= 1
    return text[low:at]


def _share(
    block: Span, units: Sequence[Unit], starts: Sequence[int], first: int,
    found: dict[int, tuple[Span, ...]],
) -> None:  # fmt: skip
    """Gives each unit that a removed range touches its part of it."""
    number = first
    while number > 0 and starts[number] > block.start:
        number -= 1
    while number < len(units) and starts[number] < block.end:
        start, size = starts[number], len(units[number].source)
        part = Span(max(block.start - start, 0), min(block.end - start, size))
        before = found.get(number, units[number].removed)
        found[number] = tuple(joined(sorted([*before, part])))
        number += 1


def _own_end(unit: Unit) -> str:
    """The line end of the last line of a unit."""
    last = unit.cells[-1].source
    found = EOL.search(last, len(last.rstrip("\r\n")))
    return found.group() if found else ""


def joined(spans: Iterable[Span]) -> list[Span]:
    """Sorted ranges, with those that touch made one."""
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
