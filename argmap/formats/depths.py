"""A large map as a page: a column for each depth, each box beside those that hang from it.

Graphviz would put all boxes of a depth in one row, which for more than some dozens nobody can
read, and for a thousand takes it many minutes. Places are found as by Wetherell and Shannon
(Tidy Drawings of Trees, 1979), in time linear in the number of boxes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from argmap.model.argmap import ArgMap

GAP = 14.0
"""Points between two boxes of a column."""
COLUMN = 290
"""Points from one column to the next."""
SHAPE = 1.6
"""Width to height of the page aimed at."""


class Place(NamedTuple):
    """The column of a box, from 0, and how far down its middle is, in points."""

    column: int
    down: float


def hung(found: ArgMap) -> tuple[list[str], Mapping[str, list[str]]]:
    """The claims that hang from none, and for each other claim's parent what hangs from it; every
    claim once."""
    roots: list[str] = []
    below: dict[str, list[str]] = {}
    for start in (*(one.id for one in found.positions), *found.claims):
        if start in below:
            continue
        roots.append(start)
        below[start] = []
        waiting = [start]
        while waiting:
            claim = waiting.pop()
            for parent, child in _reasons(found, claim):
                if child not in below:
                    below[child] = []
                    below[parent].append(child)
                    waiting.append(child)
    return roots, below


def _reasons(found: ArgMap, claim: str) -> Iterator[tuple[str, str]]:
    """What is for, against and beside a claim: what hangs from it. What undercuts one of its steps
    hangs from the step's first premise if that is known by then."""
    for step in found.onto(claim):
        sides = (*step.premises, step.target) if step.kind == "contradict" else step.premises
        yield from ((claim, one) for one in sides if one != claim)
        undercuts = list(found.onto(step.id))
        while undercuts:
            undercut = undercuts.pop()
            yield from ((claim, one) for one in undercut.premises)
            undercuts += found.onto(undercut.id)


def places(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], height: Callable[[str], float]
) -> Mapping[str, Place]:
    """A place for each box, so that none stand on each other and each is in the middle of those
    that hang from it, or lower. Many trees stand in several banks beside each other."""
    found: dict[str, Place] = {}
    first = 0
    for bank in _banks(roots, below, height):
        now = _placed(bank, below, height)
        found |= {name: Place(column + first, down) for name, (column, down) in now.items()}
        first = 1 + max(place.column for place in found.values())
    return found


def _banks(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], height: Callable[[str], float]
) -> Iterator[list[str]]:
    """The roots, parted so that the page comes near to SHAPE."""
    tall: list[float] = []
    deep = 0
    for root in roots:
        tree = list(_from_below([root], below))
        tall.append(sum(height(name) + GAP for name, _ in tree if not below[name]))
        deep = max(deep, *(depth for _, depth in tree))
    room = sum(tall) / max(1.0, sqrt(SHAPE * sum(tall) / ((deep + 1) * COLUMN)))
    bank: list[str] = []
    used = 0.0
    for root, size in zip(roots, tall, strict=True):
        if bank and used + size / 2 > room:
            yield bank
            bank, used = [], 0.0
        bank.append(root)
        used += size
    if bank:
        yield bank


def _placed(
    roots: Sequence[str], below: Mapping[str, Sequence[str]], height: Callable[[str], float]
) -> Mapping[str, Place]:
    column: dict[str, int] = {}
    down: dict[str, float] = {}
    moved: dict[str, float] = {}
    free: defaultdict[int, float] = defaultdict(float)
    shift: defaultdict[int, float] = defaultdict(float)
    for name, depth in _from_below(roots, below):
        column[name] = depth
        hanging = below[name]
        half = height(name) / 2
        highest = free[depth] + half
        middle = (down[hanging[0]] + down[hanging[-1]]) / 2 if hanging else highest
        shift[depth] = max(shift[depth], highest - middle)
        moved[name] = shift[depth] if hanging else 0.0
        down[name] = middle + moved[name]
        free[depth] = down[name] + half + GAP
    for name in _from_above(roots, below):
        for child in below[name]:
            down[child] += moved[name]
            moved[child] += moved[name]
    return {name: Place(column[name], down[name]) for name in column}


def _from_above(roots: Iterable[str], below: Mapping[str, Sequence[str]]) -> Iterator[str]:
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        yield name
        waiting += below[name]


def _from_below(
    roots: Iterable[str], below: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, int]]:
    """Each box with its depth, after those that hang from it; in order."""
    work = [(root, 0, iter(below[root])) for root in reversed(list(roots))]
    while work:
        name, depth, rest = work[-1]
        child = next(rest, None)
        if child is None:
            work.pop()
            yield name, depth
        else:
            work.append((child, depth + 1, iter(below[child])))
