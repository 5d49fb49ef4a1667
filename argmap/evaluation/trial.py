"""Changes tried out on an evaluation: only what a change reaches is labelled again.

The framework is taken apart into sets of arguments that reach each other; a set is labelled
again only if the label of something that attacks it has changed. Counters of accepted and of not
yet fallen attackers tell the label of most arguments at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush

from argmap.evaluation.audience import outranked
from argmap.evaluation.components import strong
from argmap.evaluation.flatten import flatten
from argmap.evaluation.grounded import IN, OUT, UNDECIDED, grounded
from argmap.evaluation.kinds import NO_REASON
from argmap.evaluation.network import ATTACK
from argmap.evaluation.standing import Evaluation, Status
from argmap.evaluation.verdicts import Verdicts


class Trial:
    """The labels of an evaluation, with claims forced for a while. `work` counts what it took."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.network = network = evaluation.network
        number = evaluation.number
        self.aside = {number[name] for name in evaluation.given.aside if name in number}
        granted = {number[name] for name in evaluation.given.granted if name in number}
        silent = outranked(evaluation.map, network, evaluation.given.audience)
        self.flat = flatten(network, evaluation.policy, self.aside, granted, silent, whole=True)
        self.framework = self.flat.framework
        self.granted: set[int] = set()
        self.labels = bytearray(grounded(self.framework).labels)
        self.sets = strong(self.framework)
        self.set_of = [0] * len(self.framework)
        for at, members in enumerate(self.sets):
            for name in members:
                self.set_of[name] = at
        self.accepted = [0] * len(self.framework)
        self.open = [0] * len(self.framework)
        for name, target in zip(self.framework.sources, self.framework.targets, strict=True):
            self.accepted[target] += self.labels[name] == IN
            self.open[target] += self.labels[name] != OUT
        self.objections: dict[int, list[int]] = {}
        for rule, (kind, target) in enumerate(zip(network.kinds, network.targets, strict=True)):
            if kind == ATTACK:
                self.objections.setdefault(target, []).append(len(network.claims) + rule)
        self.verdicts = Verdicts(network) if network.demands else None
        self.work = 0

    def status(self, claim: int) -> Status:
        """The status of a claim as things are."""
        if claim in self.aside:
            return Status.ASIDE
        label = self.labels[claim]
        if label == IN:
            return Status.STANDS
        if label == UNDECIDED:
            return Status.CONTESTED
        if self.verdicts and claim in self.network.demands.of:
            refuted = self.verdicts.outweighed(self.labels, claim)
        else:
            refuted = any(self.labels[one] == IN for one in self.objections.get(claim, ()))
        return Status.REJECTED if refuted else Status.UNSUPPORTED

    def counts(self, claim: int) -> bool:
        """Whether it may change anything to set a claim aside: it has not fallen, or its reasons
        count for themselves against what contradicts it."""
        return self.labels[claim] != OUT or claim in self.flat.twins

    def force(self, claim: int, *, aside: bool) -> dict[int, int]:
        """Sets a claim aside, or grants it; what has changed, with its label before."""
        together = [claim, *self.flat.twins.get(claim, ())]
        (self.aside if aside else self.granted).update(together)
        return self._settle(together)

    def free(self, claim: int, *, aside: bool, before: dict[int, int]) -> None:
        """Takes a change back: the last one first."""
        together = [claim, *self.flat.twins.get(claim, ())]
        (self.aside if aside else self.granted).difference_update(together)
        for name, label in before.items():
            self._set(name, label)

    def _settle(self, names: Iterable[int]) -> dict[int, int]:
        before: dict[int, int] = {}
        queue = [-self.set_of[name] for name in names]
        while queue:
            at = -heappop(queue)
            while queue and queue[0] == -at:
                heappop(queue)
            members = self.sets[at]
            old = [self.labels[name] for name in members]
            self._label(members)
            for name, label in zip(members, old, strict=True):
                if self.labels[name] == label:
                    continue
                before[name] = label
                for target in self.framework.attacked(name):
                    if self.set_of[target] != at:
                        heappush(queue, -self.set_of[target])
        return before

    def _label(self, members: list[int]) -> None:
        """Labels a set of arguments anew, as what attacks it from outside has it."""
        if len(members) == 1 and members[0] not in self.framework.attacked(members[0]):
            self._set(members[0], self._told(members[0]))
            return
        for name in members:
            self._set(name, UNDECIDED)
        at = self.set_of[members[0]]
        queue = list(members)
        for name in queue:  # grows on the way
            if self.labels[name] == UNDECIDED and (label := self._told(name)) != UNDECIDED:
                self._set(name, label)
                queue += (one for one in self.framework.attacked(name) if self.set_of[one] == at)

    def _told(self, name: int) -> int:
        """The label that the attackers of an argument give it now."""
        if name in self.aside:
            return OUT
        accepted, still = self.accepted[name], self.open[name]
        if name in self.granted:
            for one in self.framework.attackers(name):
                if self.flat.about(one).kind == NO_REASON:
                    accepted -= self.labels[one] == IN
                    still -= self.labels[one] != OUT
        return OUT if accepted else UNDECIDED if still else IN

    def _set(self, name: int, label: int) -> None:
        old = self.labels[name]
        self.work += 1
        if old == label:
            return
        self.labels[name] = label
        accepted = (label == IN) - (old == IN)
        still = (old == OUT) - (label == OUT)
        targets = self.framework.attacked(name)
        self.work += len(targets)
        for target in targets:
            self.accepted[target] += accepted
            self.open[target] += still
