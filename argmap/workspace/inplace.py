"""The other way to write, for a file that cannot be replaced: in place, with a backup."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress

from argmap.workspace import previous
from argmap.workspace.disk import Job, Saved, cut, sync_folder, write_all
from argmap.workspace.errors import NotRegular, SaveError, reason
from argmap.workspace.files import drawer, key
from argmap.workspace.signature import (
    BINARY,
    NEVER_BLOCK,
    NOFOLLOW,
    Signature,
    must_be_regular,
    slurp,
)


def overwrite(job: Job) -> Saved:
    """Write into the file itself, which keeps its links, owner and place.

    Meanwhile the old bytes lie in the state folder; they are put back if writing fails.
    Raises OSError and NotRegular with the file untouched, and SaveError.
    """
    before, _ = slurp(job.path)
    backup = _back_up(job, before)
    keep = False
    try:
        job.check()
        fd = _open(job.path)
        # From here on the file may be torn, so only an orderly end removes the backup.
        keep = True
        try:
            info = _fill(fd, job.data)
        except OSError as error:
            _put_back(job, before, backup, error)
            keep = False
            raise
        keep = False
        previous.adopt(job, backup)
    finally:
        if not keep:
            with suppress(OSError):
                os.unlink(backup)
    return Saved(Signature.of(job.data, info), confirmed=True)


def _back_up(job: Job, before: bytes) -> str:
    """Write `before` to the state folder; the name tells the file by a hash of its path."""
    start = cut(os.path.basename(job.path), 180)
    name = f"{start}.{key(job.path)}.{secrets.token_hex(6)}.bak"
    path = ""
    try:
        folder = drawer("backups")
        path = str(folder / name)
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW | BINARY, 0o600)
        _fill(fd, before)
        sync_folder(str(folder))
    except (OSError, RuntimeError) as error:
        if path:
            with suppress(OSError):
                os.unlink(path)
        # RuntimeError: there is no home folder.
        why = reason(error)[0] if isinstance(error, OSError) else str(error)
        raise SaveError(
            job.shown,
            f"it can only be written in place, but no backup could be made first: {why}; "
            "the file on disk is untouched",
            "Save under another name, or set XDG_STATE_HOME to a folder with space.",
        ) from error
    return path


def _open(path: str) -> int:
    fd = os.open(path, os.O_WRONLY | NOFOLLOW | NEVER_BLOCK)
    try:
        must_be_regular(os.fstat(fd))
    except (OSError, NotRegular):
        os.close(fd)
        raise
    return fd


def _fill(fd: int, data: bytes) -> os.stat_result:
    try:
        write_all(fd, data)
        os.ftruncate(fd, len(data))
        os.fsync(fd)
        return os.fstat(fd)
    finally:
        os.close(fd)


def _put_back(job: Job, before: bytes, backup: str, error: OSError) -> None:
    try:
        _fill(_open(job.path), before)
    except (OSError, NotRegular):
        raise SaveError(
            job.shown,
            f"writing in place failed halfway ({reason(error)[0]}), so the file may be damaged; "
            f"its old content is in {backup}",
            "Save under another name, then copy the backup over the file.",
        ) from error
