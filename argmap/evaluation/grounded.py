"""The grounded labelling: what must be accepted, what must fall, and what stays open.

Linear in arguments and attacks. Every argument keeps the round in which it was decided, which
is its min-max number (Caminada and Dunne 2019): an accepted one comes a round after the last of
its attackers, a fallen one a round after the first accepted attacker.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.evaluation.framework import Framework

UNDECIDED, IN, OUT = 0, 1, 2


class Labelling(NamedTuple):
    """By argument: its label, the round (0 where undecided), and its witness: for a fallen one
    the accepted attacker that felled it first, for an accepted one the attacker that fell last
    (-1 where there is none)."""

    labels: bytes
    rounds: Sequence[int]
    witnesses: Sequence[int]


def grounded(framework: Framework) -> Labelling:
    starts, targets = framework.starts, framework.targets
    size = len(framework)
    live = [0] * size
    for target in targets:
        live[target] += 1
    labels = bytearray(size)
    rounds = [0] * size
    witnesses = [-1] * size
    front = [name for name, count in enumerate(live) if not count]
    number = 1
    while front:
        later: list[int] = []
        for name in front:
            labels[name] = IN
            rounds[name] = number
        for name in front:
            for fallen in targets[starts[name] : starts[name + 1]]:
                if labels[fallen]:
                    continue
                labels[fallen] = OUT
                rounds[fallen] = number + 1
                witnesses[fallen] = name
                for freed in targets[starts[fallen] : starts[fallen + 1]]:
                    live[freed] -= 1
                    if not live[freed] and not labels[freed]:
                        witnesses[freed] = fallen
                        later.append(freed)
        front = later
        number += 2
    return Labelling(bytes(labels), rounds, witnesses)
