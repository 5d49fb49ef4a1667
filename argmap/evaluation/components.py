"""Parts of a framework: what hangs together, and what lies on a ring together."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluation.framework import Framework


def weak(framework: Framework) -> list[list[int]]:
    """The arguments that attacks connect, whichever way they go; in order of the first."""
    back = framework.reversed
    seen = bytearray(len(framework))
    found: list[list[int]] = []
    for start in range(len(framework)):
        if seen[start]:
            continue
        seen[start] = 1
        part = [start]
        for name in part:  # grows on the way
            for other in (*framework.attacked(name), *back.attacked(name)):
                if not seen[other]:
                    seen[other] = 1
                    part.append(other)
        found.append(sorted(part))
    return found


def strong(framework: Framework) -> list[list[int]]:
    """The largest sets of arguments that all reach each other (Tarjan, without recursion). A set
    comes before all that attack into it."""
    return strong_of(framework.starts, framework.targets)


def strong_of(starts: Sequence[int], targets: Sequence[int]) -> list[list[int]]:
    """The same for any graph: from `n` lead edges to `targets[starts[n] : starts[n + 1]]`."""
    size = len(starts) - 1
    order = [0] * size  # from 1; the number in which a node was met
    low = [0] * size
    at = list(starts[:size])
    path: list[int] = []
    found: list[list[int]] = []
    count = 0
    for root in range(size):
        if order[root]:
            continue
        work = [root]
        while work:
            name = work[-1]
            if not order[name]:
                count += 1
                order[name] = low[name] = count
                path.append(name)
            if at[name] < starts[name + 1]:
                other = targets[at[name]]
                at[name] += 1
                if not order[other]:
                    work.append(other)
                elif low[other] > 0:
                    low[name] = min(low[name], low[other])
                continue
            work.pop()
            if low[name] == order[name]:
                found.append(_closed(path, name, low))
            if work and low[name] > 0:
                low[work[-1]] = min(low[work[-1]], low[name])
    return found


def _closed(path: list[int], name: int, low: list[int]) -> list[int]:
    """Takes a finished set from the path; 0 tells that its members are done."""
    part: list[int] = []
    while not part or part[-1] != name:
        part.append(path.pop())
        low[part[-1]] = 0
    return part
