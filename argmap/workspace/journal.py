"""The journal of an open file: what is done to it, on disk before it is seen on the screen.

It lies in the state folder, for the user only, and begins with the text, so that it needs
nothing else to be read. Written to at once (what a killed program leaves), it is synced apart
from that, at most once a second (what a power cut leaves).
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from argmap.history import Event, Misfit, Replay, State, dumped
from argmap.workspace import lock, records
from argmap.workspace.disk import sync_folder, write_all
from argmap.workspace.errors import reason
from argmap.workspace.files import drawer, key
from argmap.workspace.records import Header, Lines
from argmap.workspace.signature import BINARY, NOFOLLOW

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW | BINARY


def place(path: str) -> Path:
    """Where the journal of a file is. Raises OSError and RuntimeError."""
    return drawer("journals") / f"{key(path)}.journal"


def replayed(lines: Lines) -> tuple[Header, Replay, Lines] | None:
    """What the lines of a journal lead to, with the lines that could be played; None where the
    beginning is missing, or from a later version."""
    header = records.load_header(lines.payloads[0]) if lines.payloads else None
    if header is None or header.version != records.VERSION:
        return None
    replay = Replay(header.bom)
    good = 1
    for payload in lines.payloads[1:]:
        event = records.load(payload)
        try:
            if event is None:
                break
            replay.play(event)
        except Misfit:
            break
        good += 1
    if not replay.begun:
        return None
    if good < len(lines.payloads):
        data, checksum = records.lines(lines.payloads[:good])
        lines = Lines(lines.payloads[:good], len(data), checksum, True)
    return header, replay, lines


class Journal:
    """Writes the journal of one file. `trouble` says why nothing can be kept, if so."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.trouble = ""
        self.count = 0
        self._fd = -1
        self._checksum = 0
        self._unsynced = False
        self._new = False

    @property
    def begun(self) -> bool:
        return self._fd >= 0

    def go_on(self, lines: Lines) -> None:
        """Append to the journal that is there, behind its good lines."""
        try:
            self._fd = os.open(place(self.path), os.O_WRONLY | NOFOLLOW | BINARY)
            os.ftruncate(self._fd, lines.length)
            os.lseek(self._fd, 0, os.SEEK_END)
        except (OSError, RuntimeError) as error:
            self._fail(error)
            return
        self._checksum = lines.checksum
        self.count = len(lines.payloads)

    def note(self, event: Event, state: Callable[[], State]) -> None:
        """Write an event down; `state` is asked for where a journal has to be begun: how things
        are after it."""
        if self._fd < 0:
            self.begin(state())
            return
        try:
            line, checksum = records.line(records.dump(event), self._checksum)
            write_all(self._fd, line)
        except OSError as error:
            # What is torn now would hide what came after it: the next try is a new file.
            self._fail(error)
            return
        self._checksum = checksum
        self._unsynced = True
        self.count += 1

    def begin(self, state: State) -> None:
        """A new journal that leads to `state`, in the place of the one there is."""
        header = Header(os.path.realpath(self.path), state.bom, *lock.ours())
        payloads = [records.dump_header(header), *map(records.dump, dumped(state))]
        try:
            fd, checksum = _written(place(self.path), payloads)
        except (OSError, RuntimeError) as error:
            self._fail(error)
            return
        self.close()
        self._fd = fd
        self._checksum = checksum
        self.count = len(payloads)
        self._unsynced = self._new = True
        self.trouble = ""

    def unsynced(self) -> Callable[[], str] | None:
        """What brings all that is written to the disk, to be called in any thread; it returns
        why it could not, or nothing. None where there is nothing to do."""
        if self._fd < 0 or not self._unsynced:
            return None
        self._unsynced = False
        folder = str(place(self.path).parent) if self._new else ""
        self._new = False
        try:
            # Its own, as this journal may be closed meanwhile.
            fd = os.dup(self._fd)
        except OSError as error:
            self._fail(error)
            return None
        return lambda: _synced(fd, folder)

    def failed(self, why: str) -> None:
        """A sync failed: the system may have forgotten what it could not write."""
        self._drop()
        self.trouble = why

    def close(self) -> None:
        self._drop()

    def _fail(self, error: OSError | RuntimeError) -> None:
        self._drop()
        self.trouble = reason(error)[0] if isinstance(error, OSError) else str(error)

    def _drop(self) -> None:
        if self._fd >= 0:
            with suppress(OSError):  # all of it is written; only a sync says whether it lasts
                os.close(self._fd)
        self._fd = -1


def _synced(fd: int, folder: str) -> str:
    try:
        try:
            os.fdatasync(fd) if hasattr(os, "fdatasync") else os.fsync(fd)
        finally:
            os.close(fd)
    except OSError as error:
        return reason(error)[0]
    return "" if not folder or sync_folder(folder) else "its folder could not be synced"


def _written(target: Path, payloads: Iterable[bytes]) -> tuple[int, int]:
    """A new file in the place of `target`, open at its end, and its last checksum."""
    temp = target.with_name(f".{target.name}.{secrets.token_hex(6)}.tmp")
    fd = os.open(temp, _NEW, 0o600)
    try:
        data, checksum = records.lines(payloads)
        write_all(fd, data)
        os.replace(temp, target)
    except OSError:
        os.close(fd)
        with suppress(OSError):
            os.unlink(temp)
        raise
    return fd, checksum
