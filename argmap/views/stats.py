"""How much of an article is marked, and what of its map is still open."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step
from argmap.text import Span
from argmap.views.outline import outline
from argmap.views.sentences import prose


@dataclass(frozen=True)
class Stats:
    """Counts of a map; `unmarked`, `groundless` and `unanswered` are what is left to do.

    Headings are not counted as sentences: nobody need find a claim in them.
    """

    claims: int
    positions: int
    implicit: int
    occurrences: int
    supports: int
    attacks: int
    undercuts: int
    contradictions: int
    linked: int
    depth: int
    speakers: dict[str, int]
    sentences: int
    marked: int
    unmarked: tuple[Span, ...]
    groundless: tuple[str, ...]
    unanswered: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of sentences with a claim in them, 0 to 1; 1 for an empty article."""
        return self.marked / self.sentences if self.sentences else 1.0


def stats(document: Document) -> Stats:
    found = document.map
    claims = found.claims.values()
    kinds = Counter(step.kind for step in found.steps.values())
    spans = prose(document.article)
    bare = unmarked(document, spans)
    return Stats(
        claims=len(claims),
        positions=len(found.positions),
        implicit=sum(not claim.in_text for claim in claims),
        occurrences=sum(one.in_text for claim in claims for one in claim.occurrences),
        supports=kinds["support"],
        attacks=kinds["attack"],
        undercuts=kinds["undercut"],
        contradictions=kinds["contradict"],
        linked=sum(len(step.premises) > 1 for step in found.steps.values()),
        depth=max((row.depth for row in outline(document)), default=0),
        speakers={
            who: len({held.claim for held in found.holdings.get(who, ())}) for who in found.speakers
        },
        sentences=len(spans),
        marked=len(spans) - len(bare),
        unmarked=bare,
        groundless=tuple(
            claim.id
            for claim in claims
            if not any(step.kind == "support" for step in found.onto(claim.id))
        ),
        unanswered=unanswered(found),
    )


def unmarked(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the sentences of the article that no claim has a word in."""
    covered = sorted(
        document.article_span(span)
        for claim in document.map.claims.values()
        for occurrence in claim.occurrences
        if occurrence.in_text
        for span in document.spans(occurrence)
    )
    bare: list[Span] = []
    at, reach = 0, 0
    for span in spans:
        while at < len(covered) and covered[at].start < span.end:
            reach = max(reach, covered[at].end)
            at += 1
        if reach <= span.start:
            bare.append(span)
    return tuple(bare)


def unanswered(found: ArgMap) -> tuple[str, ...]:
    """The steps that attack or undercut, and that nothing attacks back."""
    return tuple(
        step.id
        for step in found.steps.values()
        if step.kind in ("attack", "undercut") and not answered(found, step)
    )


def answered(found: ArgMap, step: Step) -> bool:
    """Whether anything attacks an objection back: itself, or a premise of it."""
    if found.onto(step.id):
        return True
    back = (other for premise in step.premises for other in found.onto(premise))
    return any(other.is_conflict and other is not step for other in back)
