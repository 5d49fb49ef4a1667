"""How a claim that is held to a standard of proof is judged: what weighs for it, and against."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluation.grounded import IN
from argmap.evaluation.network import ATTACK, SUPPORT, Network
from argmap.evaluation.proving import rivals_of


class Weighed(NamedTuple):
    """The heaviest active step of a kind: its weight, and its rule; for a reason that comes
    through a contradiction, that is its own."""

    weight: float
    rule: int


NOTHING = Weighed(-1.0, -1)


class Verdicts:
    """Looks at labels of claims and rules, as a network numbers them."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.first = len(network.claims)
        self.onto: dict[int, list[int]] = {}
        reasons = {
            target
            for kind, target in zip(network.kinds, network.targets, strict=True)
            if kind == SUPPORT
        }
        self.rivals = dict(rivals_of(network, reasons))
        self.contradicted: dict[int, list[int]] = {}
        for rule, rival in self.rivals.items():
            self.contradicted.setdefault(rival, []).append(network.targets[rule])
        wanted = {*network.demands.of, *self.rivals.values()}
        self.weights = [
            network.demands.weights[step]
            for step in range(len(network.steps))
            for _ in network.of_step(step)
        ]
        for rule, (kind, target) in enumerate(zip(network.kinds, network.targets, strict=True)):
            if kind in (SUPPORT, ATTACK) and target in wanted:
                self.onto.setdefault(target, []).append(rule)

    def reason(self, labels: bytes | bytearray, claim: int) -> Weighed:
        """The heaviest active reason for a claim."""
        return self._heaviest(labels, claim, SUPPORT)

    def objection(self, labels: bytes | bytearray, claim: int) -> Weighed:
        """The heaviest active objection to a claim, be it a reason for what contradicts it."""
        found = self._heaviest(labels, claim, ATTACK)
        for rule in self.onto.get(claim, ()):
            rival = self.rivals.get(rule)
            if rival is None or labels[self.first + rule] != IN:
                continue
            passed = self.reason(labels, rival)
            if passed.rule >= 0:
                found = max(found, Weighed(min(passed.weight, self.weights[rule]), passed.rule))
        return found

    def outweighed(self, labels: bytes | bytearray, claim: int) -> bool:
        """Whether objections are heavier than all reasons, or what contradicts it stands."""
        rivals = (rule for rule in self.onto.get(claim, ()) if rule in self.rivals)
        if any(labels[self.rivals[one]] == IN and labels[self.first + one] == IN for one in rivals):
            return True
        return self.objection(labels, claim).weight > self.reason(labels, claim).weight

    def looked_at(self, claim: int) -> list[int]:
        """The arguments besides its attackers that the verdict on a claim looks at."""
        rules = self.onto.get(claim, ()) if claim in self.network.demands.of else ()
        rivals = [self.rivals[rule] for rule in rules if rule in self.rivals]
        passed = [rule for rival in rivals for rule in self.onto.get(rival, ())]
        return [*rivals, *(self.first + rule for rule in (*rules, *passed))]

    def _heaviest(self, labels: bytes | bytearray, claim: int, kind: int) -> Weighed:
        return max(
            (
                Weighed(self.weights[rule], rule)
                for rule in self.onto.get(claim, ())
                if self.network.kinds[rule] == kind
                and rule not in self.rivals
                and labels[self.first + rule] == IN
            ),
            default=NOTHING,
            key=lambda one: one.weight,
        )
