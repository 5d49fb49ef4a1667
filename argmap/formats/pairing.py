"""Which sentence of a new version is which of the old one, also where it was moved or corrected."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from argmap.text import Span

# Scripts that are written without spaces count by the letter.
_WORD = re.compile(r"[぀-ヿ㐀-鿿가-힯฀-๿]|\w+")
_END = re.compile(
    r"[.!?…]+[\"'”’»)\]]*(?=\s|\Z)"
    r"|[。！？]+[”’」』）]*"
    r"|(?:\r\n|\r|\n)(?=[ \t]*(?:[\r\n]|[-*+•#>]|\d+[.)]))"
)
LIKE = 0.5
"""From this likeness on two sentences are taken for versions of one: of 286 sentences of articles
no two had more, and of as many with a typo, words replaced, put in or left out none had less."""
COMMON = 50
"""Words that more sentences have than this do not show which ones to compare."""
LONG = 3000
"""Texts with more words than this are compared by which words they have, not by their order."""


def pieces(text: str) -> list[Span]:
    """The sentences of a text, roughly: without the white space around them."""
    found: list[Span] = []
    start = 0
    for end in (*(one.end() for one in _END.finditer(text)), len(text)):
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            first = start + len(piece) - len(piece.lstrip())
            found.append(Span(first, first + len(inner)))
        start = end
    return found


def likeness(old: str, new: str) -> float:
    """How much of two texts is the same words in the same order, 0 to 1; long words count more,
    and a misspelt word counts in part.

    >>> round(likeness("The bridge should close", "The bridge shuold close"), 2)
    0.95
    >>> round(likeness("The market would be cut off", "Nobody spoke of ferries"), 2)
    0.0
    """
    before, after = _words(old), _words(new)
    total = sum(map(len, before)) + sum(map(len, after))
    if not total:
        return 1.0 if old.split() == new.split() else 0.0
    return 2 * _shared(before, after) / total


def kept(old: str, new: str) -> float:
    """How much of the words of `old` is in `new` in the same order, 0 to 1."""
    before = _words(old)
    total = sum(map(len, before))
    return _shared(before, _words(new)) / total if total else likeness(old, new)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shared(before: list[str], after: list[str]) -> float:
    """How many letters of words are the same."""
    if len(before) > LONG or len(after) > LONG:
        return sum(len(word) * many for word, many in (Counter(before) & Counter(after)).items())
    found = 0.0
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += sum(map(len, before[a:b]))
        elif tag == "replace" and b - a == d - c:
            found += sum(map(_spelt, before[a:b], after[c:d]))
    return found


def _spelt(old: str, new: str) -> float:
    """The letters that a word shares with one that may be the same, spelt otherwise."""
    share = SequenceMatcher(None, old, new, autojunk=False).ratio()
    return share * (len(old) + len(new)) / 2 if share >= 0.75 else 0.0


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """From the number of a sentence to that of its new version: the same words, first those that
    stand once in both and their neighbours, then those most alike."""
    before = [" ".join(piece.split()) for piece in old]
    after = [" ".join(piece.split()) for piece in new]
    found: dict[int, int] = {}
    taken: set[int] = set()

    def take(number: int, other: int) -> None:
        found[number] = other
        taken.add(other)

    for number, other in _once(before, after):
        take(number, other)
    forth = range(len(before))
    for step, order in ((1, forth), (-1, reversed(forth))):
        for number in order:
            other = found.get(number - step, -2) + step
            free = number not in found and 0 <= other < len(after) and other not in taken
            if free and number - step in found and before[number] == after[other]:
                take(number, other)
    for number, other in _alike(before, after, found, taken):
        if number not in found and other not in taken:
            take(number, other)
    return found


def _once(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int]]:
    many, others = Counter(before), Counter(after)
    places = {piece: number for number, piece in enumerate(after)}
    for number, piece in enumerate(before):
        if many[piece] == 1 == others[piece]:
            yield number, places[piece]


def _alike(
    before: Sequence[str], after: Sequence[str], found: dict[int, int], taken: set[int]
) -> list[tuple[int, int]]:
    """Pairs of what is left, the most alike first."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for other, piece in enumerate(after):
        if other not in taken:
            for word in set(_words(piece)):
                holders[word].append(other)
    scored: list[tuple[float, int, int, int]] = []
    for number, piece in enumerate(before):
        if number in found:
            continue
        near = found.get(number - 1, found.get(number + 1, number))
        shared: Counter[int] = Counter()
        for word in set(_words(piece)):
            if len(holders[word]) <= COMMON:
                shared.update(dict.fromkeys(holders[word], len(word)))
        for other, _ in shared.most_common(5):
            score = likeness(piece, after[other])
            if score >= LIKE:
                scored.append((-score, abs(other - near), number, other))
    return [(number, other) for *_, number, other in sorted(scored)]


def rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest run of numbers that rise."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(tails, number)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [place]
    found: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def in_order(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs without those that would have to be moved."""
    every = sorted(pairs)
    stay = rising([other for _, other in every])
    return [pair for place, pair in enumerate(every) if place in stay]
