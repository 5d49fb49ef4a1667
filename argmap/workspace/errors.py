"""What can go wrong with a file, as errors that say what happened and what to do."""

from __future__ import annotations

import errno
import os

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("there is no such file or folder", "Check the name."),
    errno.ENOTDIR: ("a part of the path is not a folder", "Check the name."),
    errno.EACCES: ("permission denied", "Change the permissions or use another place."),
    errno.EPERM: ("the system does not permit it", "Change the permissions or use another place."),
    errno.EROFS: ("the file system is read-only", "Use another place."),
    errno.ENOSPC: ("the disk is full", "Free some space or use another place."),
    errno.EFBIG: ("the file would be too large", "Raise the limit or use another place."),
    errno.EMFILE: ("too many files are open", "Close some and try again."),
    errno.ENFILE: ("too many files are open", "Close some and try again."),
    errno.ENAMETOOLONG: ("the name is too long", "Use a shorter one."),
    errno.ELOOP: ("its symbolic links form a loop", "Mend the links or use another name."),
    errno.EBADF: ("it is closed", "Name a file to write to."),
    errno.EIO: ("the disk or the connection to it fails", "Use another place."),
}
# Windows lacks these two.
for _name, _reason in (
    ("EDQUOT", ("the disk quota is used up", "Free some space or use another place.")),
    ("ESTALE", ("the network folder has gone away", "Mount it again or use another place.")),
):
    if hasattr(errno, _name):
        _REASONS[getattr(errno, _name)] = _reason


def reason(error: OSError) -> tuple[str, str]:
    """Why a call failed and what to do, in plain words."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error) or "it failed", "Try another place.")


def bad_name(name: str) -> bool:
    """Whether no file can have that name, so that the calls would raise ValueError."""
    try:
        return b"\0" in os.fsencode(name)
    except UnicodeEncodeError:
        return True


def sentence(place: str, message: str, hint: str) -> str:
    """What is said of a file, and what to do.

    >>> sentence("a.txt", "permission denied", "Use another place.")
    'a.txt: permission denied. Use another place.'
    """
    return f"{place}: {message}. {hint}" if hint else f"{place}: {message}"


class NotRegular(Exception):
    """The path leads to something that is not a regular file; `kind` says to what."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Unreadable(Exception):
    """A file cannot be read as text.

    `offset` counts bytes of the file from 0; `line` and `column` count from 1, the
    column in code points. All three are None where the fault has no place.
    """

    def __init__(
        self,
        path: str,
        message: str,
        hint: str = "",
        offset: int | None = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(path, message, hint, offset, line, column)
        self.path = path
        self.message = message
        self.hint = hint
        self.offset = offset
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = "<stdin>" if self.path == "-" else self.path
        for number in (self.line, self.column):
            if number is not None:
                place += f":{number}"
        return sentence(place, self.message, self.hint)


class SaveError(Exception):
    """A file was not saved. `message` says why and in what state it is, `hint` what to do; both
    begin where the name of the file ends."""

    def __init__(self, path: str, message: str, hint: str = "") -> None:
        super().__init__(path, message, hint)
        self.path = path
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return sentence(self.path, self.message, self.hint)


class Exists(SaveError):
    """There is a file at the path already, and it was not to be replaced."""


class Protected(SaveError):
    """The file is read-only; it can be replaced nevertheless, with force."""


class Conflict(SaveError):
    """The file is not the one that was read: another program changed or removed it."""
