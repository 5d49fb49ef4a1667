"""What is done all the time beside the keys: journals to the disk, a look at the open file."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import partial

from argmap.tui import keeping, outside, returning
from argmap.tui.desk import Desk
from argmap.tui.session import Session
from argmap.tui.working import beside
from argmap.workspace import lock

SYNC = 1.0
"""Seconds between two syncs: what a power cut can take of one's typing."""
AGAIN = 10.0
"""Seconds until a journal that could not be written is tried once more."""


async def over(desk: Desk, told: Callable[[], None]) -> None:
    """Goes on until it is cancelled; calls `told` when there is something to show."""
    synced = tried = time.monotonic()
    while True:
        await asyncio.sleep(outside.EVERY)
        now = time.monotonic()
        if now - synced >= SYNC - outside.EVERY / 2:
            synced = now
            if await _sync(desk):
                told()
        if now - tried >= AGAIN:
            tried = now
            if _begun_again(desk):
                told()
        if await _looked(desk, desk.session):
            told()


async def _sync(desk: Desk) -> bool:
    """Brings the journals to the disk, in a thread; whether something went wrong."""
    trouble = False
    for session in list(desk.files):
        journal = session.journal
        job = journal.unsynced() if journal else None
        why = await asyncio.to_thread(job) if job else ""
        if why and journal is not None:
            journal.failed(why)
            journal.begin(session.state)  # a new file: the old one may have lost what it was told
            trouble = True
    return trouble


def _begun_again(desk: Desk) -> bool:
    """Tries to keep a journal where none could be kept; whether that changed."""
    for session in desk.files:
        journal = session.journal
        if journal is not None and journal.trouble and session.dirty:
            journal.begin(session.state)
            if not journal.trouble:
                desk.say("crash protection is back")
                return True
    return False


async def _looked(desk: Desk, session: Session) -> bool:
    """Looks whether another program wrote the file, or closed it; whether anything is new."""
    found = await beside(partial(outside.look, session))
    new = outside.noticed(desk, session, found)
    if session is desk.session and keeping.unkept(session):
        returning.begin(desk, session)  # a large file that was read on while another was shown
        new = True
    return _taken_over(desk, session) or new


def _taken_over(desk: Desk, session: Session) -> bool:
    """A file that another argmap had open can be changed here once that one is gone."""
    if session.holder is None or session is not desk.session or not _free(session):
        return False
    returning.begin(desk, session)
    if session.lock is not None and desk.prompt is None:
        desk.say("the other program has closed it: it can be changed here now")
    return True


def _free(session: Session) -> bool:
    try:
        return lock.holder(session.path) is None
    except (OSError, RuntimeError):
        return False
