"""Who has a file open: a lock for as long as the program lives, free at once when it dies."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from typing import NamedTuple

from argmap.workspace.disk import write_all
from argmap.workspace.files import drawer, key
from argmap.workspace.signature import NOFOLLOW

if sys.platform != "win32":
    import fcntl


class Holder(NamedTuple):
    """Who has a file open. `since` is seconds since 1970."""

    pid: int
    host: str
    since: float


class Held(Exception):
    """Another program has the file open."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """A file that nobody else can open for changes until `free`."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def free(self) -> None:
        if self._fd >= 0:
            os.close(self._fd)
        self._fd = -1


def ours() -> Holder:
    return Holder(os.getpid(), socket.gethostname(), time.time())


def take(path: str) -> Lock:
    """The lock of a file. Raises Held, and OSError and RuntimeError where none can be had."""
    if sys.platform == "win32":
        return Lock(-1)
    name = drawer("locks") / f"{key(path)}.lock"
    fd = os.open(name, os.O_RDWR | os.O_CREAT | NOFOLLOW, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.ftruncate(fd, 0)
        write_all(fd, json.dumps(ours()).encode())
    except BlockingIOError:
        holder = _told(os.read(fd, 1000))
        os.close(fd)
        raise Held(holder) from None
    except OSError:
        os.close(fd)
        raise
    return Lock(fd)


def holder(path: str) -> Holder | None:
    """Who has a file open now. Raises OSError and RuntimeError."""
    try:
        take(path).free()
    except Held as held:
        return held.holder
    return None


def _told(data: bytes) -> Holder:
    try:
        pid, host, since = json.loads(data)
        return Holder(int(pid), str(host), float(since))
    except (ValueError, TypeError):
        return Holder(0, "?", 0)  # it is just being written
