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
from argmap.model.values import Step
from argmap.rules import _spots as spots

CODE = "support-and-attack"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    supports: dict[tuple[str, str], Step] = {}
    steps = document.map.steps.values()
    for step in steps:
        if step.kind == "support":
            for premise in step.premises:
                supports.setdefault((premise, step.target), step)
    for step in steps:
        for pair in _against(step):
            if pair in supports:
                yield _finding(document, pair, step, supports[pair])


def _against(step: Step) -> Iterator[tuple[str, str]]:
    if step.kind in ("attack", "contradict"):
        for premise in step.premises:
            yield premise, step.target
            if step.kind == "contradict":
                yield step.target, premise


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
