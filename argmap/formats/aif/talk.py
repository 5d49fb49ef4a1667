"""Who says what: from locutions, illocutions and transitions to sayings of claims."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.formats.aif import schemes
from argmap.formats.aif.net import LOCUTION, STEPS, Net, Node
from argmap.formats.graph import Saying, distinct
from argmap.formats.ledger import Ledger
from argmap.text import Span

ISOLATED = "joined with nothing: copies that annotation tools leave"
ANALYST = "the analyst's copy of what a speaker said"
SILENT = "says nothing that is in the map"
ORDER = "only the order of the talk, which a map does not have"
AGAINST = "says no to a claim without words of its own"
LOOSE = "joins nothing that is in the map"
REWORDED = "its words are not those of the claim, which has other words of a locution already"

_PREFIX = re.compile(r"\s*+([^:\r\n]{1,80}?)\s*:(?!//)\s*")
_NEGATIVE = {"disagreeing", "contradicting", "rejecting", "disaffirming"}
_MARKS = re.compile(r"[\W_]+")

Places = Mapping[str, tuple[Span, ...]]


class Talk(NamedTuple):
    """For each claim who says it where, the words of a locution where they are others, and what
    kind of speech it is; for each step who argues it; the speakers, in order."""

    sayings: Mapping[str, list[Saying]]
    words: Mapping[str, str]
    speech: Mapping[str, str]
    arguers: Mapping[str, tuple[str, ...]]
    speakers: tuple[str, ...]


def parted(node: Node) -> tuple[str, str]:
    """The speaker and the words of a locution, `Ann Lee: words`; no speaker where none is told.

    >>> parted(Node("1", "L", "Ann Lee : It rusts"))
    ('Ann Lee', 'It rusts')
    """
    found = _PREFIX.match(node.text)
    if found is None:
        return node.person, node.text.strip()
    return node.person or found[1], node.text[found.end() :].strip()


def fold(text: str) -> str:
    """Words as they are compared: without case, punctuation and the kind of blanks."""
    return _MARKS.sub(" ", text).strip().casefold()


class Listener:
    """Goes through the talk once, and notes which nodes were of use."""

    def __init__(self, net: Net, places: Places, ledger: Ledger, claimed: Iterable[str]) -> None:
        self.net = net
        self.places = places
        self.ledger = ledger
        self.claimed = set(claimed)
        self.sayings: defaultdict[str, list[Saying]] = defaultdict(list)
        self.words: dict[str, str] = {}
        self.speech: dict[str, str] = {}
        self.arguers: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.via: defaultdict[str, list[str]] = defaultdict(list)
        self.reports: list[tuple[str, str, str]] = []
        self.restated: list[tuple[Node, str, str]] = []
        self.used: set[str] = set()
        self.analysts: set[str] = set()
        self.reworded: set[str] = set()
        self.speakers: dict[str, None] = {}

    def talk(self) -> Talk:
        acts = list(self.net.of("YA"))
        for act in acts:
            self._reported(act)
        for act in acts:
            self._heard(act)
        for act, source, rephrase in self.restated:
            self._restated(act, source, rephrase)
        for source, act_id, heard in self.reports:
            self.used |= {source, act_id} if heard in self.used else set()
        self._account()
        arguers = {step: tuple(who) for step, who in self.arguers.items()}
        return Talk(self.sayings, self.words, self.speech, arguers, tuple(self.speakers))

    def who(self, locution: str) -> tuple[str, ...]:
        name, _ = parted(self.net.nodes[locution])
        if name:
            self.speakers.setdefault(name)
        return (name,) if name else ()

    def _reported(self, act: Node) -> None:
        """One locution reports another; an analyst's copy only says that it was analysed."""
        for heard in self.net.after(act.id, LOCUTION):
            for source in self.net.before(act.id, LOCUTION):
                if schemes.folded(act.text) == "analysing":
                    self.analysts |= {source, act.id}
                else:
                    self.reports.append((source, act.id, heard))
                    self.via[heard].append(source)

    def _heard(self, act: Node) -> None:
        for target in self.net.out.get(act.id, ()):
            kind = self.net.nodes[target].kind
            for source in self.net.into.get(act.id, ()):
                origin = self.net.nodes[source].kind
                if kind == "I" and origin == LOCUTION:
                    self._said(act, source, target)
                elif kind == "I" and origin == "TA":
                    self._agreed(act, source, target)
                elif kind == "MA" and origin in (LOCUTION, "TA"):
                    self.restated.append((act, source, target))
                elif kind in STEPS and origin in (LOCUTION, "TA"):
                    self._argued(act, source, target)

    def _said(self, act: Node, source: str, claim: str) -> None:
        if schemes.folded(act.text) in _NEGATIVE:
            return
        self.used |= {source, act.id}
        self._name(act, claim)
        places = self.places.get(source, ())
        via = distinct(name for one in self.via[source] for name in self.who(one))
        self.sayings[claim].append(Saying(self.who(source), places, via))
        _, words = parted(self.net.nodes[source])
        node = self.net.nodes[claim]
        if places or fold(words) == fold(node.text) or node.kind == LOCUTION:
            return
        if self.words.setdefault(claim, words) != words:
            self.reworded.add(source)

    def _agreed(self, act: Node, transition: str, claim: str) -> None:
        """Agreeing needs no words of its own: who makes the move holds the claim."""
        if schemes.folded(act.text) in _NEGATIVE:
            return
        self.used |= {act.id, transition}
        held = {who for said in self.sayings[claim] for who in said.speakers}
        for locution in self.net.after(transition, LOCUTION):
            self.used.add(locution)
            who = self.who(locution)
            if who and who[0] not in held:
                self.sayings[claim].append(Saying(who))

    def _argued(self, act: Node, source: str, step: str) -> None:
        self.used |= {act.id, source}
        for locution in self._movers(source):
            self.used.add(locution)
            self.arguers[step].update(dict.fromkeys(self.who(locution)))

    def _movers(self, source: str) -> list[str]:
        """The locutions that make a move: that of the act, or those that a transition leads to."""
        lone = self.net.nodes[source].kind == LOCUTION
        return [source] if lone else self.net.after(source, LOCUTION)

    def _restated(self, act: Node, source: str, rephrase: str) -> None:
        """Who restates a claim says the restatement, if they do not anyway."""
        self.used |= {act.id, source}
        again = self.net.before(rephrase, "I", LOCUTION)
        for locution in self._movers(source):
            for claim in again:
                held = {who for said in self.sayings[claim] for who in said.speakers}
                if not held.issuperset(self.who(locution)) or not self.sayings[claim]:
                    self._said(act, locution, claim)
            self.used.add(locution)

    def _name(self, act: Node, claim: str) -> None:
        """Keeps the name of the act, but for those that every claim has."""
        if schemes.folded(act.text) not in (
            "asserting",
            "restating",
            "defaultillocuting",
            "ya",
            "",
        ):
            self.speech.setdefault(claim, act.text)

    def _account(self) -> None:
        for node in self.net.of("YA", "TA", LOCUTION):
            if node.id in self.claimed:
                continue
            name = self.net.unit(node.kind)
            if node.id in self.reworded:
                self.ledger.changed(name, REWORDED, node.id)
            elif node.id in self.used:
                self.ledger.kept(name)
            else:
                self.ledger.dropped(name, self._why(node), node.id)

    def _why(self, node: Node) -> str:
        if node.id in self.analysts:
            return ANALYST
        if node.id not in self.net.out and node.id not in self.net.into:
            return ISOLATED if node.kind == LOCUTION else LOOSE
        if node.kind == "TA":
            return ORDER
        if node.kind == LOCUTION:
            return SILENT
        return AGAINST if schemes.folded(node.text) in _NEGATIVE else LOOSE
