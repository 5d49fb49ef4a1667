"""After a crash: the work that is not in the file is offered, with the difference to look at."""

from __future__ import annotations

import time
from collections.abc import Callable

from argmap.lines import changes
from argmap.tui import keeping, outside
from argmap.tui.comparing import Compare, pieces_of
from argmap.tui.desk import Desk
from argmap.tui.prompts import Ask
from argmap.tui.session import Session
from argmap.workspace import recovery
from argmap.workspace.recovery import Past

Answers = dict[str, tuple[str, Callable[[], object]]]


def begin(desk: Desk, session: Session) -> None:
    """Keeps the work on a file from now on; tells who else has it open, or asks what is to become
    of work that was not saved."""
    past = keeping.attach(session, desk.settings.undo)
    if session.holder is not None:
        desk.say(keeping.told(session.holder), "warning")
    elif session.journal is not None and session.journal.trouble:
        desk.say(
            f"no crash protection: {session.journal.trouble}. Save often, or set XDG_STATE_HOME "
            "to a folder that can be written.",
            "error",
        )
    elif past is not None and past.replay is not None:
        _offer(desk, session, past)
    elif session.interrupted:
        _cut_off(desk, session)


def _offer(desk: Desk, session: Session, past: Past) -> None:
    answers: Answers = {
        "r": ("restore", lambda: _restore(desk, session, past)),
        "d": ("discard", lambda: _discard(desk, past)),
    }
    assert past.replay is not None
    count = past.replay.edits
    changes = f"{count} change{'s' * (count != 1)}"
    what = f"{changes} of the last time, {_ago(past.file.stat().st_mtime)}, were not saved."
    if count == 1:
        what = what.replace("were", "was")
    view = Compare(what, "the file", "your work", pieces_of(session.loaded.text, past.replay.text),
                   answers=answers, cancelled=lambda: _later(desk, session))  # fmt: skip
    desk.ask(
        Ask(
            f"{what} (r)estore, (v)iew the difference, (d)iscard, Esc: later",
            {**answers, "v": ("view", lambda: desk.ask(view))},
            cancelled=lambda: _later(desk, session),
        )
    )


def _restore(desk: Desk, session: Session, past: Past) -> None:
    """The work goes into the window, not into the file; what others wrote meanwhile comes in."""
    replay = past.replay
    if replay is None:
        return
    known = session.sha256
    session.restore(replay.text, replay.held, replay.history)
    keeping.go_on(session, past)
    session.earlier = None
    desk.tree.update(desk.document)
    desk.say("your work is back, not saved yet; u undoes it step by step")
    if session.interrupted:
        session.saved = session.loaded.text  # torn by a save that did not end: nobody's change
    elif session.signature is not None and known != replay.sha256:
        outside.bring(desk, session, session.loaded)


def _discard(desk: Desk, past: Past) -> None:
    past.file.unlink(missing_ok=True)
    desk.say("discarded")


def _later(desk: Desk, session: Session) -> None:
    recovery.put_aside(session.path)
    desk.say("kept aside: `argmap recover` lists, shows and restores it")


def _cut_off(desk: Desk, session: Session) -> None:
    """The last save wrote into the file itself and did not end."""
    backup = session.interrupted
    old = outside.read(str(backup))
    if backup is None or isinstance(old, str):
        desk.say(f"a save of this file did not end; what it held before is in {backup}", "error")
        return
    answers: Answers = {
        "r": ("restore", lambda: _put_back(desk, old.text)),
        "d": ("discard", lambda: _settled(desk, session)),
    }
    what = "The last save of this file did not end, so it may be damaged."
    view = Compare(what, "the file", "before that save", pieces_of(session.loaded.text, old.text),
                   answers=answers)  # fmt: skip
    desk.ask(
        Ask(
            f"{what} What it held before is kept. (r)estore, (v)iew, (d)iscard, Esc: later",
            {**answers, "v": ("view", lambda: desk.ask(view))},
        )
    )


def _put_back(desk: Desk, old: str) -> None:
    edits = changes(desk.document.text, old)
    desk.change("restored", lambda _: edits)


def _settled(desk: Desk, session: Session) -> None:
    if session.interrupted is not None:
        session.interrupted.unlink(missing_ok=True)
        session.interrupted = None
    desk.say("discarded")


def _ago(then: float) -> str:
    passed = max(0.0, time.time() - then)
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if passed >= size:
            count = int(passed // size)
            return f"{count} {name}{'s' * (count != 1)} ago"
    return "just now"
