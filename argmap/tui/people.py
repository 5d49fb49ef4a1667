"""The speakers' view: who holds what, and where they agree and disagree."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from argmap.document import Document
from argmap.tui.desk import Desk
from argmap.views.holdings import by_speaker, table


class Row(NamedTuple):
    """A speaker, or a claim that one holds; `stances` are those of all who take one."""

    speaker: str
    claim: str = ""
    stance: str = ""
    others: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def rows(document: Document) -> tuple[Row, ...]:
    """Each speaker, and below each what they hold, with who else does and who denies it."""
    lines = {line.claim: line.stances for line in table(document)}
    found: list[Row] = []
    for held in by_speaker(document):
        found.append(Row(held.speaker))
        seen = set()
        for one in held.holdings:
            if (one.claim, one.stance) in seen:
                continue
            seen.add((one.claim, one.stance))
            mine = one.stance == "denies"
            stances = lines.get(one.claim, {})
            others = [who for who in stances if who != held.speaker]
            agree = tuple(who for who in others if (stances[who] == "denies") == mine)
            against = tuple(who for who in others if (stances[who] == "denies") != mine)
            found.append(Row(held.speaker, one.claim, one.stance, agree, one.via, against))
    return tuple(found)


def row(desk: Desk) -> Row | None:
    found = rows(desk.document)
    desk.people_at = max(0, min(desk.people_at, len(found) - 1))
    return found[desk.people_at] if found else None


def speaker(desk: Desk) -> str:
    """The speaker under the cursor; empty if there is none."""
    found = row(desk)
    return found.speaker if found else ""
