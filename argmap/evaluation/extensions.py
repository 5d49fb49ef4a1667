"""The extensions of a framework under the semantics of the field, all of them or an exception.

What the grounded labelling decides is taken away first, and parts that no attack connects are
looked at one by one: the extensions of the whole are their combinations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import prod
from typing import NamedTuple

from argmap.evaluation.components import weak
from argmap.evaluation.encoding import Accepted, accepted, solver
from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import IN, UNDECIDED, grounded

CAP = 10_000
"""So many extensions are listed at most, unless another number is asked for."""
COMPARED = 20_000
"""Preferred sets up to which the ones of largest range are found by looking at all."""
BUDGET = 20_000
"""Conflicts after which the search for the largest ranges of stage semantics gives up."""


class TooMany(Exception):
    """There are more extensions than may be listed."""

    def __init__(self, cap: int) -> None:
        super().__init__(f"there are more than {cap} extensions")
        self.cap = cap


class Parts(NamedTuple):
    """What is accepted anyhow, and the parts that are open: their arguments and frameworks."""

    sure: Accepted
    open: tuple[tuple[Sequence[int], Framework], ...]


def parts(framework: Framework, *, reduced: bool = True) -> Parts:
    """A framework in parts. Not every semantics agrees with the grounded labelling: `reduced`
    false takes nothing away."""
    if not reduced:
        names: Sequence[int] = range(len(framework))
        sure: Accepted = frozenset()
    else:
        labels = grounded(framework).labels
        names = [name for name, label in enumerate(labels) if label == UNDECIDED]
        sure = frozenset(name for name, label in enumerate(labels) if label == IN)
    rest = framework.part(names)
    return Parts(
        sure, tuple(([names[one] for one in part], rest.part(part)) for part in weak(rest))
    )


def extensions(framework: Framework, semantics: str, cap: int | None = CAP) -> list[Accepted]:
    """All extensions, sorted. Raises TooMany, KeyError for a semantics that is not known."""
    if semantics == "GR":
        return [parts(framework).sure]
    if semantics == "ID":
        return [ideal(framework)]
    if semantics == "EAG":
        return [_admissible(framework, frozenset.intersection(*extensions(framework, "SST", cap)))]
    listing = LISTINGS[semantics]
    found = parts(framework, reduced=semantics not in ("STG", "CF"))
    lists: list[list[Accepted]] = []
    for names, part in found.open:
        made: list[Accepted] = []
        for one in listing(part, semantics):
            made.append(frozenset(names[at] for at in one))
            if cap is not None and len(made) > cap:
                raise TooMany(cap)
        if not made:
            return []
        lists.append(made)
    if cap is not None and prod(map(len, lists)) > cap:
        raise TooMany(cap)
    every = [found.sure.union(*chosen) for chosen in product(*lists)]
    return sorted(every, key=sorted)


def preferred(framework: Framework, budget: int | None = None) -> Iterator[Accepted]:
    """The largest complete sets, one by one. Raises OutOfBudget."""
    size = len(framework)
    search = solver(framework, budget=budget)
    while search.solve():
        found = accepted(search, size)
        yield found
        search.add([2 * name for name in range(size) if name not in found])


def _maximal(framework: Framework, semantics: str) -> Iterator[Accepted]:
    del semantics
    yield from preferred(framework)


def _models(framework: Framework, semantics: str) -> Iterator[Accepted]:
    search = solver(framework, semantics)
    while search.solve():
        yield accepted(search, len(framework))
        search.add([literal ^ 1 for literal in search.decisions()])


def _semi_stable(framework: Framework, semantics: str) -> Iterator[Accepted]:
    """The preferred sets of largest range. Raises TooMany where there are too many to compare."""
    del semantics
    ranged: list[tuple[Accepted, Accepted]] = []
    for one in preferred(framework):
        if len(ranged) == COMPARED:
            raise TooMany(COMPARED)
        ranged.append((one, one.union(*map(framework.attacked, one))))
    ranges = {covered for _, covered in ranged}
    largest = {one for one in ranges if not any(one < other for other in ranges)}
    yield from (one for one, covered in ranged if covered in largest)


def _stage(framework: Framework, semantics: str) -> Iterator[Accepted]:
    """The conflict-free sets of largest range: the stable ones, or where there are none, for each
    largest range all sets that have it. Raises OutOfBudget."""
    del semantics
    stable = _models(framework, "ST")
    first = next(stable, None)
    if first is not None:
        yield first
        yield from stable
        return
    size = len(framework)
    ranges = solver(framework, "CF", by_range=True, budget=BUDGET)
    while ranges.solve():
        covered = [ranges.true(2 * size + name) for name in range(size)]
        search = solver(framework, "CF", by_range=True)
        for name, inside in enumerate(covered):
            search.add([2 * (2 * size + name) ^ (not inside)])
        while search.solve():
            yield accepted(search, size)
            search.add([literal ^ 1 for literal in search.decisions()])
        ranges.add([2 * (2 * size + name) for name in range(size) if not covered[name]])


LISTINGS: dict[str, Callable[[Framework, str], Iterator[Accepted]]] = {
    "CO": _models,
    "ST": _models,
    "CF": _models,
    "PR": _maximal,
    "SST": _semi_stable,
    "STG": _stage,
}


def ideal(framework: Framework) -> Accepted:
    """The largest admissible set inside of all preferred ones: the largest one of arguments that
    some preferred set accepts and no preferred set attacks (Dunne, Dvořák, Woltran 2013)."""
    found = parts(framework)
    sure = set(found.sure)
    for names, part in found.open:
        ever = credulous_all(part)
        safe = frozenset(
            name for name in ever if not any(one in ever for one in part.attackers(name))
        )
        sure |= {names[at] for at in _admissible(part, safe)}
    return frozenset(sure)


def credulous_all(framework: Framework) -> Accepted:
    """The arguments that some complete set accepts."""
    search = solver(framework)
    found: set[int] = set()
    while True:
        search.add([2 * name for name in range(len(framework)) if name not in found])
        if not search.solve():
            return frozenset(found)
        found |= accepted(search, len(framework))


def _admissible(framework: Framework, inside: Accepted) -> Accepted:
    """The largest admissible subset of arguments that do not attack each other."""
    hits = [0] * len(framework)
    for name in inside:
        for target in framework.attacked(name):
            hits[target] += 1
    kept = set(inside)
    queue = [target for target, count in enumerate(hits) if not count]
    for attacker in queue:  # grows on the way: what nothing kept attacks
        for name in framework.attacked(attacker):
            if name in kept:
                kept.discard(name)
                for target in framework.attacked(name):
                    hits[target] -= 1
                    if not hits[target]:
                        queue.append(target)
    return frozenset(kept)
