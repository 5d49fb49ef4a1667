"""Puts sentences of an annotated article, with their marks, where a new version has them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from argmap.document import Document
from argmap.formats.pairing import paired, pieces, rising
from argmap.model.values import Where
from argmap.text import Span, TextEdit, arrange, move


class Covered(NamedTuple):
    """A mark, what it covers of the article, and its own ranges of the text: the brackets with
    the head, or the two ends of a milestone."""

    where: Where
    span: Span
    ranges: tuple[Span, ...]


class Moved(NamedTuple):
    """The document with its sentences in the new order, and for the marks in the old order the
    number that each has now."""

    document: Document
    order: tuple[int, ...]


def marks(document: Document) -> list[Covered]:
    """All marks, in order of their heads."""
    found: list[Covered] = []
    for unit in document.units:
        start = document.start(unit)
        for index, mark in enumerate(unit.marks):
            where = Where(unit, index)
            covered, ranges = mark.words.shift(start), [mark.span.shift(start)]
            pair = document.map.milestones.get(where) if mark.name else None
            if pair is not None:
                begin = pair.start.span.shift(document.start(pair.unit))
                covered = Span(begin.end, start + mark.span.start)
                ranges.insert(0, begin)
            found.append(Covered(where, document.article_span(covered), tuple(ranges)))
    return sorted(found, key=_head)


def moved(document: Document, new: str) -> Moved:
    """A sentence that a mark reaches out of stays where it is, and so do all where moving them
    would change what other marks say."""
    every = marks(document)
    still = Moved(document, tuple(range(len(every))))
    edits = list(_moves(document, every, new))
    if not edits:
        return still
    cuts = arrange(TextEdit(span, "") for span, _ in edits)
    puts: dict[int, list[Span]] = {}
    for span, at in edits:
        puts.setdefault(at, []).append(span)
    inserted = [
        # Apart from each other, else they would be one sentence.
        TextEdit(Span(at, at), "".join(f" {span.of(document.text)} " for span in spans))
        for at, spans in puts.items()
    ]
    after = document.edit([*cuts, *inserted])
    words = sorted(document.article.split())
    if sorted(after.article.split()) != words or _faults(after) > _faults(document):
        return still
    heads = [_head(one) for one in every]
    places = {place: number for number, place in enumerate(map(_head, marks(after)))}
    now = [_place(head, arrange([*cuts, *inserted]), puts) for head in heads]
    if len(places) != len(every) or any(place not in places for place in now):
        return still
    return Moved(after, tuple(places[place] for place in now))


def _head(one: Covered) -> int:
    """A place in the text that no other mark has: where its head begins."""
    return one.where.mark.head_span.start + one.ranges[-1].start - one.where.mark.span.start


def _place(at: int, edits: tuple[TextEdit, ...], puts: dict[int, list[Span]]) -> int:
    """Where a place of the text lies after the moves."""
    for to, spans in puts.items():
        before = 0
        for span in spans:
            if span.start <= at < span.end:
                return move(to, edits) + before + 1 + at - span.start
            before += span.end - span.start + 2
    return move(at, edits, after=True)


def _faults(document: Document) -> int:
    return sum(fault.severity == "error" for fault in document.diagnostics)


def _moves(document: Document, every: list[Covered], new: str) -> Iterator[tuple[Span, int]]:
    """The ranges of the text that move, and where they go."""
    article = document.article
    old, others = pieces(article), pieces(new)
    pairs = paired([one.of(article) for one in old], [one.of(new) for one in others])
    order = sorted(pairs)
    stay = rising([pairs[number] for number in order])
    if len(stay) == len(order):
        return
    free = _Free(every)
    begun = sorted(every, key=lambda one: one.span.start)
    staying = {order[place] for place in stay}
    number = min(staying)
    at, open_there = _source(document, begun, old[number]).start, free.at(old[number].start)
    for number in sorted(order, key=lambda number: pairs[number]):
        if number in staying:
            at, open_there = _source(document, begun, old[number]).end, free.at(old[number].end)
        elif open_there and free(old[number]):
            yield _source(document, begun, old[number]), at


class _Free:
    """Whether no mark reaches over either end of a range of the article."""

    def __init__(self, every: list[Covered]) -> None:
        self.inside: list[Span] = []
        for span in sorted(one.span for one in every if one.span.end > one.span.start + 1):
            if self.inside and span.start < self.inside[-1].end:
                last = self.inside.pop()
                span = Span(last.start, max(last.end, span.end))
            self.inside.append(span)
        # A piece of a claim belongs to the mark before it, wherever that is.
        self.bound = sorted(one.span.start for one in every if one.where.head.of(".."))

    def __call__(self, span: Span) -> bool:
        first = bisect_left(self.bound, span.start)
        if first < len(self.bound) and self.bound[first] < span.end:
            return False
        return self.at(span.start) and self.at(span.end)

    def at(self, offset: int) -> bool:
        """Whether no mark covers what is on both sides of an offset."""
        number = bisect_left(self.inside, offset, key=lambda one: one.start) - 1
        return number < 0 or self.inside[number].end <= offset


def _source(document: Document, every: list[Covered], span: Span) -> Span:
    """The text of a sentence with the marks in it, a remark right behind it, and its escapes."""
    start = document.text_offset(span.start)
    end = document.text_offset(span.end - 1) + 1
    number = bisect_left(every, span.start, key=lambda one: one.span.start)
    while number < len(every) and every[number].span.start < span.end:
        if every[number].span.end <= span.end:
            start = min(start, every[number].ranges[0].start)
            end = max(end, every[number].ranges[-1].end)
        number += 1
    if start and document.text[start - 1] == "\\":
        start -= document.article_offset(start - 1) == document.article_offset(start)
    remark = next(
        (one for one in document.removed_in(Span(end, end + 1)) if one.start == end), None
    )
    if remark is not None and document.text.startswith("{>>", end):
        end = remark.end
    return Span(start, end)
