"""The program itself: help, palette, leaving."""

from __future__ import annotations

import os

from argmap.tui import commands, opened, saving
from argmap.tui.commands import Command, command
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.panes.bars import spelt
from argmap.tui.prompts import Ask, Choice, Option
from argmap.tui.session import Session
from argmap.tui.tutorial import ARTICLE
from argmap.workspace import Loaded


@command("help", "?", "f1", alias=("h", "help"), hint="help")
def help_(desk: Desk, _: int) -> None:
    """All keys, those of this pane first."""
    desk.help_top = 0


@command("palette", ":", "ctrl+p", hint="commands")
def palette(desk: Desk, _: int) -> None:
    """Find a command by its words."""
    from argmap.tui import ex

    pane = desk.focus
    listed = [_option(desk, one, pane) for one in commands.every().values() if one.fits(pane)]

    def done(chosen: tuple[str, ...]) -> None:
        if chosen[0].startswith(":"):
            ex.run(desk, chosen[0][1:])
        else:
            run(desk, chosen[0])

    def fresh(typed: str) -> Option | None:
        return ex.option(desk, typed)

    desk.ask(Choice(":", listed, done, fresh, limit=400, exact=True, completed=ex.complete))


def _option(desk: Desk, one: Command, pane: str) -> Option:
    keys = commands.keys_of(one, pane, desk.settings.keys)
    words = " ".join((one.title, *one.alias))
    return Option(one.name, words, "  ".join(map(spelt, keys)), why_not=one.why_not(desk))


def run(desk: Desk, name: str) -> None:
    """Calls a command by its name."""
    commands.call(desk, commands.every()[name])


@command("quit", "q", "ctrl+c", alias=("q", "qa", "exit"))
def quit_(desk: Desk, _: int) -> None:
    """Leave; asks where something is not saved."""
    busy = next((one for one in desk.files if one.saving), None)
    if busy is not None:
        desk.say("leaving when it is saved", "warning")
        busy.afterwards.append(lambda: quit_(desk, 0))
        return
    unsaved = opened.unsaved(desk)
    if not unsaved:
        desk.host.leave()
        return

    def save_all() -> None:
        saving.save_all(desk, desk.host.leave)

    names = ", ".join(shown(os.path.basename(one.path)) for one in unsaved)
    desk.ask(
        Ask(
            f"Not saved yet: {names}. (s)ave and leave, (d)iscard the changes, Esc to stay",
            {"s": ("save", save_all), "d": ("discard", lambda: quit_now(desk, 0))},
        )
    )


@command("save-quit", alias=("wq", "x", "wqa", "xa"), panes=("none",))
def save_quit(desk: Desk, _: int) -> None:
    """Save and leave; asks where another file is not saved."""
    if desk.session.scratch:
        quit_(desk, 0)
    else:
        saving.save(desk, desk.session, then=lambda: quit_(desk, 0))


@command("tutorial", alias=("learn",))
def learn(desk: Desk, _: int) -> None:
    """Learn argmap on a small article, that is not kept."""
    session = Session(Loaded("tutorial.argmap", ARTICLE, False, None), scratch=True)
    session.tour = 0
    opened.show(desk, session)
    desk.focus = "article"


@command("quit-now", alias=("q!", "qa!"), panes=("none",))
def quit_now(desk: Desk, _: int) -> None:
    """Leave without saving."""
    for session in opened.unsaved(desk):
        session.discard()
    desk.host.leave()


@command("suspend", alias=("suspend", "stop", "sus"))
def suspend(desk: Desk, _: int) -> None:
    """Back to the shell for a while; `fg` there leads back here."""
    desk.host.pause()


@command("cancel", "escape", panes=("article", "speakers", "problems"))
def cancel(desk: Desk, _: int) -> None:
    """Give up the selection, or what was begun."""
    desk.anchor = None
    desk.message = desk.message._replace(text="")
