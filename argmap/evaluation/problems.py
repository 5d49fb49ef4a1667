"""The problems that solvers of the field compete in: a task and a semantics, such as DS-PR."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.evaluation.encoding import Accepted, accepted, solver
from argmap.evaluation.extensions import CAP, LISTINGS, extensions, parts
from argmap.evaluation.framework import Framework

TASKS = {
    "SE": "some extension",
    "EE": "every extension",
    "CE": "how many extensions there are",
    "DC": "whether some extension accepts an argument",
    "DS": "whether every extension accepts an argument",
}
SEMANTICS = {
    "GR": "grounded",
    "CO": "complete",
    "PR": "preferred",
    "ST": "stable",
    "SST": "semi-stable",
    "STG": "stage",
    "ID": "ideal",
    "EAG": "eager",
}
ONE = ("GR", "ID", "EAG")
"""The semantics with exactly one extension."""


class Verdict(NamedTuple):
    """Yes or no; with the extension that accepts the argument, or the one that does not."""

    yes: bool
    witness: Accepted | None


def some(framework: Framework, semantics: str, cap: int | None = CAP) -> Accepted | None:
    """An extension; None where there is none. Raises TooMany for the eager one."""
    if semantics in ONE:
        return extensions(framework, semantics, cap)[0]
    if semantics == "CO":
        return parts(framework).sure
    found = parts(framework, reduced=semantics != "STG")
    chosen = set(found.sure)
    for names, part in found.open:
        first = next(LISTINGS[semantics](part, semantics), None)
        if first is None:
            return None
        chosen |= {names[at] for at in first}
    return frozenset(chosen)


def credulous(
    framework: Framework, semantics: str, argument: int, cap: int | None = CAP
) -> Verdict:
    """Whether some extension accepts an argument."""
    if semantics in ("CO", "PR", "ST"):
        search = solver(framework, "ST" if semantics == "ST" else "CO")
        if not search.solve([2 * argument]):
            return Verdict(False, None)
        return Verdict(True, accepted(search, len(framework)))
    for one in extensions(framework, semantics, cap):
        if argument in one:
            return Verdict(True, one)
    return Verdict(False, None)


def skeptical(
    framework: Framework, semantics: str, argument: int, cap: int | None = CAP
) -> Verdict:
    """Whether every extension accepts an argument; where there is no extension, so they do."""
    if semantics == "PR":
        return _in_all_preferred(framework, argument)
    if semantics == "ST":
        search = solver(framework, "ST")
        if not search.solve([2 * argument + 1]):
            return Verdict(True, None)
        return Verdict(False, accepted(search, len(framework)))
    every = [parts(framework).sure] if semantics == "CO" else extensions(framework, semantics, cap)
    for one in every:
        if argument not in one:
            return Verdict(False, one)
    return Verdict(True, None)


def _in_all_preferred(framework: Framework, argument: int) -> Verdict:
    """Looks for a largest complete set without the argument that none with it contains; each one
    that does rules out all sets inside of it."""
    size = len(framework)
    without, within = solver(framework), solver(framework)
    without.add([2 * argument + 1])
    while without.solve():
        found = accepted(without, size)
        if not within.solve([*(2 * name for name in sorted(found)), 2 * argument]):
            return Verdict(False, found)
        larger = accepted(within, size)
        without.add([2 * name for name in range(size) if name not in larger])
    return Verdict(True, None)


def labels(framework: Framework, argument: int) -> Sequence[str]:
    """The labels that an argument takes in complete labellings (Wu and Caminada 2010): of `in`,
    `out` and `undec`."""
    size = len(framework)
    kinds = {
        "in": [2 * argument],
        "out": [2 * (size + argument)],
        "undec": [2 * argument + 1, 2 * (size + argument) + 1],
    }
    search = solver(framework)
    return [kind for kind, assumed in kinds.items() if search.solve(assumed)]
