"""What keeps the work on open files: a lock, a journal, and what an earlier time left."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from argmap.history import Event, History
from argmap.workspace import Saved, journal, leftover, lock, records, recovery
from argmap.workspace.errors import reason
from argmap.workspace.lock import Holder
from argmap.workspace.recovery import Past
from argmap.workspace.signature import slurp

if TYPE_CHECKING:
    from argmap.tui.session import Session


def attach(session: Session, limit: int) -> Past | None:
    """Takes the lock of a file and finds its journal; returns the work that is not in the file,
    if an earlier time left some. Where nothing can be kept, `session.journal.trouble` says so."""
    session.history.limit = limit
    if session.lock is not None or not _has_file(session):
        return None
    session.holder = None
    session.journal = journal.Journal(session.path)
    try:
        session.lock = lock.take(session.path)
        leftover.sweep(session.path)
        past = recovery.past(session.path, session.sha256)
        session.interrupted = recovery.interrupted(session.path)
    except lock.Held as held:
        session.holder = held.holder
        session.journal = None
        return None
    except (OSError, RuntimeError) as error:
        session.journal.trouble = reason(error)[0] if isinstance(error, OSError) else str(error)
        return None
    if past is None or past.unsaved:
        return past
    if past.fits:
        go_on(session, past)
    return None


def unkept(session: Session) -> bool:
    """Whether nothing keeps the work on a file yet that could."""
    begun = session.journal is not None or session.holder is not None
    return not begun and not session.partial and _has_file(session)


def _has_file(session: Session) -> bool:
    """Whether there is a file, or is to be one; a stream that was read is none."""
    if session.scratch:
        return False
    return session.signature is not None or not os.path.lexists(session.path)


def go_on(session: Session, past: Past) -> None:
    """Appends to the journal of an earlier time, and can undo its steps."""
    if session.journal is None:
        return
    session.journal.go_on(past.lines)
    if past.replay is not None and past.fits:
        # Killed after the file was written, and before that was written down.
        session.journal.note(Event("file", sha256=session.sha256), lambda: session.state)
    session.earlier = lambda: _earlier(session)


def _earlier(session: Session) -> History | None:
    """The steps of this time and of earlier ones, if they lead to the text as it is now."""
    try:
        data, _ = slurp(str(journal.place(session.path)))
    except (OSError, RuntimeError):
        return None
    played = journal.replayed(records.parsed(data))
    if played is None or played[1].text != session.document.text:
        return None
    return played[1].history


def release(session: Session) -> None:
    """When a file is closed: the journal is brought to the disk, and the lock is freed."""
    if session.journal is not None:
        if session.journal.count > 2 * session.history.limit:
            _shorten(session)
        sync(session)
        session.journal.close()
        session.journal = None
    if session.lock is not None:
        session.lock.free()
        session.lock = None


def _shorten(session: Session) -> None:
    """A journal with only as many steps as can be undone."""
    if session.earlier is not None:
        found = session.earlier()
        if found is None:
            return
        session.history.done = found.done
        session.history.undone = found.undone
    del session.history.done[: -session.history.limit]
    if session.journal is not None:
        session.journal.begin(session.state)


def move(session: Session, path: str, text: str, saved: Saved) -> None:
    """The file was saved under another name: that one is kept from now on."""
    if session.journal is not None and session.journal.begun:
        # What was done is in the new file; the old one is as it was.
        session.journal.close()
        drop(session.path)
    session.journal = None
    if session.lock is not None:
        session.lock.free()
    session.lock = session.holder = session.earlier = session.interrupted = None
    session.path = path
    session.scratch = False
    session.written(text, saved)


def drop(path: str) -> None:
    """Removes the journal of a file."""
    with suppress(OSError, RuntimeError):
        journal.place(path).unlink(missing_ok=True)


def sync(session: Session) -> None:
    """Brings the journal to the disk, now."""
    if session.journal is not None and (job := session.journal.unsynced()):
        why = job()
        if why:
            session.journal.failed(why)


def told(holder: Holder) -> str:
    """Who has the file open, and that it cannot be changed here."""
    if not holder.pid:
        return "another program has just opened it too, so it is read-only here"
    since = time.strftime("%H:%M", time.localtime(holder.since))
    return (
        f"read-only here: it is open since {since} in process {holder.pid} on {holder.host}; "
        "g W saves a copy"
    )
