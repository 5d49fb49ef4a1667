"""Saving: the one way in which a file is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from argmap.workspace import previous
from argmap.workspace.disk import Job, Saved, Unfit
from argmap.workspace.errors import NotRegular, Protected, SaveError, bad_name, reason
from argmap.workspace.inplace import overwrite
from argmap.workspace.replacing import replace
from argmap.workspace.signature import Signature, must_be_regular

_TOO_MUCH = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


def save(
    path: str | Path, data: bytes, *, expected: Signature | None = None, force: bool = False
) -> Saved:
    """Write `data` to `path`, so that the file holds the whole old or the whole new bytes.

    `expected` is the file as it was read or last saved; without it the file must be new.
    `force` replaces whatever is there, also a read-only file. Symbolic links are followed
    and stay; links, owner, permissions and extended attributes are kept. With `expected` the
    bytes that it replaces stay for a while in the state folder, see `previous`.
    Raises Exists, Conflict, and SaveError for all else.
    """
    name = str(path)
    if bad_name(name):
        raise SaveError(name, "no file can have this name; nothing was written")
    old: os.stat_result | None = None
    try:
        target = os.path.realpath(name)
        old = _look(name, target)
        job = Job(name, target, data, old, expected, force)
        job.check()
        if old is not None and not force:
            _must_be_writable(job, old)
        return _write(job)
    except NotRegular as error:
        message = f"it is {error.kind}; nothing was written"
        raise SaveError(name, message, "Use the name of a file.") from None
    except OSError as error:
        raise SaveError(name, *_told(error, name, data, old)) from error


def _told(error: OSError, name: str, data: bytes, old: os.stat_result | None) -> tuple[str, str]:
    """Why it was not saved and in what state the file is, and what to do."""
    why, hint = reason(error)
    folder = os.path.dirname(name)
    if error.errno == errno.ENOENT and folder and not os.path.isdir(folder):
        why, hint = f"there is no folder `{folder}`", "Make it first, or check the name."
    elif error.errno in _TOO_MUCH:
        why += f" ({len(data):,} bytes were to be written)"
    state = "nothing was written" if old is None else "the file on disk is untouched"
    return f"not saved: {why}; {state}", hint


def _look(name: str, target: str) -> os.stat_result | None:
    """The state of the file there, None if there is none. Raises OSError and NotRegular."""
    try:
        old = os.lstat(target)
    except FileNotFoundError:
        if name.endswith(("/", os.sep)):
            raise NotRegular("a folder") from None
        return None
    must_be_regular(old)
    return old


def _must_be_writable(job: Job, old: os.stat_result) -> None:
    # A read-only file could be replaced in a writable folder, but somebody meant it so;
    # asking for the bits too, as everything is writable for root.
    if not old.st_mode & 0o222 or not os.access(job.path, os.W_OK):
        hint = "Make it writable, use another name, or save with force."
        raise Protected(job.shown, "it is read-only, and untouched", hint)


def _write(job: Job) -> Saved:
    # Another name of the same file would keep the old text.
    links = job.old.st_nlink if job.old is not None else 1
    if links > 1 and links - previous.freed(job) > 1:
        return overwrite(job)
    try:
        return replace(job)
    except Unfit:
        return overwrite(job)
