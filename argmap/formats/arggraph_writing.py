"""Writes an article as the XML of the microtext corpora."""

from __future__ import annotations

import re
from xml.sax.saxutils import quoteattr

from argmap.document import Document
from argmap.formats.ledger import Ledger
from argmap.formats.outward import called, cuts, flat, voiced
from argmap.model.values import Claim, Step
from argmap.text import Span

VOICES = {"Proponent": "pro", "Opponent": "opp"}
SPACES = "the article is cut into units, which are joined by single spaces"
TWO = "a claim is the proponent's or the opponent's"
UNHELD = "what nobody holds is the proponent's"
_TOKEN = re.compile(r"[\w.-]+")
_WORD = re.compile(r"\w")
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CHARACTERS = "XML has no room for them, so they became U+FFFD"


class Writer:
    """Units and claims first, then the relations as edges onto claims or other edges."""

    def __init__(self, document: Document, ledger: Ledger) -> None:
        self.document = document
        self.ledger = ledger
        self.units: list[str] = []
        self.claims: list[str] = []
        self.edges: list[str] = []
        self.ids: dict[str, str] = {}
        self.steps: dict[str, str] = {}
        self.voices: set[str] = set()

    def text(self) -> str:
        found = self.document.map
        spans: list[Span] = []
        owners: list[str] = []
        for claim in found.claims.values():
            self.ids[claim.id] = f"a{len(self.ids) + 1}"
            places = [one for said in voiced(self.document, claim) for one in said.pieces]
            spans += places
            owners += [claim.id] * len(places)
        parts = self._cut(spans, owners)
        main = self._main()
        for claim in found.claims.values():
            self._claim(claim, parts.get(claim.id, []), main)
        self.ledger.kept("speakers", len(self.voices))
        for number, step in enumerate(found.steps.values(), 1):
            self.steps[step.id] = f"c{number}"
        for step in found.steps.values():
            self._step(step)
        lines = ["<?xml version='1.0' encoding='UTF-8'?>", f"<arggraph{self._attributes()}>"]
        lines += (f"  {line}" for line in (*self.units, *self.claims, *self.edges))
        return "\n".join([*lines, "</arggraph>", ""])

    def _attributes(self) -> str:
        """The id, and topic and stance where the front matter has them."""
        front = self.document.front
        found = f" id={self._quoted(front.get('title') or 'map')}"
        for key, name in (("topic", "topic_id"), ("stance", "stance")):
            value = front.get(key)
            if value and _TOKEN.fullmatch(value):
                found += f' {name}="{value}"'
                self.ledger.kept("front matter")
        self.ledger.kept("front matter", int(bool(front.get("title"))))
        return found

    def _cut(self, spans: list[Span], owners: list[str]) -> dict[str, list[str]]:
        """Cuts the article where marks begin and end. Stretches without a letter go to the unit
        before, so that its full stop stays with a sentence."""
        article = self.document.article
        units: list[tuple[str, frozenset[str]]] = []
        end = 0
        exact = True
        for span, inside in cuts(len(article), spans):
            raw = span.of(article)
            words = raw.strip()
            if not words:
                continue
            start = span.start + raw.index(words[0])
            between = article[end:start]
            glued = bool(units) and not _WORD.search(words) and not inside
            joined = " " if units and not glued else ""
            exact = exact and between == joined and flat(words) == (raw if inside else words)
            if glued:
                before, owned = units.pop()
                exact = exact and not owned
                units.append((before + between + words, owned))
            else:
                units.append((words, frozenset(owners[number] for number in inside)))
            end = start + len(words)
        unfit = len(_UNFIT.findall(article))
        self.ledger.met("characters", unfit)
        self.ledger.changed("characters", CHARACTERS, count=unfit)
        if not exact or article[end:]:
            self.ledger.met("article")
            self.ledger.changed("article", SPACES)
            self.ledger.changed("marks", SPACES, count=len(spans))
        parts: dict[str, list[str]] = {}
        for words, owned in units:
            key = self._unit(words)
            for claim in sorted(owned):
                parts.setdefault(claim, []).append(key)
        return parts

    def _unit(self, words: str, more: str = "") -> str:
        key = f"e{len(self.units) + 1}"
        text = _UNFIT.sub("\ufffd", flat(words)).replace("]]>", "]]]]><![CDATA[>")
        self.units.append(f'<edu id="{key}"{more}><![CDATA[{text}]]></edu>')
        return key

    def _quoted(self, text: str) -> str:
        return quoteattr(_UNFIT.sub("\ufffd", flat(text)))

    def _main(self) -> frozenset[str]:
        """Who holds the first position: they are the proponent, all others the opponent."""
        for claim in self.document.map.positions:
            held = self.document.map.holders(claim.id)
            if held:
                return frozenset(held)
        return frozenset()

    def _claim(self, claim: Claim, units: list[str], main: frozenset[str]) -> None:
        held = self.document.map.holders(claim.id)
        self.voices.update(who for who in held if called(self.document, who) in VOICES)
        named = {VOICES.get(called(self.document, who), "") for who in held}
        voice = named.pop() if len(named) == 1 else ""
        if not voice:
            voice = "pro" if not held or main.intersection(held) else "opp"
            holders = sum(len(said.speakers) for said in claim.occurrences)
            self.ledger.changed("holders", TWO, claim.id, holders)
            if not held:
                self.ledger.changed("claims", UNHELD, claim.id)
        key = self.ids[claim.id]
        self.claims.append(f'<adu id="{key}" type="{voice}"/>')
        words = self.document.wording(claim.id)
        for unit in units or [self._unit(words, ' implicit="true"')]:
            self._edge(f"s{len(self.edges) + 1}", unit, key, "seg")

    def _edge(self, key: str, source: str, target: str, kind: str) -> None:
        self.edges.append(f'<edge id="{key}" src="{source}" trg="{target}" type="{kind}"/>')

    def _step(self, step: Step) -> None:
        """The first premise makes the edge, the others are added to it."""
        key = self.steps[step.id]
        first, *others = (self.ids[claim] for claim in step.premises)
        if step.kind == "undercut":
            self._edge(key, first, self.steps[step.target], "und")
        else:
            example = step.kind == "support" and step.scheme == "example"
            kind = "exa" if example else {"support": "sup"}.get(step.kind, "reb")
            self._edge(key, first, self.ids[step.target], kind)
            self.ledger.kept("schemes", int(example))
        if step.kind == "contradict":
            self.ledger.changed("contradictions", "written as a rebuttal", step.id)
        for number, other in enumerate(others, 2):
            self._edge(f"{key}.{number}", other, key, "add")
