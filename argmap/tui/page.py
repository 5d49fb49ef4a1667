"""What the article pane shows: the article with its marks hidden, or the text as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Occurrence, Where
from argmap.syntax.statements import Mention, Voice
from argmap.text import Span
from argmap.tui.flow import Flow


class Stretch(NamedTuple):
    """Words that a mark covers, in offsets of the page. `claim` is empty for a speaker mark."""

    span: Span
    where: Where
    claim: str
    occurrence: Occurrence | None
    speaker: str = ""


@dataclass
class Page:
    """A text with ways to and from the file's own offsets."""

    document: Document
    source: bool
    room: int
    flow: Flow

    @staticmethod
    def of(document: Document, source: bool, room: int, before: Page | None = None) -> Page:
        """The page; rows are kept from `before` where its text is the same."""
        text = document.text if source else document.article
        if before and before.flow.room == max(room, 4) and before.flow.text == text:
            return Page(document, source, room, before.flow)
        return Page(document, source, room, Flow(text, room, before.flow if before else None))

    @property
    def text(self) -> str:
        return self.flow.text

    def to_text(self, offset: int) -> int:
        """Where an offset of the page lies in the file."""
        return offset if self.source else self.document.text_offset(offset)

    def from_text(self, offset: int) -> int:
        return offset if self.source else self.document.article_offset(offset)

    def span_to_text(self, span: Span) -> Span:
        """The range in the file: it begins behind marks that end before its first word, and
        ends before those that begin behind its last."""
        if self.source:
            return span
        end = self.document.text_offset(span.end - 1) + 1 if span.end > span.start else span.start
        return Span(self.document.text_offset(span.start), end)

    def span_from_text(self, span: Span) -> Span:
        return Span(self.from_text(span.start), self.from_text(span.end))

    def stretches(self, start: int, end: int) -> list[Stretch]:
        """The marks that touch a range of the page, outer ones before inner ones."""
        first = self.to_text(start)
        last = self.to_text(min(end, len(self.text)))
        found = [
            self._stretch(self.span_from_text(span), where)
            for span, where in marks_between(self.document, first, last)
        ]
        found += self._milestones(start, end)
        touching = [one for one in found if one.span.start < end and one.span.end > start]
        return sorted(touching, key=lambda one: (one.span.start, -one.span.end))

    def _milestones(self, start: int, end: int) -> Iterator[Stretch]:
        document = self.document
        for where, pair in document.map.milestones.items():
            span = Span(
                document.start(pair.unit) + pair.start.span.end,
                document.start(where.unit) + where.span.start,
            )
            placed = self.span_from_text(span)
            if placed.start < end and placed.end > start:
                yield self._stretch(placed, where)

    def _stretch(self, span: Span, where: Where) -> Stretch:
        claim, speaker = said(self.document, where)
        occurrence = None
        if claim:
            every = self.document.map.claims[claim].occurrences
            occurrence = next((one for one in every if where in one.pieces), None)
        return Stretch(span, where, claim, occurrence, speaker)


def marks_between(document: Document, first: int, last: int) -> Iterator[tuple[Span, Where]]:
    """The marks with brackets that touch a range of the file's text, and what they cover."""
    starts = document._starts
    number = max(0, bisect_right(starts, first) - 2)
    while number < len(starts) and starts[number] <= last:
        unit = document.units[number]
        for index, mark in enumerate(unit.marks):
            if not mark.name:
                yield mark.words.shift(starts[number]), Where(unit, index)
        number += 1


def marked(document: Document, article: Span) -> str:
    """The claim of the mark that covers just that range of the article; empty if none does."""
    start, end = (document.text_offset(offset) for offset in article)
    for span, where in marks_between(document, start - 1, end + 1):
        if document.article_span(span) == article and (claim := said(document, where)[0]):
            return claim
    for where in document.map.milestones:
        claim = said(document, where)[0]
        for one in document.map.claims[claim].occurrences if claim else ():
            if where in one.pieces and document.article_span(document.spans(one)[0]) == article:
                return claim
    return ""


def said(document: Document, where: Where) -> tuple[str, str]:
    """The claim that a mark puts forward, and the speaker whom it names; empty if none."""
    source = (where.index, where.in_text)
    naming = document.map.parts.naming
    for statement in where.unit.statements:
        if tuple(getattr(statement, "source", ())) != source:
            continue
        if isinstance(statement, Voice):
            name = naming.claim(where.unit, statement.claim)
            if name in document.map.claims:
                return name, ""
        elif isinstance(statement, Mention):
            return "", statement.name
    return "", ""
