"""What an edit makes of the units of a text: only the lines it can reach are parsed anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from argmap.syntax.cells import AFTER, Kind, State, cut
from argmap.syntax.grouping import units as group
from argmap.syntax.units import Cell, Unit
from argmap.text import TextEdit


def recut(
    units: Sequence[Unit], starts: Sequence[int], text: str, edit: TextEdit
) -> tuple[int, int, list[Unit]]:
    """The units from `first` up to `last` that an edit changes, and those in their place.

    `text` is the text after the edit. Usually these are the units that it touches. Where a
    bracket has no partner among them, it may find one anywhere in its block, and where two blocks
    become one, brackets of both may: then the whole block is grouped again; the cells that the
    edit does not touch are still not parsed.
    """
    first = _first(units, starts, edit.span.start)
    last, cells = _cells(units, starts, text, edit, first, whole_block=False)
    fresh = group(cells)
    removed = units[first:last]
    joins = any(map(_blank, removed)) and not any(map(_blank, fresh))
    if joins or any(unit.unpaired for unit in (*removed, *fresh)):
        while first > 0 and not _blank(units[first - 1]):
            first -= 1
        last, cells = _cells(units, starts, text, edit, first, whole_block=True)
        fresh = group(cells, {unit.cells[0]: unit for unit in units[first:last]})
        return _trimmed(units, first, last, fresh)
    return first, last, fresh


def _trimmed(
    units: Sequence[Unit], first: int, last: int, fresh: list[Unit]
) -> tuple[int, int, list[Unit]]:
    """The same change without the units at both ends that stay what they are."""
    head = 0
    while head < min(last - first, len(fresh)) and units[first + head] is fresh[head]:
        head += 1
    tail = 0
    while (
        tail < min(last - first, len(fresh)) - head and units[last - 1 - tail] is fresh[-1 - tail]
    ):
        tail += 1
    return first + head, last - tail, fresh[head : len(fresh) - tail]


def _first(units: Sequence[Unit], starts: Sequence[int], at: int) -> int:
    """The first unit whose meaning may change when the text from `at` on does."""
    first = max(0, bisect_right(starts, max(0, at - 1)) - 1)
    if first and units[first - 1].is_map:
        first -= 1  # what follows an outline may become a bullet of it
    index = first
    while index > 0 and not _blank(units[index - 1]):
        index -= 1
        if units[index].unclosed:
            first = index
    return first


def _cells(
    units: Sequence[Unit],
    starts: Sequence[int],
    text: str,
    edit: TextEdit,
    first: int,
    *,
    whole_block: bool,
) -> tuple[int, list[Cell]]:
    """The cells of the new text from unit `first` on, up to where the old units go on."""
    (start, end), new = edit
    grown = len(new) - (end - start)
    known = _known(units, starts, first, end) if whole_block else {}
    state = _after(units, first)
    cells: list[Cell] = []
    for piece in cut(text, starts[first] if units else 0, state):
        back = piece.start - grown
        if back >= end and piece.start >= start + len(new):
            before = AFTER[cells[-1].kind] if cells else state
            index = bisect_left(starts, back)
            if (
                index < len(units)
                and starts[index] == back
                and _after(units, index) is before
                and (before is State.BLOCK or not whole_block)
            ):
                return index, cells
        old = known.get(piece.start if piece.end < start else back if back >= end else -1)
        size = piece.end - piece.start
        same = old and old.kind is piece.kind and len(old.source) == size
        cells.append(old if old and same else Cell.of(text, piece))
    return len(units), cells


def _known(
    units: Sequence[Unit], starts: Sequence[int], first: int, end: int
) -> Mapping[int, Cell]:
    """The old cells by offset, to the end of the block that the edit ends in."""
    known: dict[int, Cell] = {}
    for index in range(first, len(units)):
        if starts[index] > end and _blank(units[index]):
            break
        for offset, cell in zip(units[index].offsets, units[index].cells, strict=True):
            known[starts[index] + offset] = cell
    return known


def _blank(unit: Unit) -> bool:
    return unit.cells[0].kind in (Kind.BLANK, Kind.FRONT)


def _after(units: Sequence[Unit], index: int) -> State:
    return AFTER[units[index - 1].cells[-1].kind] if index else State.START
