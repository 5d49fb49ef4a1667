"""How objections weigh, and what a reader takes for given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Policy(StrEnum):
    """How a reason and an objection to the same claim weigh against each other."""

    BALANCED = "balanced"
    STRICT = "strict"
    LENIENT = "lenient"


MEANING = {
    Policy.BALANCED: "an unanswered reason and an unanswered objection leave a claim contested",
    Policy.STRICT: "any standing objection rejects a claim; reasons must stand",
    Policy.LENIENT: "a claim stands until an objection rejects it, even when its reasons fell",
}


@dataclass(frozen=True)
class Given:
    """What a reader changes without touching the file: claims set aside, and claims granted.

    A claim that is both counts as set aside. Those `of_side` are so because a reader is on the side
    of a `speaker`, by whose id they are told. The `audience` puts values (tags) in an order.
    """

    aside: frozenset[str] = field(default_factory=frozenset)
    granted: frozenset[str] = field(default_factory=frozenset)
    speaker: str = ""
    of_side: frozenset[str] = field(default_factory=frozenset)
    audience: tuple[str, ...] = ()

    @staticmethod
    def of(
        aside: Iterable[str] = (), granted: Iterable[str] = (), audience: Iterable[str] = ()
    ) -> Given:
        return Given(frozenset(aside), frozenset(granted), audience=tuple(audience))

    def __bool__(self) -> bool:
        return bool(self.aside or self.granted or self.audience)


NOTHING = Given()
