"""Temporary files that a killed program left behind, and how they are told from live ones."""

from __future__ import annotations

import os
import re
import secrets
import sys
import time
from contextlib import suppress

from argmap.workspace.disk import cut
from argmap.workspace.signature import NEVER_BLOCK, NOFOLLOW

if sys.platform != "win32":
    import fcntl

# Between making a file and claiming it lies one call; nobody takes that long.
_YOUNG = 1.0


def temporary(name: str) -> str:
    """The name of a temporary file for the file `name`: hidden, and never too long."""
    return f".{cut(name, 200)}.{secrets.token_hex(6)}.tmp"


def claim(fd: int) -> None:
    """Mark a temporary file as in use, until it is closed or its program is gone."""
    if sys.platform != "win32":
        # Where the file system has no locks, `sweep` cannot have them either.
        with suppress(OSError):
            fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)


def sweep(path: str) -> list[str]:
    """Remove the temporary files of `path` whose program is gone; their names."""
    if sys.platform == "win32":
        return []
    folder, name = os.path.split(os.path.realpath(path))
    ours = re.compile(re.escape(f".{cut(name, 200)}.") + r"[0-9a-f]{12}\.tmp")
    try:
        names = [one for one in os.listdir(folder) if ours.fullmatch(one)]
    except OSError:
        return []  # what cannot be looked at cannot be swept
    return [one for one in names if _removed(os.path.join(folder, one))]


def _removed(path: str) -> bool:
    try:
        fd = os.open(path, os.O_RDONLY | NOFOLLOW | NEVER_BLOCK)
    except OSError:
        return False
    try:
        if time.time() - os.fstat(fd).st_mtime < _YOUNG:
            return False
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.unlink(path)
    except OSError:
        return False
    finally:
        os.close(fd)
    return True
