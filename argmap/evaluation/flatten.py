"""A network as a plain framework of linear size, whose grounded labelling is the rule's outcome.

The rule, as the least fixpoint in three values (accepted, not accepted, open):

- a step is active if its premises are accepted, no active undercut aims at it, and (policy
  *balanced*) no active step of the opposite kind aims at the same claim;
- a claim is accepted if it has a base and no active step is against it;
- it has no base if it is set aside; otherwise it has one if it is granted, if nothing supports it,
  under the policy *lenient*, or if some step that supports it is active;
- a claim that is held to a standard of proof (`standards`) is judged by the weights of its active
  steps instead.

Arguments: the claims, then the rules of the steps, then helpers. "Not" of a claim attacks what
the claim is a premise of. "No reason" of a claim is attacked by all its reasons, and attacks it;
it also attacks "some reason", which attacks all objections to it, so that a claim with many of
both costs their sum and not their product.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.evaluation.framework import Framework
from argmap.evaluation.kinds import (
    ASIDE,
    CLAIM,
    CLOSED,
    JOINT,
    NO_OBJECTION,
    NO_REASON,
    NOT,
    OPEN,
    RULE,
    SOME_OBJECTION,
    SOME_REASON,
)
from argmap.evaluation.network import ATTACK, SUPPORT, UNDERCUT, Network
from argmap.evaluation.policy import Policy
from argmap.evaluation.proving import Proving


class Helper(NamedTuple):
    """What an argument stands for: its kind, and the claim, premise, rule or step it is of."""

    kind: int
    of: int


@dataclass(frozen=True, eq=False)
class Flat:
    """The framework; argument `a` is claim `a`, or rule `a - len(claims)`, or a helper, whose
    kind and whose claim, premise or step stand in `kinds` and `owners`. `twins` of a claim are
    helpers that are set aside and granted with it."""

    network: Network
    framework: Framework
    kinds: bytes
    owners: Sequence[int]
    twins: Mapping[int, Sequence[int]]

    def about(self, argument: int) -> Helper:
        """What an argument stands for."""
        claims, rules = len(self.network.claims), len(self.network.kinds)
        if argument < claims:
            return Helper(CLAIM, argument)
        if argument < claims + rules:
            return Helper(RULE, argument - claims)
        at = argument - claims - rules
        return Helper(self.kinds[at], self.owners[at])


def flatten(
    network: Network,
    policy: Policy,
    aside: Collection[int] = (),
    granted: Collection[int] = (),
    silent: Collection[int] = (),
    *,
    whole: bool = False,
) -> Flat:
    """Claims are given by number; one that is set aside and granted is set aside; `silent` rules
    do not count. What no attack can reach has no "not", unless the framework is to be `whole`, so
    that claims can be forced."""
    return _Flattening(network, policy, aside, granted, silent, whole).flat()


class _Flattening:
    def __init__(
        self,
        network: Network,
        policy: Policy,
        aside: Collection[int],
        granted: Collection[int],
        silent: Collection[int],
        whole: bool,
    ) -> None:
        self.network = network
        self.policy = policy
        self.aside = aside
        self.granted = granted
        self.silent = silent
        self.whole = whole
        self.claims = len(network.claims)
        self.size = self.claims + len(network.kinds)
        self.kinds = bytearray()
        self.owners: list[int] = []
        self.attackers: list[int] = []
        self.targets: list[int] = []
        self.negations: dict[int, int] = {}
        self.joints: dict[int, int] = {}
        self.opened: dict[int, int] = {}
        self.pros = bytearray(self.claims)
        self.cons = bytearray(self.claims)
        self.wish: int | None = None
        self.judged = network.demands.of
        self.proving = (
            Proving(network, self._helper, self._attack, granted) if network.demands else None
        )

    def flat(self) -> Flat:
        for kind, target in zip(self.network.kinds, self.network.targets, strict=True):
            if kind == SUPPORT:
                self.pros[target] = 1
            elif kind == ATTACK:
                self.cons[target] = 1
        no_reason, no_objection = self._weigh()
        self._argue(no_reason, no_objection)
        twins = self._prove(no_reason)
        framework = Framework.of(self.size, self.attackers, self.targets)
        return Flat(self.network, framework, bytes(self.kinds), self.owners, twins)

    def _helper(self, kind: int, of: int) -> int:
        self.kinds.append(kind)
        self.owners.append(of)
        self.size += 1
        return self.size - 1

    def _attack(self, attacker: int, target: int) -> None:
        self.attackers.append(attacker)
        self.targets.append(target)

    def _weigh(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """What reasons and objections do to their claim; "no reason" and "no objection" by claim.

        The helper after each of these, where the claim has both, is the "some" of it.
        """
        no_reason: dict[int, int] = {}
        no_objection: dict[int, int] = {}
        balanced, cons = self.policy == Policy.BALANCED, self.cons
        for claim, has in enumerate(self.pros):
            if not has and claim not in self.judged:
                continue
            needs = self._needs(claim)
            opposed = balanced and cons[claim] and claim not in self.judged
            if needs or opposed:
                no_reason[claim] = self._helper(NO_REASON, claim)
                if needs:
                    self._attack(no_reason[claim], claim)
            if opposed:
                self._attack(no_reason[claim], self._helper(SOME_REASON, claim))
                no_objection[claim] = self._helper(NO_OBJECTION, claim)
                self._attack(no_objection[claim], self._helper(SOME_OBJECTION, claim))
        if self.aside or self.silent:
            self.wish = self._helper(ASIDE, -1)
            for one in (*sorted(self.aside), *(self.claims + rule for rule in sorted(self.silent))):
                self._attack(self.wish, one)
        return no_reason, no_objection

    def _prove(self, no_reason: Mapping[int, int]) -> Mapping[int, Sequence[int]]:
        """What standards of proof ask; the twins of claims."""
        if self.proving is None:
            return {}
        for claim in sorted(self.judged):
            self.proving.prove(claim, no_reason.get(claim))
        if self.wish is not None:
            for claim in sorted(self.aside):
                for twin in self.proving.twins.get(claim, ()):
                    self._attack(self.wish, twin)
        return self.proving.twins

    def _needs(self, claim: int) -> bool:
        """Whether a claim with reasons falls where these fall."""
        return not (self.policy == Policy.LENIENT or claim in self.aside or claim in self.granted)

    def _argue(self, no_reason: Mapping[int, int], no_objection: Mapping[int, int]) -> None:
        """What rules attack, and what stops them: premises, undercuts, opposite rules."""
        network, sure = self.network, self._sure()
        attackers, targets = self.attackers, self.targets
        first, steps = network.first_rule, range(len(network.steps))
        at = 0
        for step in steps:
            several = first[step + 1] - first[step] > 1
            for rule in range(first[step], first[step + 1]):
                argument = self.claims + rule
                kind, target = network.kinds[rule], network.targets[rule]
                end = network.first_premise[rule + 1]
                channel = None if self.proving is None else self.proving.channel(rule)
                if channel is not None:
                    self._attack(channel, argument)
                    at = end
                for premise in network.premises[at:end]:
                    if premise >= self.claims or not sure[premise]:
                        attackers.append(self._negation(premise))
                        targets.append(argument)
                at = end
                if kind == UNDERCUT:
                    self._attack(argument, self._stopped(target))
                    continue
                if target in self.judged:
                    continue
                same, other = no_reason, no_objection
                if kind == ATTACK:
                    self._attack(argument, target)
                    same, other = no_objection, no_reason
                if target in same:
                    self._attack(argument, same[target])
                    if target in no_objection:
                        self._attack(other[target] + 1, argument)
            if several:
                self._stopped(step)

    def _sure(self) -> bytearray:
        """The claims that nothing can fell."""
        if self.whole:
            return bytearray(self.claims)
        found = bytearray(b"\1") * self.claims
        for claim in range(self.claims):
            if self.cons[claim] or (self.pros[claim] and self._needs(claim)):
                found[claim] = 0
        for claim in (*self.aside, *self.judged):
            found[claim] = 0
        return found

    def _stopped(self, step: int) -> int:
        """What an undercut of a step attacks: its rule, or where it has several what they need."""
        rules = self.network.of_step(step)
        if len(rules) == 1:
            return self.claims + rules[0]
        if step not in self.opened:
            self.opened[step] = self._helper(OPEN, step)
            closed = self._helper(CLOSED, step)
            self._attack(self.opened[step], closed)
            for rule in rules:
                self._attack(closed, self.claims + rule)
        return self.opened[step]

    def _negation(self, premise: int) -> int:
        """The helper that is accepted if a premise is not."""
        known = self.negations.get(premise)
        if known is not None:
            return known
        positive = premise if premise < self.claims else self._joint(premise)
        known = self.negations[premise] = self._helper(NOT, premise)
        self._attack(positive, known)
        return known

    def _joint(self, premise: int) -> int:
        """The argument of premises held together; its members come before it."""
        queue = [premise]
        while queue:
            one = queue[-1]
            members = self.network.joints[one - self.claims]
            missing = [m for m in members if m >= self.claims and m not in self.joints]
            if missing:
                queue += missing
                continue
            queue.pop()
            if one not in self.joints:
                self.joints[one] = argument = self._helper(JOINT, one)
                for member in members:
                    self._attack(self._negation(member), argument)
        return self.joints[premise]
