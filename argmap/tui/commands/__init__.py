"""Commands: name, keys, what they do, when they can. Bindings, palette, help, the hint bar and
the key table of the README are all made from them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from argmap.tui.desk import SIDES, Desk

MODULES = ("moving", "selecting", "marking", "connecting", "claims", "shaping", "ordering",
           "tree", "views", "speakers", "standing", "questions", "source", "files",
           "program")  # fmt: skip

Run = Callable[[Desk, int], None]
Why = Callable[[Desk], str]
Take = Callable[[Desk, str], None]
PANES = ("article", *SIDES)
CHANGING = ("marking", "connecting", "claims", "shaping", "ordering", "questions",
            "source")  # fmt: skip
"""Groups whose commands ask for things of a document: it must be the whole one."""
READING = "the file is still being read; wait a moment"


class Command(NamedTuple):
    """`panes`: where it can be called, all if empty; `why_not` tells why it cannot now; `run`
    is given the count typed before the keys, 0 without one; `takes` is called instead where an
    argument was typed behind one of the `alias`es, as in `:w talks.argmap`."""

    name: str
    keys: tuple[str, ...]
    title: str
    group: str
    run: Run
    panes: tuple[str, ...] = ()
    why_not: Why = lambda _: ""
    alias: tuple[str, ...] = ()
    hint: str = ""
    takes: Take | None = None

    def fits(self, pane: str) -> bool:
        return not self.panes or pane in self.panes


_found: dict[str, Command] = {}


def command(
    name: str,
    *keys: str,
    panes: tuple[str, ...] = (),
    why_not: Why = lambda _: "",
    alias: tuple[str, ...] = (),
    hint: str = "",
    takes: Take | None = None,
) -> Callable[[Run], Run]:
    """Registers a function; the first line of its docstring is the command's title."""

    def register(run: Run) -> Run:
        title = (run.__doc__ or name).strip().splitlines()[0].rstrip(".")
        group = run.__module__.rpartition(".")[2]
        _found[name] = Command(name, keys, title, group, run, panes, why_not, alias, hint, takes)
        return run

    return register


@cache
def every() -> Mapping[str, Command]:
    """All commands by name, in the order of the help."""
    for module in MODULES:
        importlib.import_module(f"{__name__}.{module}")
    order = {module: number for number, module in enumerate(MODULES)}
    return dict(sorted(_found.items(), key=lambda item: order[item[1].group]))


Own = Mapping[str, tuple[str, ...]]
"""Keys of commands, by their names, instead of those that they have by themselves."""


def keymap(pane: str, own: Own) -> Mapping[str, Command]:
    """The commands of a pane by their keys. A user's own keys go before all others, and those
    of the pane itself before general ones."""
    return _keymap(pane, tuple(own.items()))


@lru_cache(maxsize=32)
def _keymap(pane: str, own: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, Command]:
    fits = [one for one in every().values() if one.fits(pane)]
    fits.sort(key=lambda one: bool(one.panes))
    given = dict(own)
    taken = {keys: one for one in fits for keys in given.get(one.name, ())}
    found = {
        keys: one
        for one in fits
        if one.name not in given
        for keys in one.keys
        if not any(clash(keys, other) for other in taken)
    }
    return found | taken


def clash(keys: str, other: str) -> bool:
    """Whether one of two sequences of keys cannot be typed for the other."""
    return f"{keys} ".startswith(f"{other} ") or f"{other} ".startswith(f"{keys} ")


def keys_of(one: Command, pane: str, own: Own) -> tuple[str, ...]:
    """The keys that call a command, in that pane where it can be called there."""
    panes = (pane,) if one.fits(pane) else tuple(name for name in one.panes if name in PANES)
    keys = own.get(one.name, one.keys)
    return tuple(key for key in keys if any(keymap(name, own).get(key) is one for name in panes))


def call(desk: Desk, one: Command, count: int = 0) -> None:
    """Calls a command, or says why it cannot be called now."""
    why = READING if desk.session.partial and one.group in CHANGING else one.why_not(desk)
    if why:
        desk.say(why, "warning")
    else:
        called(desk, one, count)


def called(desk: Desk, one: Command, count: int) -> None:
    one.run(desk, count)
