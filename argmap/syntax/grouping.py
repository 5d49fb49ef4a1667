"""Groups cells into units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from argmap.syntax.cells import Kind
from argmap.syntax.units import Cell, Unit

ALONE = (Kind.BLANK, Kind.FRONT)


def units(cells: Sequence[Cell], known: Mapping[Cell, Unit] = MappingProxyType({})) -> list[Unit]:
    """The units of whole blocks of cells. Units of before, `known` by their first cell, stay
    the same where their cells do."""
    found: list[Unit] = []
    at = 0
    while at < len(cells):
        end = at + 1
        if cells[at].kind not in ALONE:
            while end < len(cells) and cells[end].kind not in ALONE:
                end += 1
        block = cells[at:end]
        groups = _outlines(block) if block[0].kind is Kind.MAP else _joined(block)
        found += (_unit(cells[at + start : at + stop], known) for start, stop in groups)
        at = end
    return found


def _outlines(block: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """A top line of a map block with all that follows up to the next one."""
    start = 0
    for index, cell in enumerate(block):
        top = cell.line is not None and cell.line.form in ("speaker", "claim", "relation")
        if top and index > start:
            yield start, index
            start = index
    yield start, len(block)


def _unit(cells: Sequence[Cell], known: Mapping[Cell, Unit]) -> Unit:
    old = known.get(cells[0])
    return old if old is not None and old.cells == tuple(cells) else Unit(cells)


def dangling(cell: Cell) -> list[tuple[bool, bool]]:
    """The brackets of a cell without a partner in it: (opens, closes a mark) each."""
    left: list[tuple[bool, bool]] = []
    for bracket in cell.prose.brackets:
        if not bracket.opens and left and left[-1][0]:
            left.pop()
        else:
            left.append((bracket.opens, bracket.head is not None))
    return left


def _joined(block: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Ranges of prose cells, joined where a mark begins in one and ends in another."""
    opened: list[int] = []
    joins: list[tuple[int, int]] = []
    for index, cell in enumerate(block):
        for opens, is_mark in dangling(cell) if cell.prose.brackets else ():
            if opens:
                opened.append(index)
            elif opened:
                first = opened.pop()
                if is_mark:
                    while joins and joins[-1][0] >= first:
                        joins.pop()
                    if joins and joins[-1][1] >= first:
                        first = joins.pop()[0]
                    joins.append((first, index))
    at = 0
    for first, last in joins:
        yield from ((index, index + 1) for index in range(at, first))
        yield first, last + 1
        at = last + 1
    yield from ((index, index + 1) for index in range(at, len(block)))
