"""The rule as it is written, computed the slow way: the least fixpoint in three values."""

from __future__ import annotations

from collections.abc import Collection

from argmap.evaluation.network import ATTACK, SUPPORT, UNDERCUT, Network
from argmap.evaluation.policy import Policy

Value = bool | None


def both(values: Collection[Value]) -> Value:
    """Kleene's and."""
    return False if False in values else None if None in values else True


def fixpoint(
    network: Network, policy: Policy, aside: Collection[int], granted: Collection[int]
) -> tuple[list[Value], list[Value]]:
    """What is accepted, and what is active, by claim and by rule."""
    rules = [*network.rules]
    claims: list[Value] = [None] * len(network.claims)
    active: list[Value] = [None] * len(rules)

    def accepted(premise: int) -> Value:
        if premise < len(claims):
            return claims[premise]
        return both([accepted(one) for one in network.joints[premise - len(claims)]])

    def negated(value: Value) -> Value:
        return None if value is None else not value

    def of_rule(number: int) -> Value:
        rule = rules[number]
        values = [accepted(one) for one in rule.premises]
        for other, against in enumerate(rules):
            undercuts = against.kind == UNDERCUT and against.target == rule.step
            opposite = (
                policy == Policy.BALANCED
                and {against.kind, rule.kind} == {SUPPORT, ATTACK}
                and against.target == rule.target
            )
            if undercuts or opposite:
                values.append(negated(active[other]))
        return both(values)

    def of_claim(claim: int) -> Value:
        if claim in aside:
            return False
        pros = [n for n, one in enumerate(rules) if one.kind == SUPPORT and one.target == claim]
        cons = [n for n, one in enumerate(rules) if one.kind == ATTACK and one.target == claim]
        values = [negated(active[number]) for number in cons]
        if pros and claim not in granted and policy != Policy.LENIENT:
            values.append(negated(both([negated(active[number]) for number in pros])))
        return both(values)

    while True:
        new_claims = [of_claim(claim) for claim in range(len(claims))]
        new_active = [of_rule(number) for number in range(len(rules))]
        if new_claims == claims and new_active == active:
            return claims, active
        claims[:], active[:] = new_claims, new_active
