"""Which claims hang from no position: they argue in a ring, or for claims that do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from argmap.model.values import Claim, Step


class Graph(Protocol):
    """What a map is to be asked for here."""

    @property
    def claims(self) -> Mapping[str, Claim]: ...
    @property
    def targets(self) -> Mapping[str, tuple[Step, ...]]: ...
    @property
    def positions(self) -> tuple[Claim, ...]: ...
    def argues(self, claim: str) -> bool: ...
    def out(self, claim: str) -> tuple[Step, ...]: ...
    def onto(self, name: str) -> tuple[Step, ...]: ...


def unrooted(found: Graph, doubtful: Collection[str] | None) -> frozenset[str]:
    """The claims that no tree with a position at its root shows.

    `doubtful` are the claims that may be such; where all of them hang from a position, so do
    all others. None: any claim may be.
    """
    if doubtful is not None and all(_hangs(found, doubtful)):
        return frozenset()
    return frozenset(found.claims.keys() - below(found, (one.id for one in found.positions)))


def below(found: Graph, starts: Iterable[str]) -> set[str]:
    """The claims that a tree with these roots shows."""
    targets, claims = found.targets, found.claims
    reached: set[str] = set(starts)
    queue = list(reached)
    while queue:
        for step in targets.get(queue.pop(), ()):
            ends = step.premises if step.kind == "undercut" else (*step.premises, step.target)
            for one in ends:
                if one not in reached and one in claims:
                    reached.add(one)
                    queue.append(one)
            if step.id in targets:
                queue.append(step.id)
    return reached


def _hangs(found: Graph, names: Iterable[str]) -> Iterator[bool]:
    """For each claim whether a position is above it."""
    known: set[str] = set()  # all of these hang from a position
    for name in names:
        if name not in found.claims:
            continue
        seen = {name}
        queue = [name]
        hangs = False
        while queue and not hangs:
            claim = queue.pop()
            hangs = claim in known or not found.argues(claim)
            for above in _above(found, claim):
                if above not in seen:
                    seen.add(above)
                    queue.append(above)
        if hangs:
            known.add(name)
        yield hangs


def _above(found: Graph, claim: str) -> Iterator[str]:
    for step in found.out(claim):
        yield step.root
    for step in found.onto(claim):
        if step.kind == "contradict":
            yield from step.premises
