"""Speakers written as data that has no place of its own for them, as `speaking` reads it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from argmap.document import Document
from argmap.model.values import Speaker
from argmap.syntax import names


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
