"""Builds the claims: who puts what forward, in which words."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diagnostic import Severity
from argmap.model import faults
from argmap.model.faults import Faults, unknown_target
from argmap.model.index import Told
from argmap.model.naming import Naming
from argmap.model.order import Anchor
from argmap.model.values import Claim, Located, Occurrence, Where
from argmap.model.voices import Holders
from argmap.syntax.reading import MEANT
from argmap.syntax.statements import Voice
from argmap.syntax.units import Unit


class _Said:
    """An occurrence in the making."""

    __slots__ = ("denied", "pieces", "stance")

    def __init__(self, where: Where, stance: str, denied: tuple[str, ...]) -> None:
        self.pieces = [where]
        self.stance = stance
        self.denied = denied


class _Telling:
    """What is said of each claim, collected in order of the text."""

    def __init__(self, naming: Naming, found: Faults) -> None:
        self.naming = naming
        self.found = found
        self.said: dict[str, list[_Said]] = {}
        self.anchors: dict[str, Anchor] = {}
        self.order: dict[str, int] = {}
        self.generated: set[str] = set()
        self.latest: dict[str, _Said] = {}
        self.early: list[tuple[str, _Said, tuple[int, Anchor]]] = []

    def take(self, number: int, unit: Unit, index: int, voice: Voice) -> None:
        where = Where(unit, *voice.source)
        claim = self.naming.claim(unit, voice.claim)
        if not self.naming.knows(voice.claim):
            self.found.add(claim, unknown_target(where, str(voice.claim)))
        elif voice.stance == "continues":
            self._continue(claim, where)
        else:
            denied = tuple(self.naming.same.get(name, name) for name in voice.denied)
            one = _Said(where, voice.stance, denied)
            if voice.stance == "restates" and claim not in self.said:
                self.early.append((claim, one, (number, Anchor(unit, index))))
            else:
                self.order.setdefault(claim, number)
                self.anchors.setdefault(claim, Anchor(unit, index))
                self.said.setdefault(claim, []).append(one)
            if isinstance(voice.claim, int):
                self.generated.add(claim)
            if where.in_text:
                self.latest.update(dict.fromkeys((claim, *denied), one))

    def _continue(self, claim: str, where: Where) -> None:
        host = self.latest.get(claim)
        if host is None:
            self.found.add(claim, _no_beginning(where, claim))
        else:
            host.pieces.append(where)

    def done(self) -> None:
        """Puts restatements before the first assertion where they stand in the text."""
        for claim, _, (number, anchor) in self.early:
            if claim not in self.said:  # `{#shut =close}` alone puts it forward
                self.said[claim] = []
                self.order[claim], self.anchors[claim] = number, anchor
        for claim, one, _ in reversed(self.early):
            self.said[claim].insert(0, one)


def build(
    told: Iterable[Told], naming: Naming, holders: Holders, found: Faults
) -> list[tuple[str, Anchor, Claim]]:
    """The claims of which `told` tells all, in order of the text; faults go to `found`."""
    telling = _Telling(naming, found)
    for number, (unit, index, statement) in enumerate(told):
        if isinstance(statement, Voice):
            telling.take(number, unit, index, statement)
    telling.done()
    return [
        (claim, telling.anchors[claim], _claim(claim, telling, ones, holders))
        for claim, ones in sorted(telling.said.items(), key=lambda said: telling.order[said[0]])
    ]


def _claim(claim: str, telling: _Telling, said: list[_Said], holders: Holders) -> Claim:
    found: list[Located] = []
    tags: dict[str, None] = {}
    data: dict[str, tuple[str, Where]] = {}
    pairs: list[tuple[str, str]] = []
    for one in said:
        for where in one.pieces:
            if not where.in_text and where.unit.lines[where.index][1].form == "relation":
                continue
            for sign, _, key, _, value in where.head.attributes:
                if sign == ".":
                    tags[key] = None
                if sign != "key" or key in MEANT:
                    continue
                if key in data and data[key][0] != value and key != "note":
                    _clash(where, key, data[key], found)
                elif key not in data or key == "note":
                    data.setdefault(key, (value, where))
                    pairs.append((key, value))
    wording = _wording(claim, said, found)
    _defined_twice(claim, said, found)
    if found:
        telling.found.add(claim, *found)
    return Claim(
        claim,
        claim in telling.generated,
        tuple([_occurrence(one, holders) for one in said]),
        wording,
        tuple(tags),
        tuple(dict.fromkeys(pairs)),
        telling.naming.aliases.get(claim, ()),
    )


def _occurrence(one: _Said, holders: Holders) -> Occurrence:
    first = one.pieces[0]
    speakers, via = holders.of(first)
    head = first.head
    label = head.label
    if label not in ("claim", "premise"):  # none, or `speaker` in a map line, which names nobody
        supports = any(a.sign in ("+", "&") for a in head.attributes)
        label = "premise" if supports else "claim"
    return Occurrence(tuple(one.pieces), one.stance, speakers, via, label, one.denied)


def _wording(claim: str, said: list[_Said], found: list[Located]) -> str:
    """The text of the map line with the claim's own name; else of one with another name."""
    lines = [one.pieces[0] for one in said if not one.pieces[0].in_text]
    if not lines:
        return ""
    texts = [(where, *_named_text(where, claim)) for where in lines]
    own = [(where, text) for where, text, is_own in texts if text and is_own]
    for where, text in own[1:]:
        if text != own[0][1]:
            first = own[0][0]
            found.append(
                faults.located(
                    "duplicate-id",
                    where,
                    faults.spot(where, claim),
                    f"`{claim}` already has another wording",
                    "Keep one of the two lines, or give this claim an id of its own.",
                    related=((first, faults.spot(first, claim), "the first wording"),),
                )
            )
    return own[0][1] if own else next((text for _, text, _ in texts if text), "")


def _named_text(where: Where, claim: str) -> tuple[str, bool]:
    line = where.unit.lines[where.index][1]
    return line.text, line.name is None or line.name.name == claim


def _defined_twice(claim: str, said: list[_Said], found: list[Located]) -> None:
    if len(said) < 2:
        return
    marks = [one.pieces[0] for one in said if one.stance == "asserts" and one.pieces[0].in_text]
    if len(marks) < 2:
        return
    first = marks[0]
    words = first.unit.words(first.mark.words)
    found += (
        faults.located(
            "duplicate-id",
            where,
            faults.spot(where, claim, "#"),
            f"the id `{claim}` is given a second time, to other words",
            f"Write `={claim}` if they say the same, or give them an id of their own.",
            related=((first, faults.spot(first, claim, "#"), "first given here"),),
        )
        for where in marks[1:]
        if where.mark.name or where.unit.words(where.mark.words) != words
    )


def _clash(where: Where, key: str, first: tuple[str, Where], found: list[Located]) -> None:
    value, place = first
    found.append(
        faults.located(
            "data-clash",
            where,
            faults.spot(where, key, ("key",)),
            f"`{key}` of this claim is already `{value[:60]}`",
            "Keep one of the two.",
            Severity.WARNING,
            ((place, faults.spot(place, key, ("key",)), "given here"),),
        )
    )


def _no_beginning(where: Where, claim: str) -> Located:
    return faults.located(
        "fragment-without-beginning",
        where,
        faults.spot(where, claim, ("..",)),
        f"this continues `{claim}`, but no mark of it stands before",
        f"Mark the first piece with `#{claim}`; the later ones with `..{claim}`.",
    )
