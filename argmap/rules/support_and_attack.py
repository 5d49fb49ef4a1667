"""A claim speaks for and against the same claim.

One of the two is nearly always a slip of the sign. Where words cut both ways, they hold two
claims: mark them apart.

Bad:

    [The bridge should close]{claim #close @lind}. [It is old]{claim #old @lind +close}.

    #old -> #close

Good:

    [The bridge should close]{claim #close @lind}. [It is old]{claim #old @lind +close}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step
from argmap.rules import _spots as spots

CODE = "support-and-attack"
SEVERITY = Severity.WARNING
AGAINST = ("attack", "contradict")


def check(document: Document) -> Iterator[Diagnostic]:
    for claim, found in document.map.found(_both).items():
        for target, against, support in found:
            yield _finding(document, (claim, target), against, support)


def _both(found: ArgMap, claim: str) -> list[tuple[str, Step, Step]]:
    """What a claim speaks both for and against, by which steps."""
    supports: dict[str, Step] = {}
    for step in found.out(claim):
        if step.kind == "support":
            supports.setdefault(step.target, step)
    if not supports:
        return []
    against = [(step.target, step) for step in found.out(claim) if step.kind in AGAINST]
    for step in found.onto(claim):
        if step.kind == "contradict" and step.target == claim:
            against += [(premise, step) for premise in step.premises]
    return [(target, step, supports[target]) for target, step in against if target in supports]


def _finding(document: Document, pair: tuple[str, str], step: Step, other: Step) -> Diagnostic:
    premise, target = pair
    word = "attacks" if step.kind == "attack" else "contradicts"
    return Diagnostic(
        CODE,
        SEVERITY,
        spots.of_step(document, step),
        f"`{premise}` {word} `{target}`, and supports it too",
        "Keep one of the two relations, or mark two claims if the words cut both ways.",
        related=(Related(spots.of_step(document, other), "supports it here"),),
    )
