"""The rule as it is written, computed the slow way: the least fixpoint in three values."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.evaluation.network import ATTACK, SUPPORT, UNDERCUT, Network
from argmap.evaluation.policy import Policy

Value = bool | None


def both(values: Collection[Value]) -> Value:
    """Kleene's and."""
    return False if False in values else None if None in values else True


def negated(value: Value) -> Value:
    return None if value is None else not value


def either(values: Collection[Value]) -> Value:
    """Kleene's or."""
    return negated(both([negated(value) for value in values]))


def beats(standard: str, objection: float, reason: float) -> bool:
    """Whether an objection keeps a reason from meeting a standard of proof."""
    if standard in ("scintilla", "undisputed"):
        return standard == "undisputed"
    enough = round(reason - objection, 9) > (0 if standard == "preponderance" else 0.5)
    return not enough or (standard == "beyond-doubt" and objection >= 0.3)


def too_light(standard: str, reason: float) -> bool:
    return standard not in ("scintilla", "undisputed") and beats(standard, 0, reason)


def fixpoint(
    network: Network,
    policy: Policy,
    aside: Collection[int],
    granted: Collection[int],
    silent: Collection[int] = (),
) -> tuple[list[Value], list[Value]]:
    """What is accepted, and what is active, by claim and by rule; `silent` rules do not count."""
    return _Naive(network, policy, aside, granted, silent).run()


class _Naive:
    def __init__(
        self,
        network: Network,
        policy: Policy,
        aside: Collection[int],
        granted: Collection[int],
        silent: Collection[int],
    ) -> None:
        self.network = network
        self.policy = policy
        self.aside = aside
        self.granted = {claim for claim in granted if claim not in aside}
        self.silent = silent
        self.rules = [*network.rules]
        self.standards = network.demands.of
        self.claims: list[Value] = [None] * len(network.claims)
        self.active: list[Value] = [None] * len(self.rules)

    def run(self) -> tuple[list[Value], list[Value]]:
        while True:
            claims = [self.of_claim(claim) for claim in range(len(self.claims))]
            active = [self.of_rule(number) for number in range(len(self.rules))]
            if claims == self.claims and active == self.active:
                return claims, active
            self.claims, self.active = claims, active

    def onto(self, claim: int, kind: int) -> list[int]:
        """The rules of a kind onto a claim."""
        return [n for n, one in enumerate(self.rules) if (one.kind, one.target) == (kind, claim)]

    def accepted(self, premise: int) -> Value:
        if premise < len(self.claims):
            return self.claims[premise]
        joint = self.network.joints[premise - len(self.claims)]
        return both([self.accepted(one) for one in joint])

    def of_rule(self, number: int) -> Value:
        rule = self.rules[number]
        if number in self.silent:
            return False
        passed = self.passes_on(number)
        if passed is None:
            values = [self.accepted(one) for one in rule.premises]
        else:
            values = [passed not in self.aside]
        for other, against in enumerate(self.rules):
            undercuts = against.kind == UNDERCUT and against.target == rule.step
            opposite = (
                self.policy == Policy.BALANCED
                and rule.target not in self.standards
                and {against.kind, rule.kind} == {SUPPORT, ATTACK}
                and against.target == rule.target
            )
            if undercuts or opposite:
                values.append(negated(self.active[other]))
        return both(values)

    def of_claim(self, claim: int) -> Value:
        if claim in self.aside:
            return False
        if claim in self.standards:
            return self.proved(claim)
        pros, cons = self.onto(claim, SUPPORT), self.onto(claim, ATTACK)
        values = [negated(self.active[number]) for number in cons]
        if pros and not self.needs_none(claim):
            values.append(either([self.active[number] for number in pros]))
        return both(values)

    def needs_none(self, claim: int) -> bool:
        """Whether a claim stands without reasons as well."""
        return claim in self.granted or self.policy == Policy.LENIENT

    def proved(self, claim: int) -> Value:
        """Whether a claim meets the standard that it is held to."""
        standard, against = self.standards[claim], [*self.objections(claim)]

        def met(weight: float) -> Value:
            return negated(either([v for heavy, v in against if beats(standard, heavy, weight)]))

        values = [met(1)]
        if not self.needs_none(claim):
            carried: list[Value] = []
            for number in self.onto(claim, SUPPORT):
                weight = self.weight(number)
                if not too_light(standard, weight):
                    carried.append(both([self.active[number], met(weight)]))
            values.append(either(carried))
        return both(values)

    def weight(self, number: int) -> float:
        return self.network.demands.weights[self.rules[number].step]

    def objections(self, claim: int) -> Iterator[tuple[float, Value]]:
        """What is against a claim that is held to a standard: its weight, and whether it is
        active."""
        for number in self.onto(claim, ATTACK):
            weight, value, passed = self.weight(number), self.active[number], self.passes_on(number)
            if passed is None:
                yield weight, value
                continue
            yield weight, both([passed in self.granted, value])
            for reason in self.onto(passed, SUPPORT):
                yield min(self.weight(reason), weight), both([self.active[reason], value])

    def passes_on(self, number: int) -> int | None:
        """The claim whose reasons a contradiction makes objections to one that is held to a
        standard."""
        rule = self.rules[number]
        if rule.kind != ATTACK or rule.target not in self.standards or len(rule.premises) != 1:
            return None
        contradicts = sum(one.step == rule.step for one in self.rules) > 1
        (premise,) = rule.premises
        return premise if contradicts and self.onto(premise, SUPPORT) else None
