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

from collections import deque
from collections.abc import Iterator, Set

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step
from argmap.rules import _spots as spots

CODE = "circular-support"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    found = document.map
    if not found.circles:
        return
    order = {name: number for number, name in enumerate(found.claims)}
    for knot in found.circles:
        first = min(knot, key=order.__getitem__)
        yield _finding(document, first, circle(found, first, knot))


def circle(found: ArgMap, first: str, knot: Set[str]) -> list[Step]:
    """The steps of a shortest way from a claim back to itself."""
    came: dict[str, tuple[str, Step]] = {}
    queue = deque([first])
    while first not in came:
        name = queue.popleft()
        for step in found.out(name):
            target = step.target
            if step.kind == "support" and target in knot and target not in came:
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
