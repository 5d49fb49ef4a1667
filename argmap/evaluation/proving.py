"""Claims that are held to a standard of proof, as arguments and attacks.

Such a claim stands if one of its reasons carries it: the step is active, and no active objection
is so heavy that the reason fails the standard. Objections are sorted by their weight, the
heaviest first; "none" of the first `k` is attacked by the `k`-th and by "some" of those before
it, and attacks "some" of the first `k`, so that all reasons share one row of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from argmap.evaluation.kinds import NO_REASON, PROOF
from argmap.evaluation.network import ATTACK, SUPPORT, Network
from argmap.evaluation.standards import WEIGHT, limit

Weighed = tuple[float, int]
"""A weight, and the argument that has it."""


class Proving:
    """What a flattening adds for the standards of a network. `helper` makes an argument of some
    kind about something, `attack` an attack. `twins` are arguments that are set aside or granted
    together with a claim."""

    def __init__(
        self,
        network: Network,
        helper: Callable[[int, int], int],
        attack: Callable[[int, int], None],
        granted: Collection[int],
    ) -> None:
        self.network = network
        self.claims = len(network.claims)
        self.helper = helper
        self.attack = attack
        self.granted = granted
        self.reasons: dict[int, list[Weighed]] = {}
        self.objections: dict[int, list[Weighed]] = {}
        self.through: dict[int, list[tuple[int, Weighed]]] = {}
        self.rivals: Mapping[int, int] = {}
        self.rows: dict[int, _Row] = {}
        self.negations: dict[int, int] = {}
        self.put: dict[int, int] = {}
        self.twins: dict[int, list[int]] = {}
        self._sort()

    def _sort(self) -> None:
        """Reasons and objections by the claim that they are onto; objections that come `through`
        a contradiction, with the claim whose reasons they pass on."""
        network = self.network
        weighed = [
            (network.demands.weights[step], self.claims + rule)
            for step in range(len(network.steps))
            for rule in network.of_step(step)
        ]
        for one, kind, target in zip(weighed, network.kinds, network.targets, strict=True):
            if kind == SUPPORT:
                self.reasons.setdefault(target, []).append(one)
        for found in self.reasons.values():
            found.sort(key=lambda one: -one[0])
        self.rivals = dict(rivals_of(network, self.reasons))
        for rule, (kind, target) in enumerate(zip(network.kinds, network.targets, strict=True)):
            if kind != ATTACK or target not in network.demands.of:
                continue
            if rule in self.rivals:
                self.through.setdefault(target, []).append((self.rivals[rule], weighed[rule]))
            else:
                self.objections.setdefault(target, []).append(weighed[rule])

    def channel(self, rule: int) -> int | None:
        """What stops the rule of a contradiction that passes on reasons; None for other rules."""
        rival = self.rivals.get(rule)
        if rival is None:
            return None
        if rival not in self.put:
            put = self.helper(PROOF, rival)
            self.put[rival] = self._not(put, rival)
            self.twins.setdefault(rival, []).append(put)
        return self.put[rival]

    def prove(self, claim: int, no_reason: int | None) -> None:
        """The reasons of a claim carry it, or do not: then it has no reason. What would be too
        heavy for a reason of weight 1 fells it also where it is granted."""
        standard = self.network.demands.of[claim]
        limits = [
            (least, reason)
            for weight, reason in self.reasons.get(claim, ())
            if (least := limit(standard, weight)) >= 0
        ]
        most = limit(standard, WEIGHT)
        row = _Row(self, claim, self._all(claim, [*(least for least, _ in limits), most]))
        row.from_weight(most, claim)
        if no_reason is None:  # it needs none
            return
        for least, reason in limits:
            carries = self.helper(PROOF, claim)
            self.attack(self._not(reason, claim), carries)
            row.from_weight(least, carries)
            self.attack(carries, no_reason)

    def _all(self, claim: int, limits: Sequence[float]) -> Iterator[Weighed]:
        """The objections to a claim; what comes through contradictions only as far as it matters
        to one of the limits."""
        yield from self.objections.get(claim, ())
        for rival, (weight, channel) in self.through.get(claim, ()):
            reasons = self._row(rival)
            for many in sorted({reasons.count(least) for least in limits if least <= weight} - {0}):
                passed = self.helper(PROOF, rival)
                self.attack(reasons.none(many), passed)
                self.attack(self._not(channel, rival), passed)
                yield min(weight, reasons.weights[many - 1]), passed

    def _row(self, rival: int) -> _Row:
        """The reasons of a claim as objections to others; that it is granted is one."""
        if rival not in self.rows:
            granted = self.helper(PROOF, rival)
            if rival not in self.granted:
                self.attack(self.helper(NO_REASON, rival), granted)
            self.twins.setdefault(rival, []).append(granted)
            self.rows[rival] = _Row(self, rival, [(WEIGHT, granted), *self.reasons[rival]])
        return self.rows[rival]

    def _not(self, argument: int, of: int) -> int:
        if argument not in self.negations:
            self.negations[argument] = self.helper(PROOF, of)
            self.attack(argument, self.negations[argument])
        return self.negations[argument]


class _Row:
    """Arguments by weight, the heaviest first, and whether some of the first `k` are active."""

    def __init__(self, proving: Proving, of: int, members: Iterable[Weighed]) -> None:
        self.proving = proving
        self.of = of
        self.members = sorted(members, key=lambda one: -one[0])
        self.weights = [weight for weight, _ in self.members]
        self.nones: list[int] = []
        self.somes: list[int] = []

    def count(self, least: float) -> int:
        """How many weigh at least so much."""
        return bisect_right(self.weights, -least, key=lambda weight: -weight)

    def none(self, many: int) -> int:
        """The argument that none of the first is active."""
        attack = self.proving.attack
        while len(self.nones) < many:
            none, some = (self.proving.helper(PROOF, self.of) for _ in range(2))
            attack(self.members[len(self.nones)][1], none)
            if self.somes:
                attack(self.somes[-1], none)
            attack(none, some)
            self.nones.append(none)
            self.somes.append(some)
        return self.nones[many - 1]

    def from_weight(self, least: float, target: int) -> None:
        """Whatever weighs at least so much attacks a target."""
        many = self.count(least)
        if many:
            self.none(many)
            self.proving.attack(self.somes[many - 1], target)


def rivals_of(network: Network, supported: Collection[int]) -> Iterator[tuple[int, int]]:
    """The rules by which reasons for one claim are objections to another that is held to a
    standard, each with the claim whose reasons these are."""
    for step in range(len(network.steps)):
        rules = network.of_step(step)
        if len(rules) < 2:
            continue
        for rule in rules:
            start, end = network.first_premise[rule : rule + 2]
            premise, judged = network.premises[start], network.targets[rule] in network.demands.of
            if judged and end - start == 1 and premise in supported:
                yield rule, premise
