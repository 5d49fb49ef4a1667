"""Commands as they are typed behind a colon: `w`, `w talks.argmap`, `e snow.argmap`, `120`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from argmap.tui import commands
from argmap.tui.commands import Command
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.paths import completed
from argmap.tui.prompts import Option

_TYPED = re.compile(r"\s*(?P<name>[a-zA-Z][\w-]*!?)(?:\s+(?P<argument>\S.*?))?\s*")


@cache
def names() -> Mapping[str, Command]:
    """All commands by what can be typed for them."""
    every = commands.every()
    return {word: one for one in every.values() for word in one.alias} | dict(every)


def option(desk: Desk, typed: str) -> Option | None:
    """What was typed, where it is a command by its name; None where it can only be words."""
    line = typed.strip()
    if line.isdecimal() and line.isascii():
        return Option(f":{line}", f":{line}  To this line of the article")
    found = _parsed(line)
    if found is None:
        return None
    one, argument = found
    label = f":{shown(line)}  {one.title}" if not argument else f":{shown(line)}"
    why = "" if one.fits(desk.focus) or one.panes == ("none",) else _elsewhere(one)
    return Option(f":{line}", label, "", why_not=why or one.why_not(desk))


def _parsed(line: str) -> tuple[Command, str] | None:
    found = _TYPED.fullmatch(line)
    one = names().get(found["name"]) if found else None
    if found is None or one is None or (found["argument"] and not one.takes):
        return None
    return one, found["argument"] or ""


def _elsewhere(one: Command) -> str:
    return f"only in the {' and the '.join(one.panes)}"


def run(desk: Desk, line: str) -> None:
    """Does what `option` found."""
    if line.isdecimal():
        commands.call(desk, commands.every()["top"], max(1, min(int(line[:9]), 10**8)))
    elif found := _parsed(line):
        one, argument = found
        if argument and one.takes:
            why = one.why_not(desk)
            if why:
                desk.say(why, "warning")
            else:
                commands.called(desk, one._replace(run=_given(one, argument)), 0)
        else:
            commands.call(desk, one)


def _given(one: Command, argument: str) -> commands.Run:
    def given(desk: Desk, _: int) -> None:
        if one.takes:
            one.takes(desk, argument)

    return given


def complete(typed: str) -> str:
    """The line with the file name at its end gone on with."""
    found = _parsed(typed.strip())
    if found is None or not found[1]:
        return typed
    head = typed[: typed.index(found[1], len(typed.split(maxsplit=1)[0]))]
    return head + completed(found[1])
