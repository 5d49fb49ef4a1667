"""From an article to the nodes of an AIF graph: claims and steps, and who says so."""

from __future__ import annotations

from typing import NamedTuple

from argmap.document import Document
from argmap.formats.aif import schemes
from argmap.formats.ledger import Ledger
from argmap.formats.outward import Voiced, called, flat, voiced
from argmap.model.values import Claim, Step
from argmap.text import Span

SYMMETRIC = "Contradiction"
"""The text of a conflict that goes both ways; AIF has no other sign for it."""

JOINT = "who say it together say it one by one"
COLON = "a colon in a name is left out"


class Made(NamedTuple):
    """A node to be written; `scheme` is AIFdb's name for it, `speaker` who says a locution."""

    id: str
    kind: str
    text: str
    scheme: str = ""
    speaker: str = ""
    pieces: tuple[Span, ...] = ()


class Drawn(NamedTuple):
    """Nodes, edges, and the speakers that are in it."""

    nodes: tuple[Made, ...]
    edges: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]


class Drawing:
    """A graph in the making; ids count from 1. With `dialogue` the locutions are in it."""

    def __init__(self, document: Document, ledger: Ledger, *, dialogue: bool) -> None:
        self.document = document
        self.ledger = ledger
        self.dialogue = dialogue
        self.nodes: list[Made] = []
        self.edges: list[tuple[str, str]] = []
        self.claims: dict[str, str] = {}
        self.steps: dict[str, str] = {}
        self.spoken: dict[str, list[str]] = {}

    def drawn(self) -> Drawn:
        """Claims first, then steps, then what was said."""
        found = self.document.map
        voices = {claim.id: voiced(self.document, claim) for claim in found.claims.values()}
        for key in found.claims:
            own = [one.pieces for one in voices[key] if not one.speakers and not one.again]
            pieces = tuple(span for ranges in own for span in ranges)
            self.claims[key] = self._add("I", self.document.wording(key), pieces=pieces)
        for step in found.steps.values():
            self._step(step)
        for step in found.steps.values():
            if step.kind == "undercut":
                self.edges.append((self.steps[step.id], self.steps[step.target]))
        for claim in found.claims.values():
            self._said(claim, voices[claim.id])
        for step in found.steps.values() if self.dialogue else ():
            self._argued(step)
        speaking = {made.speaker for made in self.nodes}
        people = tuple(who for who in found.speakers if who in speaking)
        if self.dialogue:
            silent = len(found.speakers) - len(people)
            self.ledger.dropped("speakers", "they say nothing in the map", count=silent)
        return Drawn(tuple(self.nodes), tuple(self.edges), people)

    def _add(
        self, kind: str, text: str, scheme: str = "", speaker: str = "",
        pieces: tuple[Span, ...] = ()
    ) -> str:  # fmt: skip
        key = str(len(self.nodes) + 1)
        self.nodes.append(Made(key, kind, flat(text), scheme, speaker, pieces))
        return key

    def _step(self, step: Step) -> None:
        default = "Default Inference" if step.kind == "support" else "Default Conflict"
        scheme = schemes.official(step.scheme) if step.scheme else default
        kind = "RA" if step.kind == "support" else "CA"
        text = SYMMETRIC if step.kind == "contradict" else scheme
        key = self.steps[step.id] = self._add(kind, text, scheme)
        self.edges += ((self.claims[one], key) for one in step.premises)
        if step.kind != "undercut":
            self.edges.append((key, self.claims[step.target]))

    def _said(self, claim: Claim, voices: list[Voiced]) -> None:
        """What is said in other words is a claim of its own, which rephrases the first."""
        rephrased: dict[str, str] = {}
        speech = claim.get("speech") or "Asserting"
        written = claim.get("said")
        for one in voices:
            node = self.claims[claim.id]
            words = one.words or self.document.wording(claim.id)
            if one.again:
                node = rephrased.get(words) or self._rephrased(node, words, one)
                rephrased[words] = node
            elif written and not one.pieces:
                words, written = written, None
            if self.dialogue:
                self._uttered(claim.id, node, words, speech, one)

    def _rephrased(self, of: str, words: str, one: Voiced) -> str:
        node = self._add("I", words, pieces=() if one.speakers else one.pieces)
        key = self._add("MA", "Default Rephrase", "Default Rephrase")
        self.edges += ((node, key), (key, of))
        return node

    def _uttered(self, claim: str, node: str, words: str, speech: str, one: Voiced) -> None:
        if len(one.speakers) > 1:
            self.ledger.changed("holders", JOINT, claim, len(one.speakers))
        for who in one.speakers:
            locution = self._locution(who, words, one.pieces)
            act = self._add("YA", speech, speech)
            self.edges += ((locution, act), (act, node))
            self.spoken.setdefault(claim, []).append(locution)
            for reporter in one.via:
                source = self._locution(reporter, f"{self._name(who)} : {words}", ())
                report = self._add("YA", "Asserting", "Asserting")
                self.edges += ((source, report), (report, locution))

    def _locution(self, who: str, words: str, pieces: tuple[Span, ...]) -> str:
        return self._add("L", f"{self._name(who)} : {words}", speaker=who, pieces=pieces)

    def _name(self, who: str) -> str:
        return flat(called(self.document, who).replace(":", " "))

    def _argued(self, step: Step) -> None:
        """The move to the locutions of the premises argues the step; others need words to do so."""
        spoken = [one for claim in step.premises for one in self.spoken.get(claim, ())]
        by_speaker = {self.nodes[int(one) - 1].speaker: one for one in spoken}
        if step.speakers and set(step.speakers) != set(by_speaker):
            words = self.document.wording(step.premises[0])
            spoken = [by_speaker.get(w) or self._locution(w, words, ()) for w in step.speakers]
        if not spoken:
            return
        name = "Arguing" if step.kind == "support" else "Disagreeing"
        move = self._add("TA", "Default Transition", "Default Transition")
        act = self._add("YA", name, name)
        before = self.spoken.get(step.root, ())[:1]
        self.edges += ((one, move) for one in before if one not in spoken)
        self.edges += ((move, one) for one in dict.fromkeys(spoken))
        self.edges += ((move, act), (act, self.steps[step.id]))
