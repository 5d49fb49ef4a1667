"""The speakers of a text: those described in map blocks and those only named."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.model.values import Speaker, Where
from argmap.syntax.statements import Mention, Person
from argmap.syntax.units import Unit


def speakers_of(units: Sequence[Unit], author: str) -> dict[str, Speaker]:
    """All speakers in order of the text. `@author` is the front matter's author."""
    described: dict[str, Where] = {}
    mentions: dict[str, list[Where]] = {}
    order: dict[str, None] = {}
    for unit in units:
        for statement in unit.statements:
            if isinstance(statement, Person | Mention):
                where = Where(unit, *statement.source)
                order[statement.name] = None
                if isinstance(statement, Person):
                    described.setdefault(statement.name, where)
                else:
                    mentions.setdefault(statement.name, []).append(where)
        order.update(dict.fromkeys(sorted(unit.speakers)))
    return {
        name: _speaker(name, described.get(name), mentions.get(name, ()), author) for name in order
    }


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
