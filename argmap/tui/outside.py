"""What other programs do to an open file: their changes come in line by line.

The file is looked at twice a second. A look costs microseconds, finds a file that was replaced
as well as one that was written to, and works on network folders, where no system tells of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from argmap import workspace
from argmap.lines import changes, merge
from argmap.tui.comparing import Compare
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.session import Session
from argmap.workspace import Loaded, Unreadable

EVERY = 0.5
SETTLED = 0.05
"""Seconds that a file has to stay as it is; an empty or missing one ten times as long."""
Then = Callable[[], object]


def read(path: str) -> Loaded | str:
    """The file, or why it cannot be read."""
    try:
        return workspace.read(path)
    except Unreadable as no:
        return no.message


def look(session: Session) -> Loaded | str | None:
    """The file if it is another one than the session knows; None if not. In any thread."""
    known = session.signature
    if known is None or session.partial or session.saving:
        return None
    now = workspace.glance(session.path)
    if now is not None and now in (known.stat, session.refused):
        return None
    # Many programs write a file in steps: emptied or moved away first, then filled.
    time.sleep(SETTLED if now is not None and now[1] else 10 * SETTLED)
    if workspace.glance(session.path) != now:
        return None
    return read(session.path)


def noticed(desk: Desk, session: Session, found: Loaded | str | None) -> bool:
    """Acts upon what `look` found; False where there is nothing to show."""
    if session is not desk.session or desk.prompt or desk.connecting or session.saving:
        return False
    if found is None:
        came_back = bool(session.gone)
        session.gone = ""
        return came_back
    if isinstance(found, str):
        if session.gone:
            return False
        session.gone = found
        desk.say(f"the file on disk: {shown(found)}. Your text is kept here.", "error")
        return True
    session.gone = ""
    if (
        session.signature
        and found.signature
        and (found.signature.sha256 == session.signature.sha256)
    ):
        session.signature = found.signature  # only touched
        return False
    # No question comes by itself: the next key would answer it, meant for something else.
    pieces = merge(session.saved, session.document.text, found.text)
    if all(piece.merged is not None for piece in pieces):
        bring(desk, session, found)
    else:
        later(desk, session, found)
    return True


def bring(desk: Desk, session: Session, found: Loaded, then: Then | None = None) -> None:
    """Takes in what another program wrote, as a step that can be undone. Where both changed the
    same lines, one is asked. `then` is called when it is done."""
    pieces = merge(session.saved, session.document.text, found.text)
    done = partial(_taken, desk, session, found, then)
    if all(piece.merged is not None for piece in pieces):
        done("".join(line for piece in pieces for line in piece.merged or ()))
        return
    desk.ask(
        Compare("Another program changed lines that you changed too.", "yours", "theirs", pieces,
                done=done, cancelled=lambda: later(desk, session, found))
    )  # fmt: skip


def later(desk: Desk, session: Session, found: Loaded) -> None:
    """What another program wrote is not taken in yet; saving asks about it."""
    session.refused = found.signature.stat if found.signature else None
    desk.say(
        "another program changed lines that you changed too: g C puts them side by side, "
        "and so does ctrl+s",
        "warning",
    )


def _taken(desk: Desk, session: Session, found: Loaded, then: Then | None, merged: str) -> None:
    before = session.document.text
    edits = changes(before, merged)
    own = before != session.saved
    session.refused = None
    if edits and session is desk.session:
        desk.granted("changed outside", lambda _: edits)
    elif edits:
        session.change("changed outside", [lambda _: edits], 0)
    session.found(found)
    count = len(edits)
    what = "merged with yours" if own else "taken over; u undoes it"
    desk.say(f"changed outside: {count} place{'s' * (count != 1)} {what}", "warning")
    if then:
        then()
