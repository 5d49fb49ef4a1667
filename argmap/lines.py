"""Two texts compared by lines, and two changes of one text merged.

Lines that occur once in both texts are the fixed points (the "patience" method); between them
equal beginnings and ends are kept. So a comparison is nearly linear, and never quadratic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from argmap.text import Span, TextEdit

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def cut(text: str) -> list[str]:
    """The lines of a text with their ends; joined they are the text.

    >>> cut("a\\r\\nb\\n\\nc")
    ['a\\r\\n', 'b\\n', '\\n', 'c']
    """
    return _LINE.findall(text)


class Hunk(NamedTuple):
    """Lines `old[a:b]` are replaced by lines `new[c:d]`; counted from 0."""

    a: int
    b: int
    c: int
    d: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """Where two texts differ, in order.

    >>> hunks(["a", "b", "c"], ["a", "x", "c", "d"])
    [Hunk(a=1, b=2, c=1, d=2), Hunk(a=3, b=3, c=3, d=4)]
    """
    found: list[Hunk] = []
    open_ = [Hunk(0, len(old), 0, len(new))]
    while open_:
        a, b, c, d = open_.pop()
        while a < b and c < d and old[a] == new[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
        fixed = _fixed(old, new, Hunk(a, b, c, d)) if a < b and c < d else []
        if fixed:
            ends = [*fixed, (b, d)]
            starts = [(a, c), *((i + 1, j + 1) for i, j in fixed)]
            parts = [Hunk(i, k, j, m) for (i, j), (k, m) in zip(starts, ends, strict=True)]
            open_ += reversed(parts)
        elif a < b or c < d:
            found.append(Hunk(a, b, c, d))
    return found


def _fixed(old: Sequence[str], new: Sequence[str], part: Hunk) -> list[tuple[int, int]]:
    """Pairs of equal lines that occur once on both sides, the most that are in order."""
    a, b, c, d = part
    once_old = {line for line, n in Counter(old[a:b]).items() if n == 1}
    once_new = {line for line, n in Counter(new[c:d]).items() if n == 1}
    where = {new[j]: j for j in range(c, d) if new[j] in once_new}
    pairs = [(i, where[old[i]]) for i in range(a, b) if old[i] in once_old and old[i] in where]
    return _ascending(pairs)


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` whose second numbers ascend."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        piles[pile : pile + 1] = [at]
    found: list[tuple[int, int]] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def changes(old: str, new: str) -> tuple[TextEdit, ...]:
    """The edits of whole lines that make `new` of `old`.

    >>> changes("a\\nb\\n", "a\\nc\\n")
    (TextEdit(span=Span(start=2, end=4), text='c\\n'),)
    """
    before, after = cut(old), cut(new)
    at = [0, *accumulate(map(len, before))]
    return tuple(
        TextEdit(Span(at[a], at[b]), "".join(after[c:d])) for a, b, c, d in hunks(before, after)
    )


class Piece(NamedTuple):
    """A stretch of a merge: lines of the base, mine and theirs. Where only one side changed it,
    or both alike, `merged` has the lines to take; else it is None, and somebody has to choose."""

    base: tuple[str, ...]
    mine: tuple[str, ...]
    theirs: tuple[str, ...]
    merged: tuple[str, ...] | None


def merge(base: str, mine: str, theirs: str) -> list[Piece]:
    """Two changes of one text, put together line by line. Changes of the same lines
    are for somebody to choose between, unless they are the same.

    >>> pieces = merge("a\\nb\\nc\\n", "A\\nb\\nc\\n", "a\\nb\\nC\\n")
    >>> "".join(line for piece in pieces for line in piece.merged)
    'A\\nb\\nC\\n'
    """
    olds, ours, others = cut(base), cut(mine), cut(theirs)
    found: list[Piece] = []
    at = drift_mine = drift_theirs = 0
    for start, end, own, foreign in _touching(hunks(olds, ours), hunks(olds, others)):
        same = tuple(olds[at:start])
        if same:
            found.append(Piece(same, same, same, same))
        grown_mine = sum((d - c) - (b - a) for a, b, c, d in own)
        grown_theirs = sum((d - c) - (b - a) for a, b, c, d in foreign)
        old = tuple(olds[start:end])
        my = tuple(ours[start + drift_mine : end + drift_mine + grown_mine])
        their = tuple(others[start + drift_theirs : end + drift_theirs + grown_theirs])
        found.append(Piece(old, my, their, _agreed(old, my, their)))
        drift_mine += grown_mine
        drift_theirs += grown_theirs
        at = end
    rest = tuple(olds[at:])
    return [*found, Piece(rest, rest, rest, rest)] if rest else found


def _agreed(
    old: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]
) -> tuple[str, ...] | None:
    if mine in (theirs, old):
        return theirs
    return mine if theirs == old else None


Group = tuple[int, int, list[Hunk], list[Hunk]]


def _touching(mine: Iterable[Hunk], theirs: Iterable[Hunk]) -> Iterator[Group]:
    """The hunks of both sides by stretches of the base that they share. What both put in between
    the same two lines belongs together too, as nothing says what comes first."""
    every = sorted(
        [(hunk, True) for hunk in mine] + [(hunk, False) for hunk in theirs],
        key=lambda one: one[0][:2],
    )
    start = end = -1
    own: list[Hunk] = []
    foreign: list[Hunk] = []
    for hunk, is_mine in every:
        if hunk.a < end or hunk.a == hunk.b == start == end:
            end = max(end, hunk.b)
        else:
            if own or foreign:
                yield start, end, own, foreign
            start, end, own, foreign = hunk.a, hunk.b, [], []
        (own if is_mine else foreign).append(hunk)
    if own or foreign:
        yield start, end, own, foreign


def unified(old: str, new: str, context: int = 3) -> list[str]:
    """The difference as `diff -u` shows it, without its two head lines and line ends."""
    before, after = cut(old), cut(new)
    told: list[str] = []
    for group in _near(hunks(before, after), 2 * context):
        a, c = max(0, group[0].a - context), max(0, group[0].c - context)
        b = min(len(before), group[-1].b + context)
        d = min(len(after), group[-1].d + context)
        told.append(f"@@ -{_range(a, b)} +{_range(c, d)} @@")
        at = a
        for hunk in group:
            told += (f" {_bare(line)}" for line in before[at : hunk.a])
            told += (f"-{_bare(line)}" for line in before[hunk.a : hunk.b])
            told += (f"+{_bare(line)}" for line in after[hunk.c : hunk.d])
            at = hunk.b
        told += (f" {_bare(line)}" for line in before[at:b])
    return told


def _near(found: Iterable[Hunk], gap: int) -> Iterator[list[Hunk]]:
    group: list[Hunk] = []
    for hunk in found:
        if group and hunk.a - group[-1].b > gap:
            yield group
            group = []
        group.append(hunk)
    if group:
        yield group


def _range(start: int, end: int) -> str:
    return f"{start + (end > start)},{end - start}"


def _bare(line: str) -> str:
    return line.removesuffix("\n").removesuffix("\r") if line.endswith("\n") else line
