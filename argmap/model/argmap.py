"""The map of an article: a graph of claims and steps, and what its speakers hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from argmap.model import circles, claims, index, naming, roots, steps, voices
from argmap.model.faults import Faults, Hints, unknown_target
from argmap.model.index import Index
from argmap.model.naming import Naming
from argmap.model.order import Anchor
from argmap.model.people import People, people
from argmap.model.values import Claim, Holding, Located, Occurrence, Speaker, Step, Where
from argmap.model.voices import Milestone
from argmap.syntax.statements import Same
from argmap.syntax.units import Unit

ARGUES = ("support", "attack", "undercut")
Found = TypeVar("Found")
Kept = Mapping[Callable[["ArgMap", str], Sequence[Any]], Mapping[str, Sequence[Any]]]

Ends = Mapping[str, tuple[Step, ...]]


class Parts(NamedTuple):
    """How a map was built: what is needed to build a part of it again."""

    units: Sequence[Unit]
    author: str
    naming: Naming
    claims: Mapping[str, Anchor]
    steps: Mapping[str, Anchor]
    people: People
    claim_faults: Mapping[str, Sequence[Located]]
    step_faults: Mapping[str, Sequence[Located]]
    milestone_faults: tuple[Located, ...]
    name_faults: tuple[Located, ...]
    hints: Hints
    used: Index | None = None


class ArgMap:
    """Claims and steps by id, both in order of the text.

    `doubtful` are, where all claims of a map before hung from positions, those that may not do so
    now; `turning`, where none supported each other in a circle, those that may be part of one now.
    """

    def __init__(
        self,
        claims: Mapping[str, Claim],
        steps: Mapping[str, Step],
        milestones: Mapping[Where, Milestone],
        parts: Parts,
        reasons: Ends,
        targets: Ends,
        doubtful: frozenset[str] | None = None,
        turning: frozenset[str] | None = None,
    ) -> None:
        self.claims = claims
        self.steps = steps
        self.milestones = milestones
        self.parts = parts
        self.reasons = reasons
        self.targets = targets
        self.doubtful = doubtful
        self.turning = turning
        self.kept: Kept = {}

    @staticmethod
    def of(units: Sequence[Unit], author: str, position: Mapping[Unit, int]) -> ArgMap:
        """The map of all units; `position` tells the number of each."""
        names = naming.of(units)
        pairing = names.paired  # mostly none
        unknown = [fault for unit in units if pairing for fault in unknown_same(unit, names)]
        about_pairs: list[Located] = []
        pairs = voices.milestones(units, about_pairs)
        holders = voices.Holders(position, pairs)
        told = index.told(units)
        about_claims, about_steps = Faults(), Faults()
        built = claims.build(told, names, holders, about_claims)
        argued = steps.build(told, names, about_steps)
        parts = Parts(
            units,
            author,
            names,
            {name: anchor for name, anchor, _ in built},
            {name: anchor for name, anchor, _ in argued},
            people(units, author),
            about_claims.by_name,
            about_steps.by_name,
            tuple(about_pairs),
            tuple(unknown),
            Hints(names.taken),
        )
        finished = {name: step for name, _, step in argued}
        return ArgMap(
            {name: claim for name, _, claim in built},
            finished,
            pairs,
            parts,
            by_end(finished.values(), premises),
            by_end(finished.values(), ends),
        )

    @property
    def speakers(self) -> Mapping[str, Speaker]:
        """All who are named, in order of the text."""
        return self.parts.people.speakers

    @property
    def same(self) -> Mapping[str, str]:
        """From other names of claims to their ids."""
        return self.parts.naming.same

    @cached_property
    def faults(self) -> tuple[Located, ...]:
        """What is wrong with names, relations and what is said of claims, in no order."""
        parts = self.parts
        by_name = (*parts.claim_faults.values(), *parts.step_faults.values())
        found = [*parts.milestone_faults, *parts.name_faults]
        found += (fault for faults in by_name for fault in faults)
        return tuple(parts.hints.into(found))

    @cached_property
    def index(self) -> Index:
        """Where names are used, for what follows after an edit."""
        return self.parts.used or Index.of(self.parts.units, self.parts.naming)

    def find(self, name: str) -> Claim | Step | None:
        """The claim or step of that name, or of that other name of it."""
        return self.claims.get(self.same.get(name, name)) or self.steps.get(name)

    def onto(self, name: str) -> tuple[Step, ...]:
        """The steps that aim at a claim, or the undercuts of a step, by its id."""
        return self.targets.get(name, ())

    def out(self, claim: str) -> tuple[Step, ...]:
        """The steps that a claim is a premise of."""
        return self.reasons.get(claim, ())

    def found(
        self, find: Callable[[ArgMap, str], Sequence[Found]]
    ) -> Mapping[str, Sequence[Found]]:
        """What `find` finds for each claim, where that is anything. It looks at the claim, the
        steps onto it and out of it, and nothing else of the map: after an edit only the claims
        that it has to do with are asked again."""
        if find not in self.kept:
            every = {claim: found for claim in self.claims if (found := find(self, claim))}
            self.kept = {**self.kept, find: every}
        return self.kept[find]

    def keep(self, before: Kept, changed: Collection[str]) -> None:
        """Takes over what was found before these claims, or steps at them, changed."""
        kept: dict[Callable[[ArgMap, str], Sequence[Any]], Mapping[str, Sequence[Any]]] = {}
        for find, known in before.items():
            now = {name: find(self, name) for name in changed if name in self.claims}
            if any(now.values()) or any(name in known for name in changed):
                known = {**known, **now}
                for name in changed:
                    if not now.get(name):
                        known.pop(name, None)
            kept[find] = known
        self.kept = kept

    def argues(self, claim: str) -> bool:
        """Whether a claim is a reason for or against anything."""
        return any(step.kind in ARGUES for step in self.out(claim))

    @cached_property
    def positions(self) -> tuple[Claim, ...]:
        """The claims that argue for nothing further, in order of the text."""
        return tuple([self.claims[name] for name in self._positions])

    @cached_property
    def _positions(self) -> tuple[str, ...]:
        reasons, bare = self.reasons, self.found(_only_contradicts)
        return tuple([name for name in self.claims if name not in reasons or name in bare])

    def keep_positions(self, before: ArgMap) -> None:
        """Takes over which claims are positions, from a map in which the same are."""
        if "_positions" in before.__dict__:
            self._positions = before._positions

    @cached_property
    def unrooted(self) -> frozenset[str]:
        """The claims that hang from no position: those of a ring, and what hangs from it alone."""
        return roots.unrooted(self, self.doubtful)

    def in_doubt(self, names: Iterable[str]) -> frozenset[str] | None:
        """What may be unrooted once the steps of these claims are others; None where it may be
        any claim."""
        if "unrooted" in self.__dict__:
            return None if self.unrooted else frozenset(names)
        return None if self.doubtful is None else self.doubtful | frozenset(names)

    @cached_property
    def named(self) -> frozenset[str]:
        """The speakers that heads name: as holders, as arguers, in `via=` or in `of=`."""
        if self.parts.used is None:
            return frozenset().union(*(u.speakers for u in self.parts.units if u.marks or u.lines))
        spoken = self.parts.used.spoken.items()
        return frozenset(who for who, units in spoken if any(who in u.speakers for u in units))

    def speaking(self, names: frozenset[str]) -> Collection[Unit]:
        """The units in which heads name any of these speakers, and perhaps some that do not."""
        if self.parts.used is None:
            return [unit for unit in self.parts.units if not names.isdisjoint(unit.speakers)]
        spoken = self.parts.used.spoken
        return {unit for name in names for unit in spoken.get(name, ())}

    @cached_property
    def circles(self) -> tuple[frozenset[str], ...]:
        """The largest sets of claims that support each other in a circle."""
        if self.turning is not None and not circles.leads_back(self, self.turning):
            return ()
        return tuple(circles.circles(self, self.reasons))

    def may_turn(self, names: Iterable[str]) -> frozenset[str] | None:
        """What may be in a circle once the steps of these claims are others; None where it may be
        any claim."""
        if "circles" in self.__dict__:
            return None if self.circles else frozenset(names)
        return None if self.turning is None else self.turning | frozenset(names)

    def only(self, names: Collection[str]) -> ArgMap:
        """The map with only these claims, the steps that lie among them, and all speakers."""
        lost = [
            name
            for name, step in self.steps.items()
            if step.root not in names or any(one not in names for one in step.premises)
        ]
        gone = set(lost)
        while lost:  # and what undercuts a step that is gone
            for step in self.onto(lost.pop()):
                if step.id not in gone:
                    gone.add(step.id)
                    lost.append(step.id)
        steps = {name: step for name, step in self.steps.items() if name not in gone}
        return ArgMap(
            {name: _among(self.claims[name], names) for name in self.claims if name in names},
            steps,
            self.milestones,
            self.parts,
            by_end(steps.values(), premises),
            by_end(steps.values(), ends),
        )

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


def _only_contradicts(found: ArgMap, claim: str) -> Sequence[str]:
    """The claim itself, if it is a reason for and against nothing but contradicts something."""
    return (claim,) if claim in found.reasons and not found.argues(claim) else ()


def _among(claim: Claim, names: Collection[str]) -> Claim:
    """The claim, denying only claims of these names."""
    if all(name in names for one in claim.occurrences for name in one.denied):
        return claim
    occurrences: list[Occurrence] = []
    for one in claim.occurrences:
        denied = tuple(name for name in one.denied if name in names)
        stance = "asserts" if one.stance == "denies" and not denied else one.stance
        occurrences.append(one._replace(denied=denied, stance=stance))
    return claim._replace(occurrences=tuple(occurrences))


def premises(step: Step) -> tuple[str, ...]:
    return step.premises


def ends(step: Step) -> tuple[str, ...]:
    """What a step aims at; a contradiction stands at both of its claims."""
    if step.kind == "contradict":
        return tuple(dict.fromkeys((step.target, *step.premises)))
    return (step.target,)


def by_end(steps: Iterable[Step], names: Callable[[Step], Iterable[str]]) -> Ends:
    """Steps by the names that `names` tells of each, in order of the text."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        for name in names(step):
            found[name].append(step)
    return {name: tuple(steps) for name, steps in found.items()}


def unknown_same(unit: Unit, names: Naming) -> Iterator[Located]:
    """Faults of names that are made one with others and that no claim has."""
    for statement in unit.statements:
        if isinstance(statement, Same):
            for name in (statement.left, statement.right):
                if not names.knows(name):
                    yield unknown_target(Where(unit, *statement.source), name)
