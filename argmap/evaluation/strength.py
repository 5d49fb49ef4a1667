"""How strong each claim is, by the weights of steps; it never overrides a status.

A claim begins with the value of its datum `base` (0 to 1), or a half; granted with 1, set aside
with 0. A step is as strong as its weakest premise, times its weight; undercuts draw it down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

from argmap.evaluation.audience import outranked
from argmap.evaluation.components import strong_of
from argmap.evaluation.gradual import MODELS, ROUNDS, Influence, settled
from argmap.evaluation.network import SUPPORT, UNDERCUT
from argmap.evaluation.standing import Evaluation

HALF = 0.5
EFFORT = 12_000_000
"""Values computed for one circle, after which it counts as one that does not settle."""


@dataclass(frozen=True)
class Strengths:
    """By claim. `unsettled` lie on circles whose values did not come to rest, and have none;
    `loops` are claims that support each other in a circle, which lifts them without a ground;
    `wrong` are claims whose `base` is no number from 0 to 1."""

    model: str
    of: Mapping[str, float]
    unsettled: tuple[str, ...]
    loops: tuple[tuple[str, ...], ...]
    wrong: tuple[str, ...]


def strengths(evaluation: Evaluation, model: str = "dfquad") -> Strengths:
    """The strengths under a model. KeyError for one that is not known."""
    return _Strengths(evaluation, MODELS[model]).run(model)


class _Strengths:
    def __init__(self, evaluation: Evaluation, influence: Influence) -> None:
        self.evaluation = evaluation
        self.influence = influence
        self.network = network = evaluation.network
        self.first = len(network.claims)
        self.pros: dict[int, list[int]] = {}
        self.cons: dict[int, list[int]] = {}
        silent = outranked(evaluation.map, network, evaluation.given.audience)
        for rule, (kind, target) in enumerate(zip(network.kinds, network.targets, strict=True)):
            if rule in silent:
                continue
            ends = self.pros if kind == SUPPORT else self.cons
            ends.setdefault(target if kind != UNDERCUT else -1 - target, []).append(rule)
        self.wrong: list[str] = []
        self.values = [self._base(claim) for claim in network.claims]
        self.base = list(self.values)
        self.values += [0.0] * len(network.kinds)
        self.step_of = [step for step in range(len(network.steps)) for _ in network.of_step(step)]
        self.weights = self._weights()
        self.premises = [self._premises(rule) for rule in range(len(network.kinds))]

    def _base(self, claim: str) -> float:
        given = self.evaluation.given
        if claim in given.aside or claim in given.granted:
            return float(claim not in given.aside)
        written = self.evaluation.map.claims[claim].get("base")
        if written is None:
            return HALF
        try:
            value = float(written)
        except ValueError:
            value = -1.0
        if not 0 <= value <= 1:
            self.wrong.append(claim)
            return HALF
        return value

    def _weights(self) -> list[float]:
        steps = list(self.evaluation.map.steps.values())
        weights = (steps[step].weight for step in self.step_of)
        return [1.0 if weight is None else weight for weight in weights]

    def run(self, model: str) -> Strengths:
        unsettled: set[int] = set()
        rests = [self._rests_on(name) for name in range(len(self.values))]
        starts = [0, *accumulate(map(len, rests))]
        for members in strong_of(starts, [*chain.from_iterable(rests)]):
            if any(one in unsettled for name in members for one in rests[name]):
                unsettled.update(members)
            elif len(members) == 1 and members[0] not in rests[members[0]]:
                self.values[members[0]] = self._pulled(members[0])
            elif not self._settle(members):
                unsettled.update(members)
        claims = self.network.claims
        of = {
            name: self.values[number]
            for number, name in enumerate(claims)
            if number not in unsettled
        }
        return Strengths(
            model,
            of,
            tuple(name for name in claims if name not in of),
            self._loops(),
            tuple(self.wrong),
        )

    def _rests_on(self, name: int) -> Sequence[int]:
        """The claims and rules that the value of a claim or rule is computed from."""
        if name < self.first:
            rules = (*self.pros.get(name, ()), *self.cons.get(name, ()))
            return [self.first + rule for rule in rules]
        rule = name - self.first
        undercuts = self.cons.get(-1 - self.step_of[rule], ())
        return [*self.premises[rule], *(self.first + one for one in undercuts)]

    def _premises(self, rule: int) -> Sequence[int]:
        start, end = self.network.first_premise[rule : rule + 2]
        if end - start == 1 and self.network.premises[start] < self.first:
            return self.network.premises[start:end]
        queue = list(self.network.premises[start:end])
        found: list[int] = []
        while queue:
            one = queue.pop()
            if one < self.first:
                found.append(one)
            else:
                queue += self.network.joints[one - self.first]
        return found

    def _pulled(self, name: int) -> float:
        """The value of a claim or rule by what the others have now."""
        values, first = self.values, self.first
        if name < first:
            cons = [values[first + rule] for rule in self.cons.get(name, ())]
            pros = [values[first + rule] for rule in self.pros.get(name, ())]
            return self.influence(self.base[name], cons, pros)
        rule = name - first
        base = self.weights[rule] * min([values[one] for one in self.premises[rule]])
        undercuts = self.cons.get(-1 - self.step_of[rule], ())
        if not undercuts:
            return base
        return self.influence(base, [values[first + one] for one in undercuts], ())

    def _settle(self, members: Sequence[int]) -> bool:
        """Claims on a circle are drawn until they rest; the rules between them follow at once,
        undercuts before what they undercut."""
        claims = [name for name in members if name < self.first]
        rules = sorted((name for name in members if name >= self.first), key=self._height)

        def pull(now: Sequence[float]) -> list[float]:
            for name, value in zip(claims, now, strict=True):
                self.values[name] = value
            for name in rules:
                self.values[name] = self._pulled(name)
            return [self._pulled(name) for name in claims]

        rounds = min(ROUNDS, max(1, EFFORT // (3 * len(members))))
        found, calm = settled([self.base[name] for name in claims], pull, rounds)
        pull(found)
        return calm

    def _height(self, name: int) -> int:
        """How many undercuts lie between a rule and a claim, as a negative number."""
        height, step = 0, self.step_of[name - self.first]
        while True:
            rule = self.network.first_rule[step]
            if self.network.kinds[rule] != UNDERCUT:
                return height
            height -= 1
            step = self.network.targets[rule]

    def _loops(self) -> tuple[tuple[str, ...], ...]:
        """The sets of claims that all support each other in circles."""
        to: list[list[int]] = [[] for _ in self.network.claims]
        for rule, kind in enumerate(self.network.kinds):
            if kind == SUPPORT:
                for premise in self.premises[rule]:
                    to[premise].append(self.network.targets[rule])
        sets = strong_of([0, *accumulate(map(len, to))], [*chain.from_iterable(to)])
        names = self.network.claims
        return tuple(
            tuple(names[one] for one in sorted(members)) for members in sets if len(members) > 1
        )
