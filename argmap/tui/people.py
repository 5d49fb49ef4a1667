"""The speakers' view: who holds what, and where they agree and disagree."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from argmap.document import Document
from argmap.tui.desk import Desk
from argmap.views.holdings import STANCES, Line, by_speaker, table


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


def counted(document: Document, speaker: str) -> list[tuple[int, str]]:
    """How many claims a speaker takes each stance on; asserts stands even for none."""
    held = {(one.claim, one.stance) for one in document.map.holdings.get(speaker, ())}
    counts = Counter(stance for _, stance in held)
    return [(counts[one], one) for one in STANCES if counts[one] or one == "asserts"]


def company(document: Document, speaker: str) -> list[tuple[str, str, list[tuple[str, int]]]]:
    """With whom a speaker agrees and disagrees, on how many claims; with a style for each."""
    mine = [row for row in rows(document) if row.speaker == speaker]
    agree = Counter(who for row in mine for who in row.others)
    differ = Counter(who for row in mine for who in row.against)
    both = (("support", "agrees with", agree), ("attack", "disagrees with", differ))
    return [(style, how, found.most_common()) for style, how, found in both if found]


@lru_cache(maxsize=4)
def crossed(document: Document) -> tuple[Line, ...]:
    """The claims of the table: disputed ones first, then those that several hold."""
    return tuple(sorted(table(document), key=lambda one: (not one.disputed, len(one.stances) < 2)))


@lru_cache(maxsize=4)
def columns(document: Document) -> tuple[str, ...]:
    """The speakers of the table, those who take any stance."""
    held = document.map.holdings
    return tuple(who for who in document.map.speakers if held.get(who))


def row(desk: Desk) -> Row | None:
    """What is under the cursor, which is put back where it left the list or table."""
    found = crossed(desk.document) if desk.people_table else rows(desk.document)
    desk.people_at = max(0, min(desk.people_at, len(found) - 1))
    names = columns(desk.document)
    desk.people_column = max(0, min(desk.people_column, len(names) - 1))
    if not found:
        return None
    here = found[desk.people_at]
    if isinstance(here, Row):
        return here
    who = names[desk.people_column]
    return Row(who, here.claim, here.stances.get(who, ""))


def point(desk: Desk, speaker: str, claim: str) -> None:
    """Puts the cursor on a speaker and claim, as far as they are there."""
    if desk.people_table:
        names = columns(desk.document)
        desk.people_column = names.index(speaker) if speaker in names else 0
        claims = [one.claim for one in crossed(desk.document)]
        desk.people_at = claims.index(claim) if claim in claims else 0
        return
    listed = [(one.speaker, one.claim) for one in rows(desk.document)]
    near = next((at for at, (_, one) in enumerate(listed) if one == claim), 0)
    desk.people_at = listed.index((speaker, claim)) if (speaker, claim) in listed else near


def speaker(desk: Desk) -> str:
    """The speaker under the cursor; empty if there is none."""
    found = row(desk)
    return found.speaker if found else ""
