"""A text in rows of a width: where rows begin, and which cell an offset stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from argmap.cells import letters, width
from argmap.text import EOL
from argmap.tui.difference import difference
from argmap.tui.paint import shown

_WORDS = re.compile(r"\s+|\S+")
_LIST = re.compile(r"[ \t]*(?:[-*+•>]|\d{1,3}[.)])[ \t]+|[ \t]+")


class Flow:
    """Rows of a text: from `starts[n]` up to `ends[n]`, line ends left out; they are drawn from
    the cell `indents[n]` on, as those of a list's item stand below its words."""

    def __init__(self, text: str, room: int, before: Flow | None = None) -> None:
        """Rows of lines that are the same in `before` are taken from there."""
        self.text = text
        self.room = max(room, 4)
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.indents: list[int] = []
        if before is not None and before.room == self.room:
            self._after(before)
        else:
            self._lines(0, len(text))

    def _lines(self, start: int, end: int) -> None:
        """The rows of lines; the last is not ended within them."""
        at = start
        for found in EOL.finditer(self.text, start, end):
            self._add(at, found.start())
            at = found.end()
        self._add(at, end)

    def _after(self, before: Flow) -> None:
        (start, end), _ = difference(before.text, self.text)
        grown = len(self.text) - len(before.text)
        first = before.text.rfind("\n", 0, start) + 1
        line_end = before.text.find("\n", end)
        above = bisect_left(before.starts, first)
        self.starts = before.starts[:above]
        self.ends = before.ends[:above]
        self.indents = before.indents[:above]
        if line_end < 0:
            self._lines(first, len(self.text))
            return
        # A line may end in \r and \n: it is cut as a whole, behind both.
        self._lines(first, line_end + 1 + grown)
        del self.starts[-1], self.ends[-1], self.indents[-1]
        below = bisect_left(before.starts, line_end + 1)
        self.starts += [at + grown for at in before.starts[below:]]
        self.ends += [at + grown for at in before.ends[below:]]
        self.indents += before.indents[below:]

    def _add(self, start: int, end: int) -> None:
        if (
            end - start <= self.room
            and self.text[start:end].isascii()
            and (self.text.find("\t", start, end) < 0)
        ):
            self.starts.append(start)
            self.ends.append(end)
            self.indents.append(0)
            return
        hang, rows = _rows(self.text[start:end], self.room)
        for first, last in rows:
            self.starts.append(start + first)
            self.ends.append(start + last)
            self.indents.append(hang if first else 0)

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, offset: int) -> int:
        """The row that an offset stands in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def cell(self, offset: int) -> int:
        row = self.row(offset)
        before = self.text[self.starts[row] : min(offset, self.ends[row])]
        return self.indents[row] + width(shown(before))

    def offset(self, row: int, cell: int) -> int:
        """The offset of a row nearest before a cell."""
        row = min(max(row, 0), len(self) - 1)
        start, end = self.starts[row], self.ends[row]
        text = self.text[start:end]
        cell = max(0, cell - self.indents[row])
        if text.isascii() and text.isprintable():
            return start + min(cell, len(text))
        taken = 0
        for at, char in enumerate(text):
            taken += width(shown(char))
            if taken > cell:
                return start + at
        return end


@lru_cache(maxsize=20_000)
def _rows(line: str, room: int) -> tuple[int, tuple[tuple[int, int], ...]]:
    """How far rows behind the first are indented, and all rows."""
    hang = _hang(line, room)
    if line.isascii() and line.isprintable():
        return hang, tuple(_plain(line, room, hang))
    return hang, tuple(_wide(line, room, hang))


def _hang(line: str, room: int) -> int:
    item = _LIST.match(line)
    size = width(shown(item[0])) if item else 0
    return size if size <= room // 3 else 0


def _plain(line: str, room: int, hang: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = 0
    while len(line) - at > room:
        blank = line.rfind(" ", at + 1, at + room + 1)
        if blank < 0 or not line[at:blank].strip():
            found.append((at, at + room))
            at += room
        else:
            found.append((at, blank))
            at = blank + 1
        if len(found) == 1:
            room -= hang
    found.append((at, len(line)))
    return found


def _wide(line: str, room: int, hang: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = taken = solid = 0
    for word in _WORDS.finditer(line):
        size = width(shown(word[0]))
        if taken + size > room and not word[0].isspace():
            if taken:
                found.append((at, max(at, solid)))
                at, taken = word.start(), hang
            parted = size > room - hang
            for first, last in letters(word[0]) if parted else ():
                step = width(shown(word[0][first:last]))
                if taken + step > room:
                    found.append((at, word.start() + first))
                    at, taken = word.start() + first, hang
                taken += step
            taken = taken if parted else taken + size
        else:
            taken += size
        solid = solid if word[0].isspace() else word.end()
    found.append((at, len(line)))
    return found
