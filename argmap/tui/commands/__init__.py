"""Commands: name, keys, what they do, when they can. Bindings, palette, help, the hint bar and
the key table of the README are all made from them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from argmap.tui.desk import Desk

MODULES = ("moving", "selecting", "marking", "connecting", "claims", "tree", "views", "speakers",
           "source", "files", "program")  # fmt: skip

Run = Callable[[Desk, int], None]
Why = Callable[[Desk], str]


class Command(NamedTuple):
    """`panes`: where it can be called, all if empty; `why_not` tells why it cannot now; `run`
    is given the count typed before the keys, 0 without one."""

    name: str
    keys: tuple[str, ...]
    title: str
    group: str
    run: Run
    panes: tuple[str, ...] = ()
    why_not: Why = lambda _: ""
    alias: tuple[str, ...] = ()
    hint: str = ""

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
) -> Callable[[Run], Run]:
    """Registers a function; the first line of its docstring is the command's title."""

    def register(run: Run) -> Run:
        title = (run.__doc__ or name).strip().splitlines()[0].rstrip(".")
        group = run.__module__.rpartition(".")[2]
        _found[name] = Command(name, keys, title, group, run, panes, why_not, alias, hint)
        return run

    return register


@cache
def every() -> Mapping[str, Command]:
    """All commands by name, in the order of the help."""
    for module in MODULES:
        importlib.import_module(f"{__name__}.{module}")
    order = {module: number for number, module in enumerate(MODULES)}
    return dict(sorted(_found.items(), key=lambda item: order[item[1].group]))


def keymap(pane: str, own: Mapping[str, tuple[str, ...]]) -> dict[str, Command]:
    """The commands of a pane by their keys; those of the pane itself go before general ones."""
    found: dict[str, Command] = {}
    for general in (True, False):
        for one in every().values():
            if one.fits(pane) and general == (not one.panes):
                for keys in own.get(one.name, one.keys):
                    found[keys] = one
    return found


def call(desk: Desk, one: Command, count: int = 0) -> None:
    """Calls a command, or says why it cannot be called now."""
    why = one.why_not(desk)
    if why:
        desk.say(why, "warning")
    else:
        called(desk, one, count)


def called(desk: Desk, one: Command, count: int) -> None:
    one.run(desk, count)
