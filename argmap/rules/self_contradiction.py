"""One speaker holds two claims that contradict each other.

Either the speaker is mistaken for another one, or the contradiction is no contradiction, or the
speaker does contradict themselves, which is worth a `note=`. A joint position counts for each
who holds it.

Bad:

    [It must close]{claim #close @lind}, she said, and: [it must stay open]{!close #open @lind}.

Good:

    [It must close]{claim #close @lind}, she said. He said [it must stay open]{!close #open @teal}.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step
from argmap.rules import _spots as spots

CODE = "self-contradiction"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    @cache
    def holders(claim: str) -> dict[str, None]:
        return dict.fromkeys(document.map.holders(claim))

    found = document.map.found(_contradictions).values()
    for step in (step for steps in found for step in steps):
        sides = sorted((holders(name) for name in (*step.premises, step.target)), key=len)
        both = [who for who in sides[0] if all(who in side for side in sides)]
        if both:
            yield _finding(document, step, both)


def _contradictions(found: ArgMap, claim: str) -> list[Step]:
    """Those that are said to aim at a claim."""
    return [one for one in found.onto(claim) if one.kind == "contradict" and one.target == claim]


def _finding(document: Document, step: Step, who: list[str]) -> Diagnostic:
    names = ", ".join(f"@{name}" for name in who[:4]) + (" …" if len(who) > 4 else "")
    premise = " & ".join(f"`{name}`" for name in step.premises)
    first = document.map.claims[step.target].occurrences[0].where
    return Diagnostic(
        CODE,
        SEVERITY,
        spots.of_step(document, step),
        f"{names} holds both {premise} and `{step.target}`, which contradict each other",
        "Check who says which; if they do contradict themselves, allow it.",
        related=(Related(spots.of_name(document, first, step.target), f"`{step.target}`"),),
    )
