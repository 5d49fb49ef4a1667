"""Earlier versions of a file: what a save pushes out stays in the state folder for a while.

It is kept as a hard link where the state folder is on the same file system. Then even what
another program writes into it after the last look, with the file still open, is not lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from argmap import limits
from argmap.workspace.disk import Job, cut, write_all
from argmap.workspace.files import drawer, key
from argmap.workspace.signature import BINARY, NEVER_BLOCK, NOFOLLOW, Signature, drained

_OF = "of"  # a file beside the versions that tells whose they are


class Version(NamedTuple):
    """An earlier version of a file. `time` is when it was written, in seconds since 1970."""

    path: Path
    time: float
    size: int


class Held:
    """The file that is about to be replaced, open, so that it can be looked at afterwards."""

    def __init__(self, job: Job, fd: int, link: Path | None) -> None:
        self._job = job
        self._fd = fd
        self._link = link
        self._kept = False

    def keep(self) -> str:
        """After the replacement: keeps the old bytes. Where they are not the expected ones,
        since another program wrote them at the last moment, says where they are kept."""
        expected = self._job.expected
        if self._fd < 0 or expected is None:
            return ""
        self._kept = True
        try:
            os.lseek(self._fd, 0, os.SEEK_SET)
            data = drained(self._fd, None)
            if self._link is None:
                self._link = _new(self._job.path)
                _write(self._link, data)
            same = Signature.of(data, os.fstat(self._fd)).sha256 == expected.sha256
            _prune(self._link.parent)
        except (OSError, RuntimeError):
            return ""  # the save itself went well, and nothing says that anything is lost
        return "" if same or self._job.force else str(self._link)

    def close(self) -> None:
        if self._fd >= 0:
            # It was only read, so that nothing depends on its close.
            with suppress(OSError):
                os.close(self._fd)
        if self._link is not None and not self._kept:
            with suppress(OSError):
                os.unlink(self._link)


@contextmanager
def held(job: Job) -> Iterator[Held]:
    """Holds the file that `job` is about to replace; unless it is kept, nothing stays of it."""
    fd, link = -1, None
    if job.old is not None and job.expected is not None:
        # No earlier version is no reason not to save.
        with suppress(OSError, RuntimeError):
            fd = os.open(job.path, os.O_RDONLY | NOFOLLOW | NEVER_BLOCK)
            link = _linked(job.path)
    found = Held(job, fd, link)
    try:
        yield found
    finally:
        found.close()


def adopt(job: Job, backup: str) -> None:
    """Make the backup of a save in place the newest earlier version."""
    if job.expected is not None:
        with suppress(OSError, RuntimeError):
            target = _new(job.path)
            os.rename(backup, target)
            _prune(target.parent)


def freed(job: Job) -> int:
    """Remove links to the file itself, which a save that was killed left; how many."""
    count = 0
    with suppress(OSError, RuntimeError):
        for version in versions(job.path):
            info = version.path.stat()
            if job.old is not None and os.path.samestat(info, job.old):
                version.path.unlink()
                count += 1
    return count


def versions(path: str) -> list[Version]:
    """The earlier versions of a file, the newest first. Raises OSError and RuntimeError."""
    return listed(drawer("previous") / key(path))


def listed(folder: Path) -> list[Version]:
    """The versions in one folder, the newest first."""
    if not folder.is_dir():
        return []
    found = []
    for name in _names(folder):
        info = (folder / name).stat()
        found.append(Version(folder / name, info.st_mtime, info.st_size))
    return found


def _linked(path: str) -> Path | None:
    target = _new(path)
    try:
        os.link(path, target)
    except OSError:  # another file system, or one without links: copied later
        return None
    return target


def _new(path: str) -> Path:
    """A name for the next version. Numbers order them, as a clock may be put back."""
    folder = drawer("previous") / key(path)
    if not folder.is_dir():
        folder.mkdir(mode=0o700)
        _write(folder / _OF, os.fsencode(path))
    last = max((int(name[:9]) for name in _names(folder)), default=0)
    return folder / f"{last + 1:09}-{cut(os.path.basename(path), 200)}"


def _names(folder: Path) -> list[str]:
    """The newest first."""
    return sorted((name for name in os.listdir(folder) if name[:9].isdecimal()), reverse=True)


def of(folder: Path) -> str:
    """The path of the file that a folder of versions belongs to; empty where none is told."""
    try:
        return os.fsdecode((folder / _OF).read_bytes())
    except OSError:
        return ""


def _write(target: Path, data: bytes) -> None:
    fd = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | NOFOLLOW | BINARY, 0o600)
    try:
        write_all(fd, data)
    finally:
        os.close(fd)


def _prune(folder: Path) -> None:
    for name in _names(folder)[limits.now().versions :]:
        os.unlink(folder / name)
