"""The terminal interface: an article and its argument tree, side by side."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from dataclasses import replace

from argmap.tui.settings import Settings

__all__ = ["Settings", "run"]


def run(path: str, *more: str) -> int:
    """Opens files, or a folder to choose from, until one leaves; with an empty path the
    tutorial. Returns the exit code. Raises Unreadable and BadConfig."""
    from argmap import workspace
    from argmap.tui import config, faults, guard, opening, tutorial
    from argmap.tui.app import Argmap
    from argmap.tui.session import Session
    from argmap.tui.themes import chosen
    from argmap.visible import visible
    from argmap.workspace import recovery

    settings = config.load()
    settings = replace(settings, theme=chosen(settings.theme, os.environ))
    if not path:
        loaded = workspace.Loaded("tutorial.argmap", tutorial.ARTICLE, False, None)
        session = Session(loaded, scratch=True)
        session.tour = 0
        app = Argmap(session, settings)
    elif os.path.isdir(path):
        if more:
            raise workspace.Unreadable(path, "a folder is opened alone, or files without it")
        nothing = Session(workspace.Loaded(path, "", False, None), scratch=True)
        app = Argmap(nothing, settings, folder=path)
    else:
        first, *others = [opening.opened(one) for one in (path, *more)]
        app = Argmap(first, settings, others=others)
    with suppress(OSError, RuntimeError):  # it is only tidying up
        recovery.prune()
    # A large map has millions of values; looking through them all the time is felt.
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)
    guard.forgive_input()
    for stale in ("COLUMNS", "LINES"):  # the terminal itself knows, also after a resize
        os.environ.pop(stale, None)
    code = 0
    try:
        code = app.run(mouse=settings.mouse) or 0
    except Exception as fault:  # noqa: BLE001  # whatever it is, it is told and reported
        app.last_words = faults.told(fault, app.desk.files)
    if app.ending is not None:
        app.ending.ended.wait(1)  # it has a program of its own to stop
    for line in app.last_words:
        print(visible(line), file=sys.stderr)  # noqa: T201  # the screen is the shell's again
    return faults.CODE if app.last_words else code
