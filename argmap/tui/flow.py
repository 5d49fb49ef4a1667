"""A text in rows of a width: where rows begin, and which cell an offset stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from argmap.cells import letters, width
from argmap.text import EOL
from argmap.tui.paint import shown

_WORDS = re.compile(r"\s+|\S+")


class Flow:
    """Rows of a text: from `starts[n]` up to `ends[n]`, line ends left out."""

    def __init__(self, text: str, room: int) -> None:
        self.text = text
        self.room = max(room, 4)
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = 0
        for end in EOL.finditer(text):
            self._add(at, end.start())
            at = end.end()
        self._add(at, len(text))

    def _add(self, start: int, end: int) -> None:
        if (
            end - start <= self.room
            and self.text[start:end].isascii()
            and (self.text.find("\t", start, end) < 0)
        ):
            self.starts.append(start)
            self.ends.append(end)
            return
        for first, last in _rows(self.text[start:end], self.room):
            self.starts.append(start + first)
            self.ends.append(start + last)

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, offset: int) -> int:
        """The row that an offset stands in."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def cell(self, offset: int) -> int:
        row = self.row(offset)
        return width(shown(self.text[self.starts[row] : min(offset, self.ends[row])]))

    def offset(self, row: int, cell: int) -> int:
        """The offset of a row nearest before a cell."""
        row = min(max(row, 0), len(self) - 1)
        start, end = self.starts[row], self.ends[row]
        text = self.text[start:end]
        if text.isascii() and text.isprintable():
            return start + min(cell, len(text))
        taken = 0
        for at, char in enumerate(text):
            taken += width(shown(char))
            if taken > cell:
                return start + at
        return end


@lru_cache(maxsize=20_000)
def _rows(line: str, room: int) -> tuple[tuple[int, int], ...]:
    if line.isascii() and line.isprintable():
        return tuple(_plain(line, room))
    return tuple(_wide(line, room))


def _plain(line: str, room: int) -> list[tuple[int, int]]:
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
    found.append((at, len(line)))
    return found


def _wide(line: str, room: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = taken = solid = 0
    for word in _WORDS.finditer(line):
        size = width(shown(word[0]))
        if taken + size > room and not word[0].isspace():
            if taken:
                found.append((at, max(at, solid)))
                at, taken = word.start(), 0
            for first, last in letters(word[0]) if size > room else ():
                step = width(shown(word[0][first:last]))
                if taken + step > room:
                    found.append((at, word.start() + first))
                    at, taken = word.start() + first, 0
                taken += step
            taken = taken if size > room else size
        else:
            taken += size
        solid = solid if word[0].isspace() else word.end()
    found.append((at, len(line)))
    return found
