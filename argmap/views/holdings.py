"""Who holds what: each speaker's claims, and where speakers agree and disagree."""

from __future__ import annotations

from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Holding

STANCES = {"asserts": "+", "restates": "=", "denies": "-"}


class Held(NamedTuple):
    """What one speaker holds. `speaker` is empty for the article's own voice."""

    speaker: str
    name: str
    aliases: tuple[str, ...]
    holdings: tuple[Holding, ...]


class Line(NamedTuple):
    """A claim with the stance of each speaker who takes one."""

    claim: str
    stances: dict[str, str]

    @property
    def disputed(self) -> bool:
        return len({stance == "denies" for stance in self.stances.values()}) > 1


def by_speaker(document: Document) -> tuple[Held, ...]:
    """Each speaker with what they assert, restate and deny, in order of the text."""
    found = document.map
    return tuple(
        Held(who.id, who.name, who.names[1:], found.holdings.get(who.id, ()))
        for who in found.speakers.values()
    )


def table(document: Document) -> tuple[Line, ...]:
    """Claim by speaker. A claim that somebody denies is told once, on the claim itself."""
    found: dict[str, dict[str, str]] = {}
    for who, holdings in document.map.holdings.items():
        for held in holdings:
            stances = found.setdefault(held.claim, {})
            if stances.get(who) != "denies":
                stances[who] = held.stance
    order = document.map.claims
    return tuple(Line(claim, found[claim]) for claim in order if claim in found)
