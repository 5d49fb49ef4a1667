"""The map of an article: a graph of claims and steps, and what its speakers hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from argmap.model import claims, naming, steps, voices
from argmap.model.people import speakers_of
from argmap.model.values import Claim, Holding, Located, Speaker, Step, Where
from argmap.model.voices import Milestone
from argmap.syntax.units import Unit

ARGUES = ("support", "attack", "undercut")


@dataclass(frozen=True, eq=False)
class ArgMap:
    """Claims and steps by id, both in order of the text."""

    claims: Mapping[str, Claim]
    steps: Mapping[str, Step]
    speakers: Mapping[str, Speaker]
    milestones: Mapping[Where, Milestone]
    faults: tuple[Located, ...]
    same: Mapping[str, str]

    @staticmethod
    def of(units: Sequence[Unit], author: str = "") -> ArgMap:
        found: list[Located] = []
        names = naming.of(units)
        for unit in units:
            found += _unknown_same(unit, names)
        pairs = voices.milestones(units, found)
        holders = voices.Holders(units, pairs)
        built = claims.build(units, names, holders, found)
        argued = steps.build(units, names, found)
        return ArgMap(built, argued, speakers_of(units, author), pairs, tuple(found), names.same)

    def find(self, name: str) -> Claim | Step | None:
        """The claim or step of that name, or of that other name of it."""
        return self.claims.get(self.same.get(name, name)) or self.steps.get(name)

    @cached_property
    def _onto(self) -> Mapping[str, tuple[Step, ...]]:
        """Steps by what they aim at; a contradiction stands at both of its claims."""
        found: defaultdict[str, list[Step]] = defaultdict(list)
        for step in self.steps.values():
            ends = {step.target: None}
            if step.kind == "contradict":
                ends.update(dict.fromkeys(step.premises))
            for end in ends:
                found[end].append(step)
        return {end: tuple(steps) for end, steps in found.items()}

    @cached_property
    def _from(self) -> Mapping[str, tuple[Step, ...]]:
        found: defaultdict[str, list[Step]] = defaultdict(list)
        for step in self.steps.values():
            for premise in step.premises:
                found[premise].append(step)
        return {premise: tuple(steps) for premise, steps in found.items()}

    def onto(self, name: str) -> tuple[Step, ...]:
        """The steps that aim at a claim, or the undercuts of a step, by its id."""
        return self._onto.get(name, ())

    def out(self, claim: str) -> tuple[Step, ...]:
        """The steps that a claim is a premise of."""
        return self._from.get(claim, ())

    def argues(self, claim: str) -> bool:
        """Whether a claim is a reason for or against anything."""
        return any(step.kind in ARGUES for step in self.out(claim))

    @cached_property
    def positions(self) -> tuple[Claim, ...]:
        """The claims that argue for nothing further, in order of the text."""
        return tuple(claim for claim in self.claims.values() if not self.argues(claim.id))

    def holders(self, claim: str) -> tuple[str, ...]:
        """Who asserts or restates a claim, in order of the text."""
        found: dict[str, None] = {}
        for occurrence in self.claims[claim].occurrences:
            found.update(dict.fromkeys(occurrence.speakers))
        return tuple(found)

    def arguers(self, step: Step) -> tuple[str, ...]:
        """Who argues a step: written ones, or else those who hold its premises."""
        if step.speakers:
            return step.speakers
        return tuple(dict.fromkeys(who for name in step.premises for who in self.holders(name)))

    @cached_property
    def holdings(self) -> Mapping[str, tuple[Holding, ...]]:
        """What each speaker holds, by speaker, in order of the text."""
        found: defaultdict[str, list[Holding]] = defaultdict(list)
        for claim in self.claims.values():
            for holding, who in _held(claim):
                found[who].append(holding)
        return {who: tuple(held) for who, held in found.items()}


def _held(claim: Claim) -> Iterator[tuple[Holding, str]]:
    for occurrence in claim.occurrences:
        for who in occurrence.speakers:
            others = tuple(name for name in occurrence.speakers if name != who)
            stance = "restates" if occurrence.stance == "restates" else "asserts"
            yield Holding(claim.id, stance, others, occurrence.via, occurrence), who
            for denied in occurrence.denied:
                yield Holding(denied, "denies", others, occurrence.via, occurrence), who


def _unknown_same(unit: Unit, names: naming.Naming) -> Iterator[Located]:
    from argmap.syntax.statements import Same

    for statement in unit.statements:
        if isinstance(statement, Same):
            for name in (statement.left, statement.right):
                if not names.knows(name):
                    where = Where(unit, *statement.source)
                    yield claims.unknown_target(where, name, names.defined)
