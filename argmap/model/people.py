"""The speakers of a text: those described in map blocks and those only named."""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from argmap.model.order import Anchor, Rank, replaced
from argmap.model.values import Speaker, Where
from argmap.syntax.statements import Mention, Person
from argmap.syntax.units import Unit


class People(NamedTuple):
    """All speakers in order of the text, and what puts each into its place."""

    speakers: Mapping[str, Speaker]
    anchors: Mapping[str, Anchor]


def named_in(unit: Unit) -> tuple[str, ...]:
    """The speakers that a unit names, each once."""
    told = (s.name for s in unit.statements if isinstance(s, Person | Mention))
    return tuple(dict.fromkeys((*told, *sorted(unit.speakers))))


def people(units: Sequence[Unit], author: str) -> People:
    """`author` is the front matter's, who is meant by `@author`."""
    anchors: dict[str, Anchor] = {}
    for unit in units:
        if unit.marks or unit.lines:
            for order, name in enumerate(named_in(unit)):
                if name not in anchors:
                    anchors[name] = Anchor(unit, order)
    described, mentions = _told(units)
    speakers = {
        name: _speaker(name, described.get(name), mentions.get(name, ()), author)
        for name in anchors
    }
    return People(speakers, anchors)


def people_after(
    old: People,
    spoken: Mapping[str, Mapping[Unit, None]],
    removed: Iterable[Unit],
    added: Iterable[Unit],
    rank: Rank,
    author: str,
) -> People:
    """The speakers after a change of units; `spoken` are the units (of now) that name each.
    What the front matter says of the author may have changed as well."""
    gone = set(removed)
    fresh = list(added)
    names = {name for unit in (*gone, *fresh) for name in named_in(unit)}
    if "author" in old.speakers:
        names.add("author")
    if not names:
        return old
    described, mentions = _told(fresh)
    found: list[tuple[str, Anchor, Speaker]] = []
    for name in sorted(names & spoken.keys()):
        before = old.speakers.get(name)
        kept = [where for where in before.mentions if where.unit not in gone] if before else []
        for where in mentions.get(name, ()):
            insort(kept, where, key=lambda where: rank(Anchor(where.unit, where.index)))
        person = before.described if before else None
        if name in described or (person is not None and person.unit in gone):
            person = _first_described(name, spoken[name], rank)
        unit = _first(name, old, spoken[name], gone, fresh, rank)
        anchor = Anchor(unit, named_in(unit).index(name))
        found.append((name, anchor, _speaker(name, person, kept, author)))
    return People(*replaced(old.speakers, old.anchors, names, found, rank))


def _first(
    name: str,
    old: People,
    spoken: Mapping[Unit, None],
    gone: Container[Unit],
    fresh: Iterable[Unit],
    rank: Rank,
) -> Unit:
    """The unit that names a speaker first."""
    before = old.anchors.get(name)
    among: Iterable[Unit] = spoken
    if before is not None and before.unit not in gone:
        among = [before.unit, *(unit for unit in fresh if unit in spoken)]
    return min(among, key=lambda unit: rank(Anchor(unit, 0)))


def _told(units: Iterable[Unit]) -> tuple[dict[str, Where], dict[str, list[Where]]]:
    described: dict[str, Where] = {}
    mentions: dict[str, list[Where]] = {}
    for unit in units:
        for statement in unit.statements:
            if isinstance(statement, Person):
                described.setdefault(statement.name, Where(unit, *statement.source))
            elif isinstance(statement, Mention):
                mentions.setdefault(statement.name, []).append(Where(unit, *statement.source))
    return described, mentions


def _first_described(name: str, units: Iterable[Unit], rank: Rank) -> Where | None:
    return min(
        _descriptions(name, units), key=lambda w: rank(Anchor(w.unit, w.index)), default=None
    )


def _descriptions(name: str, units: Iterable[Unit]) -> Iterator[Where]:
    for unit in units:
        for statement in unit.statements:
            if isinstance(statement, Person) and statement.name == name:
                yield Where(unit, *statement.source)


def _speaker(name: str, described: Where | None, mentions: Sequence[Where], author: str) -> Speaker:
    names: tuple[str, ...] = (author,) if name == "author" and author else ()
    data: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    if described is not None:
        text = described.unit.lines[described.index][1].text
        names = tuple(part.strip() for part in text.split("|") if part.strip()) or names
        head = described.head
        data = tuple((a.name, a.value) for a in head.of("key"))
        tags = head.names(".")
    return Speaker(name, names, data, tags, described, tuple(mentions))
