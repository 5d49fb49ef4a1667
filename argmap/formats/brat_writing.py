"""Writes an article as brat's standoff annotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.ledger import Ledger
from argmap.formats.outward import Voiced, called, flat, voiced
from argmap.model.values import Claim, Step
from argmap.text import Span

_LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)\s*")
ABSENT = "it does not stand in the text, and brat annotates nothing else"
PARTLY = "written without premises that do not stand in the text"
NOTED = "brat cannot say it; a note does"
ONE_WAY = "written as an attack"


class Writer:
    """The lines of an .ann file: spans and what is said of them, then relations with notes."""

    def __init__(self, document: Document, ledger: Ledger) -> None:
        self.document = document
        self.ledger = ledger
        self.spans: list[str] = []
        self.facts: list[str] = []
        self.relations: list[str] = []
        self.notes: list[str] = []
        self.attributes = 0
        self.keys: dict[str, str] = {}
        self.steps: dict[str, tuple[str, str]] = {}
        """For each step its first relation, and the span that this comes from."""

    def text(self) -> str:
        for claim in self.document.map.claims.values():
            self._claim(claim)
        for step in _targets_first(self.document):
            self._step(step)
        lines = [*self.spans, *self.relations, *self.facts, *self.notes]
        return "".join(f"{line}\n" for line in lines)

    def _claim(self, claim: Claim) -> None:
        said = voiced(self.document, claim)
        placed = [one for one in said if _placed(one)]
        if not placed:
            self.ledger.dropped("claims", ABSENT, claim.id)
            self.ledger.dropped("holders", ABSENT, count=sum(len(one.speakers) for one in said))
            self.ledger.dropped("tags", ABSENT, count=len(claim.tags))
            self.ledger.dropped("data", ABSENT, count=len(claim.data))
            return
        keys = []
        for one in placed:
            keys.append(self._span(self._type(claim), one.pieces))
            for who in one.speakers:
                self._fact("Speaker", keys[-1], flat(called(self.document, who)))
        self.keys[claim.id] = keys[0]
        if len(keys) > 1:
            self.facts.append(f"*\tEquiv {' '.join(keys)}")
        unplaced = sum(len(one.speakers) for one in said if not _placed(one))
        self.ledger.dropped("holders", ABSENT, claim.id, unplaced)
        for tag in claim.tags:
            if tag != "thesis":
                self._fact(tag, keys[0], "")
        for key, value in claim.data:
            self._fact(key, keys[0], flat(value))

    def _type(self, claim: Claim) -> str:
        if "thesis" in claim.tags:
            return "MajorClaim"
        return "Premise" if claim.occurrences[0].label == "premise" else "Claim"

    def _span(self, kind: str, pieces: tuple[Span, ...]) -> str:
        """A span over a line end is written in fragments, as brat wants it."""
        article = self.document.article
        parts = [part for piece in pieces for part in _lines(article, piece)]
        key = f"T{len(self.spans) + 1}"
        offsets = ";".join(f"{part.start} {part.end}" for part in parts)
        words = " ".join(part.of(article) for part in parts)
        self.spans.append(f"{key}\t{kind} {offsets}\t{words}")
        return key

    def _fact(self, name: str, about: str, value: str) -> None:
        self.attributes += 1
        self.facts.append(f"A{self.attributes}\t{name} {about}" + (f" {value}" if value else ""))

    def _step(self, step: Step) -> None:
        premises = [self.keys[one] for one in step.premises if one in self.keys]
        if step.kind == "undercut":
            first, target = self.steps.get(step.target, ("", ""))
        else:
            first, target = "", self.keys.get(step.target, "")
        unit = {"support": "supports", "attack": "attacks"}.get(step.kind, f"{step.kind}s")
        unit = "contradictions" if step.kind == "contradict" else unit
        if not premises or not target:
            self.ledger.dropped(unit, ABSENT, step.id)
            self.ledger.dropped("linked steps", ABSENT, count=int(len(step.premises) > 1))
            self.ledger.dropped("schemes", ABSENT, count=int(bool(step.scheme)))
            return
        name = "supports" if step.kind == "support" else "attacks"
        keys = [self._relation(name, premise, target) for premise in premises]
        self.steps[step.id] = (keys[0], premises[0])
        self._account(step, unit, premises)
        if first:
            self._note(keys[0], f"undercut of {first} (brat cannot point a relation at a relation)")
        for key in keys[1:]:
            self._note(key, f"linked with {keys[0]}")
        if step.scheme:
            self._note(keys[0], f"scheme: {flat(step.scheme)}")

    def _account(self, step: Step, unit: str, premises: list[str]) -> None:
        if len(premises) < len(step.premises):
            self.ledger.changed(unit, PARTLY, step.id)
        elif step.kind == "contradict":
            self.ledger.changed(unit, ONE_WAY, step.id)
        if len(step.premises) > 1 and len(premises) < 2:
            self.ledger.dropped("linked steps", ABSENT, step.id)

    def _relation(self, name: str, source: str, target: str) -> str:
        key = f"R{len(self.relations) + 1}"
        self.relations.append(f"{key}\t{name} Arg1:{source} Arg2:{target}\t")
        return key

    def _note(self, about: str, text: str) -> None:
        self.notes.append(f"#{len(self.notes) + 1}\tAnnotatorNotes {about}\t{text}")


def _placed(said: Voiced) -> bool:
    """Whether words of the article say it."""
    return any(piece.start < piece.end for piece in said.pieces)


def _lines(article: str, span: Span) -> Iterator[Span]:
    """The parts of a range that stand on one line, without the blanks round the line ends."""
    words, start = span.of(article), 0
    for between in _LINE_END.finditer(words):
        if start < between.start():
            yield Span(start, between.start()).shift(span.start)
        start = between.end()
    if start < len(words):
        yield Span(start, len(words)).shift(span.start)


def _targets_first(document: Document) -> Iterator[Step]:
    """The steps so that each undercut comes after the one it aims at."""
    steps = document.map.steps.values()
    waiting = [step for step in steps if step.kind != "undercut"]
    for step in waiting:
        yield step
        waiting += (under for under in document.map.onto(step.id))
