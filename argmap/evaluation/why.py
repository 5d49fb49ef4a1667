"""Why a claim has its status: the smallest part of the map that gives it that status alone.

The part is a strongly admissible labelling (Baroni and Giacomin 2007; Caminada and Dunne 2019):
whatever fell has an accepted attacker that was decided in an earlier round, so that nothing is
explained by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import IN, OUT, Labelling
from argmap.evaluation.kinds import ASIDE, CLOSED, NOT, PROOF, RULE, SOME_OBJECTION, SOME_REASON
from argmap.evaluation.network import UNDERCUT
from argmap.evaluation.standing import Evaluation, Status


def needed(framework: Framework, labelling: Labelling, argument: int) -> Mapping[int, int]:
    """The label of each argument that the label of `argument` rests on, itself among them: all
    attackers of what is accepted, of what fell one attacker that was accepted before. Empty for
    an undecided argument."""
    labels, rounds, witnesses = labelling
    if not labels[argument]:
        return {}
    found = {argument: labels[argument]}
    queue = [argument]
    for name in queue:  # grows on the way
        attackers: Sequence[int] = framework.attackers(name)
        if labels[name] == OUT:
            ready = (one for one in attackers if one in found and rounds[one] < rounds[name])
            attackers = [next((one for one in ready if labels[one] == IN), witnesses[name])]
        for one in attackers:
            if one not in found:
                found[one] = labels[one]
                queue.append(one)
    return found


def rests_on(evaluation: Evaluation, claim: str) -> Mapping[int, int]:
    """The arguments that the status of a claim rests on, with their labels. A rejected claim may
    have lost its reasons as well; what it rests on is the objection that was decided first."""
    framework, labelling = evaluation.flat.framework, evaluation.labelling
    number = evaluation.number[claim]
    judged = number in evaluation.network.demands.of
    if judged or evaluation.statuses[claim] != Status.REJECTED:
        return needed(framework, labelling, number)
    first, kinds = len(evaluation.network.claims), evaluation.network.kinds
    objections = [
        one
        for one in framework.attackers(number)
        if labelling.labels[one] == IN and first <= one < first + len(kinds)
    ]
    objection = min(objections, key=lambda one: labelling.rounds[one])
    return {number: OUT, **needed(framework, labelling, objection)}


class Row(NamedTuple):
    """A step that an explanation needs, with what stands of it: its premises, and how it argues
    for or against what is above. `again`: what is below it was told already. `because` says why
    a defeated step fell: by its `premise`, by an `undercut`, by an `opposite` step,
    or because it counts less for the `audience`."""

    depth: int
    step: str
    sign: str
    premises: tuple[str, ...]
    active: bool
    because: str
    again: bool


SIGNS = {"support": "+", "attack": "-", "undercut": "_", "contradict": "><"}
FELL = {
    NOT: "premise",
    PROOF: "premise",
    ASIDE: "audience",
    RULE: "undercut",
    CLOSED: "undercut",
    SOME_OBJECTION: "opposite",
    SOME_REASON: "opposite",
}


class Why:
    """The part of a map that the status of a claim rests on, as a tree."""

    def __init__(self, evaluation: Evaluation, claim: str) -> None:
        self.evaluation = evaluation
        self.network = evaluation.network
        self.claim = claim
        self.labels = rests_on(evaluation, claim)
        self.onto: dict[str, list[int]] = {}
        for name in sorted(self.labels):
            kind, rule = evaluation.flat.about(name)
            if kind == RULE:
                self.onto.setdefault(self._above(rule), []).append(rule)

    def _above(self, rule: int) -> str:
        """What a rule aims at: a claim, or for an undercut a step."""
        target = self.network.targets[rule]
        if self.network.kinds[rule] == UNDERCUT:
            return self.network.steps[target]
        return self.network.claims[target]

    def rows(self) -> Iterator[Row]:
        """From the claim downwards, each step once in full. No recursion."""
        told: set[int] = set()
        stack = [(0, rule) for rule in reversed(self.onto.get(self.claim, ()))]
        while stack:
            depth, rule = stack.pop()
            row = self._row(depth, rule, rule in told)
            below = self._below(row)
            yield row._replace(again=row.again and bool(below))
            if not row.again:
                told.add(rule)
                stack += [(depth + 1, one) for one in reversed(below)]

    def _row(self, depth: int, rule: int, again: bool) -> Row:
        argument = len(self.network.claims) + rule
        step = self.network.steps[self.evaluation.step_of(rule)]
        active = self.labels[argument] == IN
        cause = ""
        if not active:
            cause = FELL[self.evaluation.flat.about(self._felled_by(argument)).kind]
        kind = self.evaluation.map.steps[step].kind
        return Row(depth, step, SIGNS[kind], self._premises(rule), active, cause, again)

    def _felled_by(self, argument: int) -> int:
        attackers = self.evaluation.flat.framework.attackers(argument)
        return next(one for one in attackers if self.labels.get(one) == IN)

    def _premises(self, rule: int) -> tuple[str, ...]:
        """The claims that a rule starts from, joints taken apart."""
        start, end = self.network.first_premise[rule : rule + 2]
        queue = list(self.network.premises[start:end])
        first = len(self.network.claims)
        found: dict[str, None] = {}
        while queue:
            one = queue.pop()
            if one < first:
                found[self.network.claims[one]] = None
            else:
                queue += self.network.joints[one - first]
        return tuple(reversed(found))

    def _below(self, row: Row) -> list[int]:
        """What a step rests on, or what felled it."""
        found = list(self.onto.get(row.step, ()))
        for premise in row.premises:
            found += self.onto.get(premise, ())
        return found
