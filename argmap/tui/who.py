"""Speakers to choose from, the likeliest first."""

from __future__ import annotations

import re
from bisect import bisect_right

from argmap.edits import CannotEdit, describe
from argmap.edits.heads import legal
from argmap.model.values import Speaker, Where
from argmap.syntax.names import from_words
from argmap.text import Span
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.prompts import Option
from argmap.tui.session import Wish

ITSELF = Option("", "— the article itself", "nobody is named")


def options(desk: Desk, at: int, *, itself: bool = True) -> list[Option]:
    """The speakers: whom the text last names before an offset of it, then those used of late."""
    found = desk.document.map.speakers
    near = last_named(desk, at)
    order = dict.fromkeys(reversed(near))
    order.update(dict.fromkeys(who for who in desk.recent_speakers if who in found))
    order.update(dict.fromkeys(found))
    listed = [_option(found[who], number) for number, who in _numbered(desk, order)]
    together = [_together(desk, near)] if len(near) > 1 else []
    nobody = [ITSELF] if itself else []
    return [*together, *listed, *nobody]


def _together(desk: Desk, speakers: tuple[str, ...]) -> Option:
    """Several speakers who were named by the same words."""
    people = desk.document.map.speakers
    names = " and ".join(shown(people[who].name) for who in speakers)
    return Option(" ".join(speakers), names, "together")


def _numbered(desk: Desk, order: dict[str, None]) -> list[tuple[int, str]]:
    numbers = {who: number for number, who in enumerate(desk.document.map.speakers)}
    return [(numbers[who], who) for who in order]


def _option(speaker: Speaker, number: int) -> Option:
    name = shown(speaker.name)
    label = name if name == speaker.id else f"{name}  @{shown(speaker.id)}"
    return Option(speaker.id, label, shown(", ".join(speaker.names[1:])), f"speaker-{number % 8}")


def last_named(desk: Desk, at: int) -> tuple[str, ...]:
    """Whom a mark names last before an offset of the text: a mention, or a claim's speakers."""
    document = desk.document
    number = bisect_right(document._starts, at) - 1
    for index in range(number, max(-1, number - 40), -1):
        unit = document.units[index]
        start = document._starts[index]
        for mark in range(len(unit.marks) - 1, -1, -1):
            if start + unit.marks[mark].span.start < at:
                names = Where(unit, mark).head.names("@")
                if known := tuple(who for who in names if who in document.map.speakers):
                    return known
    return ()


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


def _names(desk: Desk) -> re.Pattern[str] | None:
    """What any known speaker is called: full names, other names, and the first and last word of
    each, where they do not begin another name."""
    whole = {one for s in desk.document.map.speakers.values() for one in s.names if one.strip()}
    parts = {word for one in whole for word in (one.split()[0], one.split()[-1])}
    names = whole | {word for word in parts if len(word) > 2 and word[0].isupper()}
    if not names:
        return None
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])(?! [^\W\d_a-zß-ÿ])"
    )


def name_after(desk: Desk, at: int) -> int | None:
    """Where behind an offset of the page a speaker's name stands that is not marked as one."""
    wanted = _names(desk)
    for found in wanted.finditer(desk.page.text, max(0, at - 200)) if wanted else ():
        if found.start() > at and not any(
            one.speaker for one in desk.page.stretches(*found.span())
        ):
            return found.start()
    return None


def name_at(desk: Desk, at: int) -> Span | None:
    """A known speaker's name that begins at an offset of the page."""
    wanted = _names(desk)
    found = wanted.match(desk.page.text, at) if wanted else None
    return Span(*found.span()) if found else None


def fresh(desk: Desk, typed: str) -> Option | None:
    """A speaker who is named for the first time, by the name typed, or why it is no name."""
    name = typed.strip().removeprefix("@").strip()
    made = identifier(name)
    if made in desk.document.map.speakers:
        return None
    if not made:
        return Option("+", f"new: {shown(name)}", why_not="a name has letters or digits")
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
            ids += one.split()
            continue
        name = one[1:]
        made = identifier(name)
        ids.append(made)
        if made != name:
            wishes.append(_described(made, name))
    return tuple(dict.fromkeys(ids)), wishes


def _described(made: str, name: str) -> Wish:
    return lambda document: describe(document, made, (name,))
