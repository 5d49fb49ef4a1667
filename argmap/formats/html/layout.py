"""Where the claims stand in the map: trees that grow to the right, on a page of a good shape.

It is our own, so that a page never wants for another program, is the same everywhere, and takes
time in proportion to the map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from argmap.formats.html.walk import Row

WIDTH, ACROSS, BETWEEN, APART = 270, 84, 14, 34
"""A box's width, the room between columns, between boxes and between trees, in units of the SVG."""
SHAPE = 1.3
"""Width to height of the page aimed at."""


class Box(NamedTuple):
    """A claim's place: its left upper corner and its height."""

    x: float
    y: float
    height: float

    @property
    def left(self) -> tuple[float, float]:
        return self.x, self.y + self.height / 2

    @property
    def right(self) -> tuple[float, float]:
        return self.x + WIDTH, self.y + self.height / 2


class Layout(NamedTuple):
    boxes: dict[str, Box]
    width: float
    height: float


class _Tree(NamedTuple):
    """Rows `start` to `end` of one root, with the columns and the height that they take."""

    start: int
    end: int
    columns: int
    height: float


def layout(rows: Sequence[Row], heights: Mapping[str, float]) -> Layout:
    """The place of each claim, at its row in full. `heights` are of their boxes."""
    room = _Room.of(rows, heights)
    starts = [at for at, row in enumerate(rows) if row.beside < 0]
    trees = [
        _Tree(start, end, 1 + max(room.columns[start:end]), room.extents[start])
        for start, end in pairwise([*starts, len(rows)])
    ]
    boxes: dict[str, Box] = {}
    width = height = 0.0
    for tree, x, y in _packed(trees):
        _place(rows, heights, room, tree, x, y, boxes)
        width = max(width, x + tree.columns * (WIDTH + ACROSS) - ACROSS)
        height = max(height, y + tree.height)
    return Layout(boxes, width, height)


class _Room(NamedTuple):
    """For each row its column, the height that it takes with all that stands beside it, and the
    height of that alone."""

    columns: list[int]
    extents: list[float]
    beside: list[float]

    @staticmethod
    def of(rows: Sequence[Row], heights: Mapping[str, float]) -> _Room:
        columns: list[int] = []
        for row in rows:
            columns.append(columns[row.beside] + 1 if row.beside >= 0 else 0)
        beside = [0.0] * len(rows)
        extents = [0.0] * len(rows)
        for at in range(len(rows) - 1, -1, -1):
            row = rows[at]
            if not row.again:
                beside[at] = max(0.0, beside[at] - BETWEEN)
                extents[at] = max(heights[row.claim], beside[at])
                if row.beside >= 0:
                    beside[row.beside] += extents[at] + BETWEEN
        return _Room(columns, extents, beside)


def _place(
    rows: Sequence[Row],
    heights: Mapping[str, float],
    room: _Room,
    tree: _Tree,
    x: float,
    y: float,
    boxes: dict[str, Box],
) -> None:
    """Puts each box in the middle of what stands beside it."""
    cursors = [y] * (tree.end - tree.start)  # where the next box beside each goes
    for at in range(tree.start, tree.end):
        row = rows[at]
        if row.again:
            continue
        extent, tall = room.extents[at], heights[row.claim]
        top = y
        if row.beside >= 0:
            top = cursors[row.beside - tree.start]
            cursors[row.beside - tree.start] += extent + BETWEEN
        cursors[at - tree.start] = top + (extent - room.beside[at]) / 2
        left = x + room.columns[at] * (WIDTH + ACROSS)
        boxes[row.claim] = Box(left, top + (extent - tall) / 2, tall)


def _packed(trees: list[_Tree]) -> list[tuple[_Tree, float, float]]:
    """The trees in columns of a page; single claims, which need no room beside them, come last."""
    whole = sum((one.height + APART) * one.columns * (WIDTH + ACROSS) for one in trees)
    tallest = max((one.height for one in trees), default=0.0)
    room = max(tallest, sqrt(whole / SHAPE))
    found: list[tuple[_Tree, float, float]] = []
    x = y = 0.0
    wide = 0
    for tree in sorted(trees, key=lambda one: one.columns == 1):
        single = tree.columns == 1
        if y and (y + tree.height > room or (single and wide > 1)):
            x += wide * (WIDTH + ACROSS)
            y, wide = 0.0, 0
        found.append((tree, x, y))
        y += tree.height + (BETWEEN if single else APART)
        wide = max(wide, tree.columns)
    return found
