"""Which claims support each other in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from argmap.model.values import Step


class Graph(Protocol):
    """What a map is to be asked for here."""

    def out(self, claim: str) -> tuple[Step, ...]: ...


def supported(found: Graph, claim: str) -> Iterator[str]:
    """The claims that a claim supports."""
    return (step.target for step in found.out(claim) if step.kind == "support")


def leads_back(found: Graph, names: Iterable[str]) -> bool:
    """Whether a way of support from one of these claims comes back to where it was."""
    done: set[str] = set()
    for name in names:
        if name in done:
            continue
        inside = {name}
        work = [(name, supported(found, name))]
        while work:
            claim, rest = work[-1]
            target = next(rest, None)
            if target is None:
                work.pop()
                inside.discard(claim)
                done.add(claim)
            elif target in inside:
                return True
            elif target not in done:
                inside.add(target)
                work.append((target, supported(found, target)))
    return False


def circles(found: Graph, names: Iterable[str]) -> Iterator[frozenset[str]]:
    """The largest sets of claims that all lead to each other (Tarjan, without recursion), of
    these claims and what they support."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    for root in names:
        if root in number:
            continue
        work = [(root, supported(found, root))]
        number[root] = low[root] = len(number)
        path.append(root)
        while work:
            name, rest = work[-1]
            target = next(rest, None)
            if target is not None:
                if target not in number:
                    number[target] = low[target] = len(number)
                    path.append(target)
                    work.append((target, supported(found, target)))
                elif low[target] >= 0:
                    low[name] = min(low[name], number[target])
                continue
            work.pop()
            if work:
                above = work[-1][0]
                low[above] = min(low[above], low[name])
            if low[name] == number[name]:
                knot = _closed(path, name, low)
                if len(knot) > 1:
                    yield knot


def _closed(path: list[str], name: str, low: dict[str, int]) -> frozenset[str]:
    """Takes a finished set from the path; -1 tells that its claims are done."""
    knot: set[str] = set()
    while name not in knot:
        done = path.pop()
        low[done] = -1
        knot.add(done)
    return frozenset(knot)
