"""Semantics as clauses: variable `a` says that argument `a` is accepted, `n + a` that it falls,
and `2 * n + a` that it does one of both."""

from __future__ import annotations

from argmap.evaluation.framework import Framework
from argmap.evaluation.sat import Solver

Accepted = frozenset[int]


def solver(
    framework: Framework,
    semantics: str = "CO",
    *,
    by_range: bool = False,
    budget: int | None = None,
) -> Solver:
    """A solver whose models are the complete (CO), stable (ST) or conflict-free (CF) sets. The
    first model is one with a largest set of accepted arguments, or with `by_range` with a largest
    range."""
    size = len(framework)
    first = [(2 * size + name, 0) for name in range(size)] if by_range else []
    ranks = [*first, *((name, 1) for name in range(size))]
    made = Solver(3 * size if by_range else 2 * size, ranks, budget)
    for name in range(size):
        accepted, falls = 2 * name, 2 * (size + name)
        attackers = framework.attackers(name)
        made.add([accepted ^ 1, falls ^ 1])
        made.add([falls ^ 1, *(2 * one for one in attackers)])
        for one in attackers:
            made.add([2 * one + 1, falls])
        if semantics == "ST":
            made.add([accepted, falls])
        if semantics != "CF":
            made.add([accepted, *(2 * (size + one) + 1 for one in attackers)])
            for one in attackers:
                made.add([accepted ^ 1, 2 * (size + one)])
        if by_range:
            ranged = 2 * (2 * size + name)
            made.add([ranged ^ 1, accepted, falls])
            made.add([ranged, accepted ^ 1])
            made.add([ranged, falls ^ 1])
    return made


def accepted(found: Solver, size: int) -> Accepted:
    """The arguments that the model accepts."""
    return frozenset(name for name in range(size) if found.true(name))
