"""What an article says, as exporters need it: claims with what is said where, steps, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Claim, Occurrence, Speaker
from argmap.text import Span


class Voiced(NamedTuple):
    """Words that put a claim forward. `pieces` are ranges of the article, none for a map line;
    `again` is whether they say the claim in other words than its first ones."""

    words: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    pieces: tuple[Span, ...]
    again: bool


def voiced(document: Document, claim: Claim) -> list[Voiced]:
    """All that is said of a claim, in order; not the line that only gives its wording."""
    wording = flat(document.wording(claim.id))
    found: list[Voiced] = []
    for said in claim.occurrences:
        words = flat(_words(document, said))
        only = not said.in_text and not said.speakers and not said.via and not said.denied
        if only and (words == wording or not words) and len(claim.occurrences) > 1:
            continue
        again = bool(found) and bool(words) and words != found[0].words and words != wording
        found.append(Voiced(words, said.speakers, said.via, places(document, said), again))
    return found


def _words(document: Document, said: Occurrence) -> str:
    if not said.in_text:
        return document.words(said)
    return " ".join(span.of(document.article) for span in places(document, said))


def places(document: Document, said: Occurrence) -> tuple[Span, ...]:
    """The ranges of the article that an occurrence covers."""
    if not said.in_text:
        return ()
    return tuple(document.article_span(span) for span in document.spans(said))


def flat(text: str) -> str:
    """On one line."""
    return " ".join(text.split())


def called(document: Document, who: str) -> str:
    """The full name of a speaker."""
    return document.map.speakers[who].name


def parted(speaker: Speaker) -> tuple[str, str]:
    """The first word of a name, and the rest."""
    first, _, rest = flat(speaker.name).partition(" ")
    return first, rest


class Part(NamedTuple):
    """A part of a span, which is told by its number; `more` where it is not the first one."""

    span: Span
    number: int
    more: bool = False


def nested(spans: Sequence[Span]) -> Iterator[Part]:
    """The spans in order, those that would cross an open one cut at its end.

    >>> [(tuple(part.span), part.more) for part in nested([Span(0, 4), Span(2, 6)])]
    [((0, 4), False), ((2, 4), False), ((4, 6), True)]
    """
    waiting = [(span.start, -span.end, number, False) for number, span in enumerate(spans)]
    heapify(waiting)
    open_: list[int] = []
    while waiting:
        start, over, number, more = heappop(waiting)
        end = -over
        while open_ and open_[-1] <= start:
            open_.pop()
        if open_ and open_[-1] < end:
            heappush(waiting, (open_[-1], over, number, True))
            end = open_[-1]
        open_.append(end)
        yield Part(Span(start, end), number, more)


class Cut(NamedTuple):
    """A stretch of a text with all that covers it, by their numbers."""

    span: Span
    inside: tuple[int, ...]


def cuts(length: int, spans: Sequence[Span]) -> Iterator[Cut]:
    """A text of that length cut wherever one of the spans begins or ends."""
    edges: dict[int, tuple[list[int], list[int]]] = {0: ([], []), length: ([], [])}
    for number, span in enumerate(spans):
        if span.start < span.end:
            edges.setdefault(span.start, ([], []))[0].append(number)
            edges.setdefault(span.end, ([], []))[1].append(number)
    inside: dict[int, None] = {}
    order = sorted(edges)
    for start, end in pairwise(order):
        begin, over = edges[start]
        for number in over:
            inside.pop(number, None)
        inside.update(dict.fromkeys(begin))
        yield Cut(Span(start, end), tuple(inside))
