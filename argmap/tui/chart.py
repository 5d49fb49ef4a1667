"""The map: the rows of the tree as boxes, from left to right, as a tidy tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from argmap.document import Document
from argmap.tui.paint import shown, wrapped
from argmap.tui.tree import Entry, Tree

WIDTHS = (14, 24, 34, 48)
LINES = (1, 2, 4, 12)
GAP = 6
"""Cells between columns, for the lines and the sign."""


class Box(NamedTuple):
    """A row of the tree on the plane; offsets in cells. `mid` is the line where edges meet."""

    number: int
    x: int
    y: int
    height: int
    lines: tuple[str, ...]

    @property
    def mid(self) -> int:
        return self.y + self.height // 2


@dataclass
class Chart:
    """All boxes, by number of the row; made anew when the tree or the zoom changed."""

    tree: Tree
    boxes: dict[int, Box]
    children: dict[int, list[int]]
    roots: list[int]
    width: int
    height: int
    box: int  # how wide each box is
    key: tuple[object, ...]

    @staticmethod
    def of(
        document: Document, tree: Tree, zoom: int, room: int, before: Chart | None = None
    ) -> Chart:
        """The boxes of the tree's rows, none wider than `room`; those of `before` where nothing
        changed since."""
        box = max(10, min(WIDTHS[zoom], room))
        key = (document.map, tree.entries, zoom, box)
        if before and all(a is b or a == b for a, b in zip(before.key, key, strict=True)):
            return before
        return _made(document, tree, zoom, box, key)

    def beside(self, number: int, dx: int, dy: int) -> int | None:
        """The row whose box is next to one in a direction; None if there is none."""
        if number not in self.boxes:
            return self.roots[0] if self.roots else None
        if dx < 0:
            parent = self.tree.entries[number].parent
            return parent if parent >= 0 else None
        if dx > 0:
            below = self.children.get(number, [])
            return below[len(below) // 2 - (len(below) % 2 == 0)] if below else None
        return self._column(number, dy)

    def _column(self, number: int, dy: int) -> int | None:
        here = self.boxes[number]
        column = [box for box in self.boxes.values() if box.x == here.x and box.number != number]
        if dy > 0:
            return min((b for b in column if b.y > here.y), key=lambda b: b.y, default=here).number
        return max((b for b in column if b.y < here.y), key=lambda b: b.y, default=here).number


def _made(document: Document, tree: Tree, zoom: int, box: int, key: tuple[object, ...]) -> Chart:
    children: dict[int, list[int]] = {}
    roots: list[int] = []
    for number, entry in enumerate(tree.entries):
        if entry.title:
            continue
        if entry.parent >= 0:
            children.setdefault(entry.parent, []).append(number)
        else:
            roots.append(number)
    texts = {
        number: _text(document, entry, zoom, box - 4)
        for number, entry in enumerate(tree.entries)
        if not entry.title
    }
    boxes: dict[int, Box] = {}
    _place(tree, texts, children, boxes, box + GAP)
    width = max((one.x for one in boxes.values()), default=0) + box
    height = max((one.y + one.height for one in boxes.values()), default=0)
    return Chart(tree, boxes, children, roots, width, height, box, key)


def _text(document: Document, entry: Entry, zoom: int, room: int) -> tuple[str, ...]:
    words = entry.claim if zoom == 0 else document.wording(entry.claim)
    lines = wrapped(shown(words), room, LINES[zoom])
    people = document.map.speakers
    who = ", ".join(people[one].name for one in document.map.holders(entry.claim))
    if who and zoom:
        lines.append("— " + wrapped(shown(who), room - 2, 1)[0])
    return tuple(lines)


def _place(
    tree: Tree,
    texts: dict[int, tuple[str, ...]],
    children: dict[int, list[int]],
    boxes: dict[int, Box],
    column: int,
) -> None:
    """Leaves go below one another; each other box stands beside the middle of its reasons.

    Rows come with what is above them first, so going backwards needs no recursion.
    """
    top = 0
    tops: dict[int, int] = {}
    for number in texts:  # in order of the tree: leaves take the next free lines
        if not children.get(number):
            tops[number] = top
            top += len(texts[number]) + 2
    for number in reversed(list(texts)):
        below = children.get(number)
        if below:
            first, last = tops[below[0]], tops[below[-1]] + len(texts[below[-1]]) + 2
            tops[number] = max(0, (first + last) // 2 - (len(texts[number]) + 2) // 2)
    free: dict[int, int] = {}
    for number, lines in texts.items():
        depth = tree.entries[number].row.depth
        y = max(tops[number], free.get(depth, 0))
        boxes[number] = Box(number, depth * column, y, len(lines) + 2, lines)
        free[depth] = y + len(lines) + 2
