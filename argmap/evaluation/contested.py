"""What is open: the ring that a contested claim hangs on, and the coherent readings of the part
of the map around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from argmap.evaluation.components import weak
from argmap.evaluation.encoding import Accepted
from argmap.evaluation.extensions import preferred
from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import UNDECIDED
from argmap.evaluation.kinds import CLAIM, RULE
from argmap.evaluation.sat import OutOfBudget
from argmap.evaluation.standing import Evaluation

READINGS = 50
"""So many readings of one cluster are listed; one that has more is too tangled."""
LARGE = 20_000
"""Arguments beyond which a cluster is not even tried."""
BUDGET = 2_000
"""Conflicts after which the search for readings gives up."""


class Ring(NamedTuple):
    """What a claim hangs on: claims and steps in a circle, each open because of the next.
    `weighed` is the claim whose reasons and objections hold each other in balance, where the
    circle is no more than that."""

    claims: tuple[str, ...]
    steps: tuple[str, ...]
    weighed: str


class Reading(NamedTuple):
    """A coherent position: which claims of a cluster stand in it, and which fall."""

    stand: tuple[str, ...]
    fall: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Cluster:
    """Contested claims that hang together; `open` are the arguments behind them."""

    evaluation: Evaluation
    claims: tuple[str, ...]
    open: Sequence[int]
    framework: Framework

    @cached_property
    def readings(self) -> tuple[Reading, ...] | None:
        """All coherent positions, those that let most stand first; None: too tangled to tell."""
        if len(self.open) > LARGE:
            return None
        found: dict[Reading, None] = {}
        try:
            for one in preferred(self.framework, BUDGET):
                found[self._reading(one)] = None
                if len(found) > READINGS:
                    return None
        except OutOfBudget:
            return None
        return tuple(sorted(found, key=lambda one: (-len(one.stand), one)))

    def _reading(self, accepted: Accepted) -> Reading:
        fallen = {other for one in accepted for other in self.framework.attacked(one)}
        claims = self.evaluation.network.claims
        named = [(at, claims[name]) for at, name in enumerate(self.open) if name < len(claims)]
        return Reading(
            tuple(claim for at, claim in named if at in accepted),
            tuple(claim for at, claim in named if at in fallen),
        )

    @cached_property
    def stand(self) -> Mapping[str, int]:
        """In how many of the coherent positions a claim stands."""
        return Counter(name for one in self.readings or () for name in one.stand)

    @cached_property
    def fall(self) -> Mapping[str, int]:
        """In how many it falls."""
        return Counter(name for one in self.readings or () for name in one.fall)

    def either_way(self, claim: str) -> str:
        """`stands` or `falls` for a claim that does so in every coherent position; empty where
        that differs, or cannot be told."""
        if not self.readings:
            return ""
        if self.stand[claim] == len(self.readings):
            return "stands"
        return "falls" if self.fall[claim] == len(self.readings) else ""


def clusters(evaluation: Evaluation) -> tuple[Cluster, ...]:
    """The contested claims by what connects them, in order of the text."""
    labels = evaluation.labelling.labels
    names = [name for name, label in enumerate(labels) if label == UNDECIDED]
    rest = evaluation.flat.framework.part(names)
    claims = evaluation.network.claims
    found: list[Cluster] = []
    for part in weak(rest):
        opened = [names[at] for at in part]
        named = tuple(claims[name] for name in opened if name < len(claims))
        if named:
            found.append(Cluster(evaluation, named, opened, rest.part(part)))
    return tuple(found)


def ring(evaluation: Evaluation, claim: str) -> Ring:
    """A shortest circle through a contested claim, or else one that it hangs from."""
    flat, labels = evaluation.flat, evaluation.labelling.labels
    start = evaluation.number[claim]
    circle = _through(flat.framework, labels, start)
    seen: dict[int, None] = {}
    name = start
    while not circle:
        if name in seen:
            circle = _through(flat.framework, labels, name)
            break
        seen[name] = None
        name = next(one for one in flat.framework.attackers(name) if labels[one] == UNDECIDED)
    network = evaluation.network
    about = [flat.about(name) for name in circle]
    claims = [network.claims[of] for kind, of in about if kind == CLAIM]
    rules = [of for kind, of in about if kind == RULE]
    steps = dict.fromkeys(network.steps[evaluation.step_of(of)] for of in rules)
    targets = {network.targets[of] for of in rules}
    weighed = network.claims[targets.pop()] if not claims and len(targets) == 1 else ""
    return Ring(tuple(claims), tuple(steps), weighed)


def _through(framework: Framework, labels: bytes, start: int) -> list[int]:
    """A shortest circle of undecided attackers through an argument; empty where none leads back."""
    came: dict[int, int] = {}
    queue = [start]
    for name in queue:  # grows on the way
        for one in framework.attackers(name):
            if labels[one] == UNDECIDED and one not in came:
                came[one] = name
                queue.append(one)
        if start in came:
            break
    else:
        return []
    circle = [came[start]]
    while circle[-1] != start:
        circle.append(came[circle[-1]])
    return [start, *circle[:-1]]
