"""brat's standoff annotation: an .ann file of spans and relations beside the text it is about."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.brat_lines import Annotations, Relation, Spot, parsed
from argmap.formats.counting import MAP
from argmap.formats.graph import Claim, Graph, Restatement, Saying, Source, Speaker, Step
from argmap.formats.ledger import Ledger
from argmap.formats.locating import Locator
from argmap.text import Span

SUFFIXES = (".ann",)
CARRIES = MAP | {
    *("undercuts", "contradictions", "linked steps", "schemes", "speakers", "holders"),
    *("marks", "restatements", "labels", "tags", "data"),
}

PREMISES = ("premise", "data", "evidence")
PLAIN = ("claim", "premise")
SUPPORTS = ("support", "agree")
ATTACKS = ("attack", "contradict", "rebut", "disagree", "undercut")
SAME = ("semantically_same", "same", "equiv", "restates")
PARTS = ("parts_of_same",)
"""Parts of the names of types and relations by which they are known, in small letters."""

SCHEME = "scheme: "
MAJOR = "majorclaim"


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text beside; without one the claims stand in a map block."""
    found = parsed(source.text, ledger)
    if source.companion is None:
        ledger.warn("there is no text beside it, so the claims have no places")
    return _Reader(found, source.companion or "", ledger).graph()


def write(document: Document, ledger: Ledger) -> dict[str, str]:
    """The annotations, and the article that they are about."""
    from argmap.formats.brat_writing import Writer

    return {".ann": Writer(document, ledger).text(), ".txt": document.article}


def sort(name: str) -> str:
    """What a relation is: support, attack, same, parts, or an empty string for one not known.

    >>> sort("partial_disagreement"), sort("Partial-Attack"), sort("agreement"), sort("cites")
    ('attack', 'attack', 'support', '')
    """
    low = name.casefold()
    for kind, words in (("parts", PARTS), ("same", SAME), ("attack", ATTACKS)):
        if any(word in low for word in words):
            return kind
    return "support" if any(word in low for word in SUPPORTS) else ""


class _Reader:
    def __init__(self, found: Annotations, text: str, ledger: Ledger) -> None:
        self.found = found
        self.text = text
        self.ledger = ledger
        self.locator = Locator(text)
        self.links: dict[str, list[Relation]] = {}
        self.heads: dict[str, str] = {}
        self._link()
        self.places = {key: self._place(spot) for key, spot in found.spots.items()}

    def graph(self) -> Graph:
        parts = dict(self._parts())
        for key, whole in parts.items():
            self.places[whole] += self.places[key]
        claims = [self._claim(spot) for key, spot in self.found.spots.items() if key not in parts]
        named = dict.fromkeys(who for claim in claims for who in claim.sayings[0].speakers)
        steps = [*self._steps(parts), *self._stances()]
        speakers = tuple(Speaker(name, (name,), unit="") for name in named)
        again = tuple(self._restatements(parts))
        return Graph(tuple(claims), tuple(steps), speakers, self.text, restatements=again)

    def _place(self, spot: Spot) -> tuple[Span, ...]:
        """Where it stands: at its offsets if its words do, else at the nearest place with them."""
        if not self.text:
            return ()
        self.ledger.met("places")
        pieces = tuple(span for span in spot.pieces if span.end <= len(self.text))
        words = " ".join(span.of(self.text) for span in pieces)
        if not spot.text or " ".join(words.split()) == " ".join(spot.text.split()):
            self.ledger.kept("places")
            return tuple(self._whole(pieces))
        span = self.locator.find(spot.text, spot.pieces[0].start)
        if span is None:
            self.ledger.dropped("places", "the words do not stand in the text", spot.id)
            self.ledger.warn(f"line {spot.line}: {spot.id}: its words do not stand in the text")
            return ()
        start = spot.pieces[0].start
        self.ledger.changed("places", "found by their words, not at their offset", spot.id)
        self.ledger.warn(f"line {spot.line}: {spot.id} stands at {span.start}, not at {start}")
        return (span,)

    def _whole(self, pieces: tuple[Span, ...]) -> Iterator[Span]:
        """Fragments with nothing but a line end between them are one: brat cannot write it so."""
        last = pieces[0] if pieces else Span(0, 0)
        for piece in pieces[1:]:
            between = self.text[last.end : piece.start]
            if between and between.isspace() and ("\n" in between or "\r" in between):
                last = Span(last.start, piece.end)
            else:
                yield last
                last = piece
        if pieces:
            yield last

    def _parts(self) -> Iterator[tuple[str, str]]:
        """Spans that are a further part of another one."""
        wholes: set[str] = set()
        parts: set[str] = set()
        for relation in self.found.relations.values():
            if sort(relation.name) != "parts":
                continue
            whole, part = sorted((relation.source, relation.target), key=self._start)
            if part == whole or part in wholes or part in parts or whole in parts:
                self.ledger.dropped("relations", "parts that do not fit together", relation.id)
                continue
            wholes.add(whole)
            parts.add(part)
            self.ledger.kept("relations")
            self.ledger.kept("spans")
            yield part, whole

    def _start(self, key: str) -> Span:
        return self.found.spots[key].pieces[0]

    def _claim(self, spot: Spot) -> Claim:
        low = spot.type.casefold()
        premise = any(word in low for word in PREMISES)
        tags = [] if low in PLAIN else ["thesis" if low == MAJOR else spot.type]
        who: list[str] = []
        data: list[tuple[str, str]] = []
        for name, value in self.found.facts.get(spot.id, ()):
            if name.casefold() == "speaker":
                who.append(value)
            elif value:
                data.append((name, value))
            else:
                tags.append(name)
        text = " ".join(span.of(self.text) for span in self.places[spot.id]) or spot.text
        saying = Saying(tuple(who), self.places[spot.id])
        label = "premise" if premise else "claim"
        return Claim(spot.id, text, (saying,), "", label, tuple(tags), tuple(data), "spans")

    def _steps(self, parts: dict[str, str]) -> Iterator[Step]:
        for relation in self.found.relations.values():
            kind = sort(relation.name)
            if not kind:
                why = "a relation that is not known"
                self.ledger.dropped("relations", why, f"{relation.id} {relation.name}")
            elif relation.id in self.heads and kind in ("support", "attack"):
                self.ledger.kept("relations")
            elif kind in ("support", "attack"):
                yield self._step(relation, kind, parts)

    def _step(self, relation: Relation, kind: str, parts: dict[str, str]) -> Step:
        """A relation with those that a note links with it; a note may make it an undercut."""
        members = (relation, *self.links.get(relation.id, ()))
        premises = tuple(parts.get(one.source, one.source) for one in members)
        target = parts.get(relation.target, relation.target)
        undercut = self.found.undercuts.get(relation.id, "")
        tags = ("undercut",) if "undercut" in relation.name.casefold() else ()
        if undercut in self.found.relations:
            kind, target, tags = "undercut", self.heads.get(undercut, undercut), ()
        facts = self.found.facts.get(relation.id, ())
        told = [
            value.removeprefix("scheme: ") for _, value in facts if value.startswith("scheme: ")
        ]
        scheme = told[0] if told else ""
        data = tuple(fact for fact in facts if not fact[1].startswith("scheme: "))
        step = Step(relation.id, kind, premises, target, scheme=scheme, tags=tags, data=data)
        return step._replace(unit="relations")

    def _link(self) -> None:
        """Relations that a note links with an earlier one."""
        relations = self.found.relations
        for key, head in self.found.linked.items():
            if key in relations and head in relations and head not in self.found.linked:
                self.links.setdefault(head, []).append(relations[key])
                self.heads[key] = head

    def _stances(self) -> Iterator[Step]:
        """In essays a claim's stance is its only relation to what the essay claims."""
        major = [spot.id for spot in self.found.spots.values() if spot.type.casefold() == MAJOR]
        if not major:
            return
        told = {r.source for r in self.found.relations.values() if r.target in major}
        for key, value in self.found.stances.items():
            kind = {"for": "support", "against": "attack"}.get(value.casefold())
            if kind and key in self.found.spots and key not in told and key not in major:
                yield Step(f"stance of {key}", kind, (key,), major[0], unit="")

    def _restatements(self, parts: dict[str, str]) -> Iterator[Restatement]:
        for relation in self.found.relations.values():
            if sort(relation.name) == "same":
                this, other = (parts.get(k, k) for k in (relation.source, relation.target))
                yield Restatement(this, other, "relations")
        for first, other in self.found.equivalent:
            yield Restatement(other, first, unit="equivalences")
        major = [spot.id for spot in self.found.spots.values() if spot.type.casefold() == MAJOR]
        for key in major[1:]:
            yield Restatement(key, major[0], unit="")
