"""Regular files: opening them without ever blocking, and telling whether they changed."""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from argmap.workspace.errors import NotRegular

# Some systems lack some of these; O_BINARY is needed where newlines are translated.
BINARY = getattr(os, "O_BINARY", 0)
NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
NEVER_BLOCK = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | BINARY

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISLNK, "a symbolic link that leads nowhere"),
)


def must_be_regular(info: os.stat_result) -> None:
    """Raise NotRegular for anything but a regular file."""
    if not stat.S_ISREG(info.st_mode):
        kinds = (kind for test, kind in _KINDS if test(info.st_mode))
        raise NotRegular(next(kinds, "not a regular file"))


def slurp(path: str, limit: int | None = None) -> tuple[bytes, os.stat_result]:
    """The bytes of a regular file, at most `limit` of them, and its state before reading.

    Raises OSError, and NotRegular for a folder, a pipe or a device.
    """
    # Looked at before it is opened, as opening alone does something to some devices;
    # and once more afterwards, as it may be another file by then.
    must_be_regular(os.stat(path))
    fd = os.open(path, os.O_RDONLY | NEVER_BLOCK)
    try:
        info = os.fstat(fd)
        must_be_regular(info)
        return drained(fd, limit), info
    finally:
        os.close(fd)


def drained(fd: int, limit: int | None) -> bytes:
    """What can be read from `fd`, at most `limit` bytes."""
    pieces: list[bytes] = []
    left = limit
    while left is None or left > 0:
        piece = os.read(fd, 1 << 20 if left is None else min(left, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        if left is not None:
            left -= len(piece)
    return b"".join(pieces)


Stat = tuple[int, int, int, int]


def _stat(info: os.stat_result) -> Stat:
    return (info.st_ino, info.st_size, info.st_mtime_ns, info.st_ctime_ns)


def glance(path: str) -> Stat | None:
    """(inode, size, mtime_ns, ctime_ns) of a file, None where there is none to see."""
    try:
        return _stat(os.stat(path))
    except (OSError, ValueError):
        return None


class Signature(NamedTuple):
    """A file as it was: the SHA-256 of its bytes, and (inode, size, mtime_ns, ctime_ns)."""

    sha256: str
    stat: Stat

    @staticmethod
    def of(data: bytes, info: os.stat_result) -> Signature:
        import hashlib  # 3 ms; who only reads does without

        return Signature(hashlib.sha256(data).hexdigest(), _stat(info))

    @property
    def size(self) -> int:
        return self.stat[1]

    def fits(self, path: str) -> bool:
        """Whether the file at `path` holds the same bytes. Raises OSError and NotRegular.

        The bytes decide, not the times: a restored or touched file is no other one, and
        a change within one tick of a coarse clock is not missed.
        """
        data, info = slurp(path, self.size + 1)
        return len(data) == self.size and Signature.of(data, info).sha256 == self.sha256
