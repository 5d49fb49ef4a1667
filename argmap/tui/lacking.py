"""What a claim still lacks: a reason, an answer to an objection."""

from __future__ import annotations

from argmap.document import Document
from argmap.model.values import Step
from argmap.views.stats import answered


def reason(document: Document, claim: str) -> bool:
    """Whether a position has no reason yet."""
    found = document.map
    supported = any(step.kind == "support" for step in found.onto(claim))
    return not supported and not found.argues(claim)


def objections(document: Document, claim: str, *, steps: bool = True) -> tuple[int, int]:
    """How many objections there are to the claim, or with `steps` to the steps it makes, and how
    many of them nobody answers."""
    found = document.map
    against: list[Step] = [step for step in found.onto(claim) if step.kind == "attack"]
    for made in found.out(claim) if steps else ():
        against += (step for step in found.onto(made.id) if step.kind == "undercut")
    return len(against), sum(not answered(found, step) for step in against)
