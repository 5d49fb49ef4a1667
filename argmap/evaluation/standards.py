"""Standards of proof: how heavy the reasons for a claim must be for it to stand.

Where a claim is held to a standard, its reasons and objections do not leave each other open: the
weights of the steps are compared (Gordon, Prakken and Walton 2007, with the numbers of Carneades
4). A reason for what contradicts the claim is an objection to it. Granting a claim is a reason of
weight 1; a claim held to a standard needs a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from argmap.model.argmap import ArgMap

KEY = "standard"
"""The datum of a claim, or of a contradiction for both its sides, that names a standard."""
WEIGHT = 1.0
"""The weight of a step that tells none."""


class Standard(StrEnum):
    """From the least to the most that is asked."""

    SCINTILLA = "scintilla"
    PREPONDERANCE = "preponderance"
    CONVINCING = "convincing"
    BEYOND_DOUBT = "beyond-doubt"
    UNDISPUTED = "undisputed"


MEANING = {
    Standard.SCINTILLA: "some reason stands, whatever is said against it",
    Standard.PREPONDERANCE: "a reason outweighs every objection",
    Standard.CONVINCING: "a reason outweighs every objection by more than 0.5",
    Standard.BEYOND_DOUBT: "so it does, and no objection weighs 0.3 or more",
    Standard.UNDISPUTED: "a reason stands, and no objection at all",
}
ELSEWHERE = {
    "se": Standard.SCINTILLA,
    "pe": Standard.PREPONDERANCE,
    "cce": Standard.CONVINCING,
    "brd": Standard.BEYOND_DOUBT,
    "dv": Standard.UNDISPUTED,
}
"""What Carneades and its writers call them."""


def named(text: str) -> Standard | None:
    """The standard of that name, or None."""
    name = text.strip().casefold().replace("_", "-").replace(" ", "-")
    if name in ELSEWHERE:
        return ELSEWHERE[name]
    return Standard(name) if name in [*Standard] else None


def limit(standard: Standard, weight: float) -> float:
    """The weight from which on an objection keeps a reason of some weight from meeting the
    standard: infinity where none does, 0 where every objection does; below 0 where the reason
    is too light by itself.

    >>> limit(Standard.PREPONDERANCE, 0.8), limit(Standard.CONVINCING, 0.8)
    (0.8, 0.3)
    >>> limit(Standard.BEYOND_DOUBT, 1.0), limit(Standard.BEYOND_DOUBT, 0.4)
    (0.3, -1.0)
    """
    match standard:
        case Standard.SCINTILLA:
            return inf
        case Standard.UNDISPUTED:
            return 0.0
        case Standard.PREPONDERANCE:
            least = weight
        case _:
            least = round(weight - 0.5, 9)  # 0.8 - 0.5 is a little more than 0.3 otherwise
    if least <= 0:
        return -1.0
    return min(least, 0.3) if standard == Standard.BEYOND_DOUBT else least


@dataclass(frozen=True)
class Demands:
    """The standards of a map by claim, and where there is any, the weight of each step."""

    of: Mapping[int, Standard] = field(default_factory=dict)
    weights: tuple[float, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.of)

    @staticmethod
    def made(found: ArgMap, number: Mapping[str, int]) -> Demands:
        """A claim's own standard goes before that of a contradiction; of several the most."""
        asked: dict[int, Standard] = {}
        order = [*Standard]
        for claim, standard in _of_contradictions(found):
            known = asked.get(number[claim], standard)
            asked[number[claim]] = max(known, standard, key=order.index)
        for one in found.claims.values():
            if one.data and (own := named(one.get(KEY) or "")):
                asked[number[one.id]] = own
        if not asked:
            return NONE
        weights = (step.weight for step in found.steps.values())
        return Demands(asked, tuple(WEIGHT if one is None else one for one in weights))


NONE = Demands()


def _of_contradictions(found: ArgMap) -> Iterator[tuple[str, Standard]]:
    for step in found.steps.values():
        if step.data and step.kind == "contradict":
            standard = named(dict(step.data).get(KEY, ""))
            if standard is not None:
                yield from ((claim, standard) for claim in (*step.premises, step.target))
