"""A speaker's side: what they assert is granted, what they deny is set aside."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluation.policy import Given
from argmap.evaluation.standing import Evaluation, Status
from argmap.model.argmap import ArgMap


class Side(NamedTuple):
    """What a speaker takes for given. `torn`: claims that they both assert and deny, which are
    left as they are."""

    given: Given
    torn: tuple[str, ...]


def side(found: ArgMap, speaker: str) -> Side:
    asserted: dict[str, None] = {}
    denied: dict[str, None] = {}
    for held in found.holdings.get(speaker, ()):
        (denied if held.stance == "denies" else asserted)[held.claim] = None
    torn = tuple(claim for claim in asserted if claim in denied)
    return Side(
        Given(
            frozenset(denied.keys() - asserted.keys()), frozenset(asserted.keys() - denied.keys())
        ),
        torn,
    )


class Differs(NamedTuple):
    """A claim that two evaluations tell apart."""

    claim: str
    first: Status
    second: Status


def compare(first: Evaluation, second: Evaluation) -> tuple[Differs, ...]:
    """The claims whose status differs, in order of the text."""
    return tuple(
        Differs(claim, status, second.statuses[claim])
        for claim, status in first.statuses.items()
        if status != second.statuses[claim]
    )
