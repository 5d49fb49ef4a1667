"""What claims, steps and speakers are called in Argdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from argmap.document import Document
from argmap.formats.argdown import literal
from argmap.formats.argdown.naming import TITLE
from argmap.model.values import Claim, Speaker, Step
from argmap.syntax import names

STEP = "Step"
"""`<Step 1>` is the title of an argument that stands for a step without a name."""


def titles(claims: Iterable[Claim]) -> Mapping[str, str]:
    """The title of each claim: the one it has as data, if that is free, else its id."""
    every = list(claims)
    wished = Counter(_title(claim.data) for claim in every)
    taken = {claim.id for claim in every}
    found: dict[str, str] = {}
    for claim in every:
        title = _title(claim.data)
        fits = literal.can_title(title) and wished[title] == 1 and title not in taken
        found[claim.id] = title if fits else claim.id
    return found


def _title(data: tuple[tuple[str, str], ...]) -> str:
    """The title that is no possible id; one that is would be read back as the id."""
    title = dict(data).get(TITLE, "")
    return title if names.fault(names.normal(title)) else ""


def step_titles(steps: Iterable[Step], gists: Mapping[str, str]) -> Mapping[str, str]:
    """The title of the argument that each step would be; `gists` are titles given already, of
    steps and of other arguments."""
    found: dict[str, str] = {}
    taken = set(gists.values())
    number = 0
    for step in steps:
        wish = gists.get(step.id) or _title(step.data) or step.name
        if step.id not in gists and (not literal.can_title(wish) or wish in taken):
            wish = step.name if step.name not in taken else ""
        if not wish:
            number += 1
            wish = f"{STEP} {number}"
        found[step.id] = wish
        taken.add(wish)
    return found


class People:
    """The names of speakers in data, and what the front matter has to tell of them."""

    def __init__(self, speakers: Iterable[Speaker], used: frozenset[str]) -> None:
        """`used` are those who say something."""
        every = list(speakers)
        called = Counter(one.name for one in every)
        ids = {one.id for one in every}
        self._names = {
            one.id: one.name
            if called[one.name] == 1 and (one.name == one.id or one.name not in ids)
            else one.id
            for one in every
        }
        plain = {o.id for o in every if o.id in used and self._names[o.id] == o.name and _plain(o)}
        self.front = {one.id: _described(one) for one in every if one.id not in plain}

    def names(self, ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(self._names[one] for one in ids)

    def pairs(
        self, speakers: tuple[str, ...], via: tuple[str, ...] = ()
    ) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        """Who says so, as data."""
        for key, ids in (("speaker", speakers), ("via", via)):
            told = self.names(ids)
            if told:
                yield key, told[0] if len(told) == 1 else told


def _plain(one: Speaker) -> bool:
    """Whether a reader finds the id of a speaker from the name alone."""
    return (
        len(one.names) < 2
        and names.from_words(one.name) == one.id
        and not one.tags
        and not one.data
    )


def _described(one: Speaker) -> object:
    called = list(one.names) or [one.id]
    if not one.tags and not one.data:
        return called[0] if len(called) == 1 else called
    rest = {key: value for key, value in one.data if key not in ("names", "tags")}
    return {"names": called, **({"tags": list(one.tags)} if one.tags else {}), **rest}


def used(document: Document) -> frozenset[str]:
    """The speakers who hold or argue something."""
    said = (one for claim in document.map.claims.values() for one in claim.occurrences)
    found = {who for one in said for who in (*one.speakers, *one.via)}
    return frozenset(found.union(*(step.speakers for step in document.map.steps.values())))
