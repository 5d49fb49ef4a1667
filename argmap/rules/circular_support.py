"""Claims that support each other in a circle.

A circle gives no reason: each of its claims is as well founded as the others, and none of them
stands on anything else. Texts do argue like that, so it is a warning; where the circle is the
text's own, allow it.

Bad:

    [It is true]{claim #true @noor +book}, for [the book says so]{claim #book @noor +true}.

Good:

    [It is true]{claim #true @noor}, for [the book says so]{claim #book @noor +true}.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.values import Step
from argmap.rules import _spots as spots

CODE = "circular-support"
SEVERITY = Severity.WARNING

Graph = Mapping[str, list[tuple[str, Step]]]


def check(document: Document) -> Iterator[Diagnostic]:
    graph: defaultdict[str, list[tuple[str, Step]]] = defaultdict(list)
    for step in document.map.steps.values():
        if step.kind == "support":
            for premise in step.premises:
                graph[premise].append((step.target, step))
    order = {name: number for number, name in enumerate(document.map.claims)}
    for knot in knots(graph):
        first = min(knot, key=order.__getitem__)
        yield _finding(document, first, circle(graph, first, knot))


def knots(graph: Graph) -> Iterator[set[str]]:
    """The largest sets of claims that all lead to each other (Tarjan, without recursion)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    for root in graph:
        if root in number:
            continue
        work = [(root, iter(graph[root]))]
        number[root] = low[root] = len(number)
        path.append(root)
        while work:
            name, rest = work[-1]
            target, _ = next(rest, ("", None))
            if target:
                if target not in number:
                    number[target] = low[target] = len(number)
                    path.append(target)
                    work.append((target, iter(graph.get(target, ()))))
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


def _closed(path: list[str], name: str, low: dict[str, int]) -> set[str]:
    """Takes a finished set from the path; -1 tells that its claims are done."""
    knot: set[str] = set()
    while name not in knot:
        done = path.pop()
        low[done] = -1
        knot.add(done)
    return knot


def circle(graph: Graph, first: str, knot: set[str]) -> list[Step]:
    """The steps of a shortest way from a claim back to itself."""
    came: dict[str, tuple[str, Step]] = {}
    queue = deque([first])
    while first not in came:
        name = queue.popleft()
        for target, step in graph[name]:
            if target in knot and target not in came:
                came[target] = (name, step)
                queue.append(target)
    steps: list[Step] = []
    name = first
    while not steps or name != first:
        name, step = came[name]
        steps.append(step)
    return steps[::-1]


def _finding(document: Document, first: str, steps: list[Step]) -> Diagnostic:
    names = [first, *(step.target for step in steps)]
    shown = names if len(names) < 8 else [*names[:5], "…", names[-1]]
    return Diagnostic(
        CODE,
        SEVERITY,
        spots.of_step(document, steps[0]),
        "these claims support each other in a circle: " + " +> ".join(shown),
        "Remove the relation that the text does not bear, or allow it if the text argues so.",
        related=tuple(
            Related(spots.of_step(document, step), f"supports `{step.target}`")
            for step in steps[1:5]
        ),
    )
