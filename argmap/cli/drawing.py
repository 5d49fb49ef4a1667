"""Draws the rows of a tree with lines, wrapped to the width of the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from argmap.cells import width
from argmap.cli.paint import Paint
from argmap.views.outline import Row

STYLES = {"+": "green", "-": "red", "_": "magenta", "><": "yellow"}


class Lines(NamedTuple):
    """The characters that a tree is drawn with."""

    tee: str
    elbow: str
    bar: str
    fork: str
    rung: str
    foot: str


DRAWN = Lines("├─", "└─", "│", "┬", "├", "└")
ASCII = Lines("|-", "`-", "|", ".", "|", "`")


class Drawing:
    """Keeps, for each level, what stands to the left of deeper rows."""

    def __init__(self, lines: Lines, cells: int, paint: Paint) -> None:
        self.lines = lines
        self.cells = cells
        self.paint = paint
        self.columns: list[str] = []

    def draw(self, rows: Iterable[Row], text: Callable[[Row], str]) -> Iterator[str]:
        for row in rows:
            del self.columns[row.depth :]
            first, later = self._before(row)
            self.columns.append(later)
            left, hidden = self._left(row.depth)
            words = text(row)
            note = self.paint(f"[level {row.depth}] ", "dim") if hidden else ""
            room = max(20, self.cells - width(left) - width(later))
            for at, line in enumerate(wrapped(words, room - (len(note) and 12))):
                start = left + (first + note if not at else later)
                yield (start if at else self._painted(start, row.sign)) + line

    def _before(self, row: Row) -> tuple[str, str]:
        """What stands before the first line of a row, and before the others and its children."""
        if not row.depth:
            return "", ""
        side = self.lines.bar + "  " if row.more else "   "
        corner = self.lines.tee if row.more else self.lines.elbow
        match row.role:
            case "first":
                return corner + row.sign + self.lines.fork + " ", side + self.lines.bar + " "
            case "middle":
                return side + self.lines.rung + " ", side + self.lines.bar + " "
            case "last":
                return side + self.lines.foot + " ", side + "  "
        return corner + row.sign + " ", side + " " * (len(row.sign) - 1)

    def _left(self, depth: int) -> tuple[str, bool]:
        """The lines of the levels above; where they leave no room, only the nearest ones."""
        found: list[str] = []
        used = 0
        for column in reversed(self.columns[:depth]):
            used += width(column)
            if used > self.cells // 2:
                return "… " + "".join(reversed(found)), True
            found.append(column)
        return "".join(reversed(found)), False

    def _painted(self, before: str, sign: str) -> str:
        if not sign:
            return before
        head, _, tail = before.rpartition(sign)
        return head + self.paint(sign, STYLES[sign], "bold") + tail


def wrapped(text: str, cells: int) -> list[str]:
    """The words of a text in lines of at most so many cells; longer words are broken."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if width(candidate) <= cells:
            line = candidate
            continue
        if line:
            lines.append(line)
        line = word
        while width(line) > cells:
            head = _fitting(line, cells)
            lines.append(head)
            line = line[len(head) :]
    lines.append(line)
    return lines


def _fitting(text: str, cells: int) -> str:
    """The longest beginning of a text that fits, at least one character."""
    low, high = 1, min(len(text), cells)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= cells:
            low = middle
        else:
            high = middle - 1
    return text[:low]
