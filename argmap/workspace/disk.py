"""Small steps that all ways of writing share."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from argmap.workspace.errors import Conflict, Exists, NotRegular
from argmap.workspace.signature import Signature

CONFLICT = "Compare the two, then save under another name, or save with force."


class Unfit(Exception):
    """The file cannot be replaced by another one; it has to be written in place."""


class Saved(NamedTuple):
    """What was saved. Without `confirmed`, a power cut may still bring the old file back.

    `overtaken` names where the text of another program is kept, if it wrote the file at the
    very moment of the save, after the last look at it.
    """

    signature: Signature
    confirmed: bool
    overtaken: str = ""


class Job(NamedTuple):
    """What to write where: `path` is free of symbolic links, `shown` is as it was given."""

    shown: str
    path: str
    data: bytes
    old: os.stat_result | None
    expected: Signature | None
    force: bool

    def check(self) -> None:
        """Raise Exists or Conflict when another program's work would be lost."""
        if self.force:
            return
        if self.expected is None:
            if os.path.lexists(self.path):
                hint = "Use another name, or save with force."
                raise Exists(self.shown, "it exists already, and is untouched", hint)
            return
        try:
            same = self.expected.fits(self.path)
        except (FileNotFoundError, NotADirectoryError, NotRegular):
            gone = "it was moved or deleted since it was read; nothing was written"
            hint = "Save under another name, or save with force."
            raise Conflict(self.shown, gone, hint) from None
        if not same:
            other = "another program changed it since it was read; its text is untouched"
            raise Conflict(self.shown, other, CONFLICT)


def write_all(fd: int, data: bytes) -> None:
    """Write all of `data`, in as many calls as it takes."""
    left = memoryview(data)
    while left:
        left = left[os.write(fd, left) :]


def cut(name: str, size: int) -> str:
    """The longest start of `name` that has at most `size` bytes on disk."""
    raw = os.fsencode(name)
    # Some systems refuse names that are not UTF-8, so no half character may stay.
    return name if len(raw) <= size else raw[:size].decode("utf-8", "ignore")


def sync_folder(folder: str) -> bool:
    """Make the names in `folder` outlive a power cut. Whether that succeeded."""
    if sys.platform == "win32":
        return True  # Windows has no call for it.
    try:
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
    except OSError:
        return False
    return True
