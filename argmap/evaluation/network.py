"""What a map argues, in numbers: claims, and rules from premises to what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from argmap.evaluation.standards import NONE, Demands
from argmap.model.argmap import ArgMap

SUPPORT, ATTACK, UNDERCUT = 0, 1, 2
KINDS = {"support": SUPPORT, "attack": ATTACK, "undercut": UNDERCUT, "contradict": ATTACK}


class Rule(NamedTuple):
    """A step in one direction. Premises are claims, or joints beyond them; `target` is a claim,
    for an undercut a step."""

    step: int
    kind: int
    premises: Sequence[int]
    target: int


@dataclass(frozen=True, eq=False)
class Network:
    """Claims and steps by number, and the rules of the steps as columns, those of step `s` being
    `first_rule[s]` to `first_rule[s + 1]`; the premises of rule `r` are
    `premises[first_premise[r] : first_premise[r + 1]]`.

    `joints[k]` holds two claims or earlier joints together, and is the premise number
    `len(claims) + k`. A contradiction makes a rule in each direction; of several premises any
    one falls where what they contradict and all others of them stand.
    """

    claims: Sequence[str]
    steps: Sequence[str]
    kinds: bytes
    targets: Sequence[int]
    first_rule: Sequence[int]
    first_premise: Sequence[int]
    premises: Sequence[int]
    joints: Sequence[tuple[int, int]]
    demands: Demands = NONE

    @staticmethod
    def of(found: ArgMap) -> Network:
        claims = dict(zip(found.claims, range(len(found.claims)), strict=True))
        steps = dict(zip(found.steps, range(len(found.steps)), strict=True))
        kinds = bytearray()
        targets: list[int] = []
        first_rule, first_premise = [0], [0]
        premises: list[int] = []
        joints: list[tuple[int, int]] = []
        for step in found.steps.values():
            named = step.premises
            numbers = [claims[named[0]]] if len(named) == 1 else [claims[name] for name in named]
            kind = KINDS[step.kind]
            target = (steps if kind == UNDERCUT else claims)[step.target]
            kinds.append(kind)
            targets.append(target)
            premises += numbers
            first_premise.append(len(premises))
            if step.kind == "contradict":
                for needed, onto in _back(numbers, target, joints, len(claims)):
                    kinds.append(kind)
                    targets.append(onto)
                    premises += needed
                    first_premise.append(len(premises))
            first_rule.append(len(kinds))
        return Network(
            tuple(claims),
            tuple(steps),
            bytes(kinds),
            targets,
            first_rule,
            first_premise,
            premises,
            joints,
            Demands.made(found, claims),
        )

    @property
    def rules(self) -> Iterator[Rule]:
        """All rules, in order."""
        for step in range(len(self.steps)):
            for number in self.of_step(step):
                start, end = self.first_premise[number : number + 2]
                yield Rule(step, self.kinds[number], self.premises[start:end], self.targets[number])

    def of_step(self, step: int) -> range:
        """The numbers of the rules of a step."""
        return range(self.first_rule[step], self.first_rule[step + 1])


def _back(
    premises: list[int], target: int, joints: list[tuple[int, int]], claims: int
) -> Iterator[tuple[list[int], int]]:
    """The ways back of a contradiction: what must stand, and the premise that then falls. Joints
    of all premises before and behind one keep their size linear."""
    before = [target, *_chained(premises[:-1], target, joints, claims)]
    behind = [*reversed([*_chained(premises[:0:-1], -1, joints, claims)]), -1]
    for premise, left, right in zip(premises, before, behind, strict=True):
        yield ([left] if right < 0 else [left, right]), premise


def _chained(
    names: Sequence[int], first: int, joints: list[tuple[int, int]], claims: int
) -> Iterator[int]:
    """For each name, what holds it and all before it (and `first`) together."""
    last = first
    for name in names:
        if last < 0:
            last = name
        else:
            joints.append((last, name))
            last = claims + len(joints) - 1
        yield last
