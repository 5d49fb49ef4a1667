"""The files that are open: one is shown, the others wait with their undo and their place."""

from __future__ import annotations

import os

from argmap.tui import keeping, memory
from argmap.tui.desk import Desk
from argmap.tui.session import Session


def named(desk: Desk, path: str) -> Session | None:
    """The open file of that name."""
    return next((one for one in desk.files if same(path, one.path)), None)


def same(path: str, other: str) -> bool:
    """Whether two names lead to the same file."""
    return os.path.realpath(path) == os.path.realpath(other)


def show(desk: Desk, session: Session) -> None:
    """Another file in the place of this one, which waits."""
    if session is desk.session:
        return
    desk.session.left = memory.placed(desk)
    if session not in desk.files:
        desk.files.append(session)
    desk.open(session)
    if session.left is None:
        desk.host.begin()
    else:
        memory.put(desk, session.left)


def close(desk: Desk) -> None:
    """Closes the file that is shown; what of it is not saved is lost. There must be another."""
    gone = desk.session
    number = desk.files.index(gone)
    show(desk, desk.files[number - 1] if number else desk.files[1])
    desk.files.remove(gone)
    keeping.release(gone)
    memory.keep_one(gone)


def unsaved(desk: Desk) -> list[Session]:
    return [one for one in desk.files if one.dirty]
