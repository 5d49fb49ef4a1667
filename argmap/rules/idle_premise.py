"""A premise that supports, attacks and undercuts nothing.

The word `premise` says that the words are a reason; without a relation the tree shows them as a
position of their own.

Bad:

    [The bridge should close]{claim #close @lind}, for [it is old]{premise #old @lind}.

Good:

    [The bridge should close]{claim #close @lind}, for [it is old]{premise #old @lind +close}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Occurrence
from argmap.rules import _spots as spots

CODE = "idle-premise"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    for claim, found in document.map.found(_idle).items():
        for occurrence in found:
            yield _finding(document, occurrence, claim)


def _idle(found: ArgMap, claim: str) -> list[Occurrence]:
    if found.argues(claim):
        return []
    said = found.claims[claim].occurrences
    return [one for one in said if one.where.head.label == "premise" and not _tries(one)]


def _tries(occurrence: Occurrence) -> bool:
    """Whether a relation is written that came to nothing, which has its own diagnostic."""
    heads = (piece.head for piece in occurrence.pieces)
    return any(attribute.sign in ("+", "-", "_", "&") for h in heads for attribute in h.attributes)


def _finding(document: Document, occurrence: Occurrence, claim: str) -> Diagnostic:
    where = occurrence.where
    label = where.head.of("")[0]
    return Diagnostic(
        CODE,
        SEVERITY,
        spots.of_attribute(document, where, label),
        f"the premise `{claim}` is a reason for or against nothing",
        "Write what it supports (`+close`) or attacks (`-close`), or call it `claim`.",
    )
