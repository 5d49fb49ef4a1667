"""Places in a text and changes to it.

Offsets count Unicode code points from 0; line ends stay as they are on disk. An edit
is data: it can be looked at, applied, inverted, and other offsets can be moved past it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

EOL = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range of code points, `start` to `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def holds(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class TextEdit(NamedTuple):
    """Put `text` in the place of `span`. An empty span inserts."""

    span: Span
    text: str


class OverlappingEdits(ValueError):
    """Two edits of one set change the same characters."""


def arrange(edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The edits sorted by place. Insertions at one place keep their order.

    Raises OverlappingEdits when they are not disjoint.
    """
    ordered = sorted(edits, key=lambda edit: edit.span)
    for before, after in pairwise(ordered):
        if before.span.end > after.span.start:
            raise OverlappingEdits(f"{before} and {after} change the same characters")
    return tuple(ordered)


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after the edits.

    >>> apply("a b c", [TextEdit(Span(2, 3), "two"), TextEdit(Span(0, 0), "> ")])
    '> a two c'
    """
    pieces: list[str] = []
    done = 0
    for span, new in arrange(edits):
        pieces += (text[done : span.start], new)
        done = span.end
    pieces.append(text[done:])
    return "".join(pieces)


def invert(text: str, edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The edits that lead back from `apply(text, edits)` to `text`.

    >>> there = (TextEdit(Span(0, 1), "xyz"),)
    >>> apply(apply("abc", there), invert("abc", there))
    'abc'
    """
    back: list[TextEdit] = []
    drift = 0
    for span, new in arrange(edits):
        start = span.start + drift
        back.append(TextEdit(Span(start, start + len(new)), span.of(text)))
        drift += len(new) - (span.end - span.start)
    return tuple(back)


def move(offset: int, edits: Sequence[TextEdit], *, after: bool = False) -> int:
    """Where `offset` of the old text lies in the new one.

    What was inside of replaced text goes to its start, or with `after` to its end;
    an insertion exactly at `offset` leaves it before, or with `after` behind the new text.
    """
    drift = 0
    for span, new in edits:
        if span.start > offset or (span.start == offset and span.end > offset):
            break
        if span.end > offset or (span.start == span.end == offset):
            return span.start + drift + (len(new) if after else 0)
        drift += len(new) - (span.end - span.start)
    return offset + drift


class Place(NamedTuple):
    """A line and a column as people count them: both from 1, columns in code points."""

    line: int
    column: int


class Lines(NamedTuple):
    """The lines of a text. A line ends with `\\n`, `\\r\\n` or `\\r`, and with nothing else."""

    text: str
    starts: tuple[int, ...]

    @staticmethod
    def of(text: str) -> Lines:
        return Lines(text, (0, *(end.end() for end in EOL.finditer(text))))

    def place(self, offset: int) -> Place:
        line = bisect_right(self.starts, offset)
        return Place(line, offset - self.starts[line - 1] + 1)

    def span(self, line: int) -> Span:
        """The line of that number (from 1), without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))

    def offset(self, place: Place) -> int:
        return self.starts[place.line - 1] + place.column - 1


def tail(text: str) -> int:
    """Where the blank end of a text begins: the first line end behind its last word.

    >>> tail("It rains. \\r\\n \\n"), tail("It rains. ")
    (10, 10)
    """
    found = EOL.search(text, len(text.rstrip(" \t\r\n")))
    return found.start() if found else len(text)


def line_end(text: str) -> str:
    """The line end that the text uses first; `\\n` where it has none."""
    found = EOL.search(text)
    return found.group() if found else "\n"
