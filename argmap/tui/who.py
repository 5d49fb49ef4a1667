"""Speakers to choose from, the likeliest first."""

from __future__ import annotations

from bisect import bisect_right

from argmap.edits import CannotEdit, describe
from argmap.edits.heads import legal
from argmap.model.values import Speaker, Where
from argmap.syntax.names import from_words
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.prompts import Option
from argmap.tui.session import Wish

ITSELF = Option("", "— the article itself", "nobody is named")


def options(desk: Desk, at: int, *, itself: bool = True) -> list[Option]:
    """The speakers: whom the text last names before an offset of it, then those used of late."""
    found = desk.document.map.speakers
    order: dict[str, None] = {}
    if near := last_named(desk, at):
        order[near] = None
    order.update(dict.fromkeys(who for who in desk.recent_speakers if who in found))
    order.update(dict.fromkeys(found))
    listed = [_option(found[who], number) for number, who in _numbered(desk, order)]
    nobody = [ITSELF] if itself else []
    return [*listed, *nobody]


def _numbered(desk: Desk, order: dict[str, None]) -> list[tuple[int, str]]:
    numbers = {who: number for number, who in enumerate(desk.document.map.speakers)}
    return [(numbers[who], who) for who in order]


def _option(speaker: Speaker, number: int) -> Option:
    name = shown(speaker.name)
    label = name if name == speaker.id else f"{name}  @{shown(speaker.id)}"
    return Option(speaker.id, label, shown(", ".join(speaker.names[1:])), f"speaker-{number % 8}")


def last_named(desk: Desk, at: int) -> str:
    """Whom a mark names last before an offset of the text: a mention, or a claim's speaker."""
    document = desk.document
    number = bisect_right(document._starts, at) - 1
    for index in range(number, max(-1, number - 40), -1):
        unit = document.units[index]
        start = document._starts[index]
        for mark in range(len(unit.marks) - 1, -1, -1):
            if start + unit.marks[mark].span.start < at:
                names = Where(unit, mark).head.names("@")
                if names:
                    return names[-1]
    return ""


def known(desk: Desk, name: str) -> str:
    """The speaker who has that name, or has it as a part of theirs; empty if nobody does."""
    wanted = name.casefold()
    speakers = desk.document.map.speakers.values()
    for speaker in speakers:
        if wanted in (speaker.id.casefold(), *(one.casefold() for one in speaker.names)):
            return speaker.id
    for speaker in speakers:
        if any(wanted in one.casefold().split() for one in (*speaker.names, speaker.id)):
            return speaker.id
    return ""


def fresh(desk: Desk, typed: str) -> Option | None:
    """A speaker who is named for the first time, by the name typed."""
    name = typed.strip().removeprefix("@").strip()
    made = identifier(name)
    if not made or made in desk.document.map.speakers:
        return None
    return Option(f"+{name}", f"new: {shown(name)}", f"@{shown(made)}")


def identifier(name: str) -> str:
    """The id of a speaker's name: the name itself where it is a legal id in small letters."""
    try:
        plain = legal(name)
        if plain == plain.lower():
            return plain
    except CannotEdit:
        pass
    made = from_words(name, count=4)
    return made if any(char.isalnum() for char in name) else ""


def settled(chosen: tuple[str, ...]) -> tuple[tuple[str, ...], list[Wish]]:
    """The ids of chosen speakers, and the wishes that put new ones with names into the file."""
    ids: list[str] = []
    wishes: list[Wish] = []
    for one in chosen:
        if not one.startswith("+"):
            ids += [one] if one else []
            continue
        name = one[1:]
        made = identifier(name)
        ids.append(made)
        if made != name:
            wishes.append(_described(made, name))
    return tuple(dict.fromkeys(ids)), wishes


def _described(made: str, name: str) -> Wish:
    return lambda document: describe(document, made, (name,))
