"""The usual way to write: a new file beside the old one takes its place in one step."""

from __future__ import annotations

import errno
import os
from contextlib import suppress

from argmap.workspace import attributes, leftover, previous
from argmap.workspace.disk import Job, Saved, Unfit, sync_folder, write_all
from argmap.workspace.signature import BINARY, NOFOLLOW, Signature

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW | BINARY
# A single file mounted into a container, an append-only file, a sticky folder.
_CANNOT_MOVE = {errno.EBUSY, errno.EPERM, errno.EACCES, errno.EXDEV}


def replace(job: Job) -> Saved:
    """Write the file by replacing it. At each moment it is whole, the old or the new one.

    Raises OSError, Exists and Conflict, and Unfit if it has to be written in place.
    """
    folder, name = os.path.split(job.path)
    temp = os.path.join(folder, leftover.temporary(name))
    # A new file gets the usual permissions; one that replaces another must not be open
    # to more people than that one, not even for a moment.
    mode = 0o666 if job.old is None else 0o600
    try:
        fd = os.open(temp, _FLAGS, mode)
    except PermissionError as error:
        if job.old is None:
            raise
        raise Unfit from error
    try:
        info = _fill(fd, job)
        with previous.held(job) as old:
            job.check()
            _move(temp, job)
            overtaken = old.keep()
    finally:
        # After the move there is nothing of that name.
        with suppress(OSError):
            os.unlink(temp)
    now = Signature.of(job.data, _settled(job.path, info))
    return Saved(now, sync_folder(folder), overtaken)


def _fill(fd: int, job: Job) -> os.stat_result:
    try:
        leftover.claim(fd)
        write_all(fd, job.data)
        if job.old is not None:
            attributes.keep(fd, job.path, job.old)
        # Never tried a second time: the system may forget what it failed to write.
        os.fsync(fd)
        return os.fstat(fd)
    finally:
        os.close(fd)


def _move(temp: str, job: Job) -> None:
    try:
        os.replace(temp, job.path)
    except OSError as error:
        if job.old is not None and error.errno in _CANNOT_MOVE:
            raise Unfit from error
        raise


def _settled(path: str, info: os.stat_result) -> os.stat_result:
    """The state of the file after the move, which changes ctime, if it is still ours."""
    with suppress(OSError):
        now = os.lstat(path)
        same = (now.st_ino, now.st_size, now.st_mtime_ns)
        if same == (info.st_ino, info.st_size, info.st_mtime_ns):
            return now
    return info
