"""What earlier times left: work that was not saved, and texts that a save pushed out."""

from __future__ import annotations

import os
import re
import secrets
import time
from pathlib import Path
from typing import NamedTuple

from argmap import limits
from argmap.history import Replay, digest
from argmap.workspace import journal, lock, previous, records
from argmap.workspace.files import drawer, key
from argmap.workspace.reading import read
from argmap.workspace.records import Header, Lines
from argmap.workspace.signature import slurp

_ASIDE = re.compile(r"([0-9a-f]{24})(\.[0-9a-f]{6})?\.journal")
_BACKUP = re.compile(r"(.*)\.([0-9a-f]{24})\.[0-9a-f]{12}\.bak", re.DOTALL)


class Past(NamedTuple):
    """The journal of a file from an earlier time. `replay` is None where all was saved."""

    file: Path
    header: Header
    lines: Lines
    replay: Replay | None
    sha256: str

    @property
    def unsaved(self) -> bool:
        """Whether it has work that is not in the file."""
        found = self.replay
        return (
            found is not None
            and found.text != found.held
            and self.sha256 != digest(found.text, found.bom)
        )

    @property
    def fits(self) -> bool:
        """Whether it leads to what the file holds, so that it can go on."""
        found = self.replay
        return found is None or self.sha256 == digest(found.text, found.bom)


def past(path: str, sha256: str) -> Past | None:
    """What the journal of a file says, which holds bytes of that SHA-256; None without one.

    One that cannot be read, from a later version or without a head, is put aside.
    Raises OSError and RuntimeError.
    """
    file = journal.place(path)
    try:
        data, _ = slurp(str(file))
    except FileNotFoundError:
        return None
    lines = records.parsed(data)
    last = records.load(lines.payloads[-1]) if len(lines.payloads) > 1 else None
    header = records.load_header(lines.payloads[0]) if lines.payloads else None
    saved = last is not None and last.do == "file" and last.sha256 == sha256
    if saved and not lines.damaged and header and header.version == records.VERSION:
        return Past(file, header, lines, None, sha256)
    played = journal.replayed(lines)
    if played is None:
        put_aside(path)
        return None
    return Past(file, played[0], played[2], played[1], sha256)


def interrupted(path: str) -> Path | None:
    """What a file held before a save in place that did not end, if there is such.

    One that is younger than a second may be of a save that goes on now.
    Raises OSError and RuntimeError.
    """
    found = [one for one in _interrupted(key(path)) if time.time() - one.time > 1]
    return max(found, key=lambda one: one.time).file if found else None


def put_aside(path: str) -> None:
    """Keep the journal of a file where no new one takes its place. Raises OSError."""
    file = journal.place(path)
    file.rename(file.with_name(f"{file.stem}.{secrets.token_hex(3)}.journal"))


class Left(NamedTuple):
    """Something that was left, for a person to look at.

    `kind` is `unsaved`, `interrupted` (what a file held before a save in place that did not
    end), `version` (what a save pushed out) or `unreadable`. `path` is the article's, only its
    last name for `interrupted`. `now` says who has it open.
    """

    kind: str
    path: str
    file: Path
    time: float
    edits: int = 0
    now: lock.Holder | None = None

    @property
    def id(self) -> str:
        """A short name that stays the same."""
        match = _ASIDE.fullmatch(self.file.name) or _BACKUP.fullmatch(self.file.name)
        if self.kind == "version":
            return f"{self.file.parent.name[:8]}-{int(self.file.name[:9])}"
        if self.kind == "interrupted" and match:
            return f"{match[2][:8]}-cut"
        return f"{match[1][:8]}{(match[2] or '').replace('.', '-')}" if match else self.file.name

    def data(self) -> bytes:
        """The bytes that it stands for. Raises OSError; ValueError for `unreadable`."""
        raw, _ = slurp(str(self.file))
        if self.kind in ("interrupted", "version"):
            return raw
        played = journal.replayed(records.parsed(raw))
        if played is None:
            raise ValueError("the journal cannot be read by this version of argmap")
        text = ("\ufeff" if played[1].bom else "") + played[1].text
        return text.encode("utf-8", "surrogatepass")


def left(path: str | None = None) -> list[Left]:
    """What was left of all files, the newest first; with `path` of that one, and its earlier
    versions too. Raises OSError and RuntimeError."""
    wanted = key(path) if path is not None else ""
    found = [*_journals(wanted), *_interrupted(wanted)]
    found.sort(key=lambda one: -one.time)
    if path is not None:
        name = os.path.realpath(path)
        found = [one._replace(path=name) for one in found]
        found += (Left("version", name, one.path, one.time) for one in previous.versions(path))
    return found


def prune() -> int:
    """Lets journals go that nobody used for long (`limits.journal_days`) and of which nothing is
    unsaved; how many. Undo of earlier times ends with them. Raises OSError and RuntimeError."""
    oldest = time.time() - limits.now().journal_days * 86_400
    count = 0
    for name in os.listdir(drawer("journals")):
        file = drawer("journals") / name
        if _ASIDE.fullmatch(name) and file.stat().st_mtime < oldest and _all_saved(file):
            file.unlink()
            count += 1
    return count


def _all_saved(file: Path) -> bool:
    """Whether every line of a journal can be played, to what the file held at the last save."""
    lines = records.parsed(slurp(str(file))[0])
    played = journal.replayed(lines)
    if played is None or lines.damaged or played[2].damaged:
        return False
    header, replay, _ = played
    return replay.text == replay.held and lock.holder(header.path) is None


def versions_of(start: str) -> list[Left]:
    """The earlier versions of the file whose key begins so. Raises OSError and RuntimeError."""
    folder = drawer("previous")
    return [
        Left("version", previous.of(folder / name), one.path, one.time)
        for name in os.listdir(folder)
        if start and name.startswith(start)
        for one in previous.listed(folder / name)
    ]


def _journals(wanted: str) -> list[Left]:
    folder = drawer("journals")
    found: list[Left] = []
    for name in os.listdir(folder):
        match = _ASIDE.fullmatch(name)
        if match is None or (wanted and match[1] != wanted):
            continue
        one = _journal(folder / name, bool(match[2]))
        found += [one] if one is not None else []
    return found


def _journal(file: Path, aside: bool) -> Left | None:
    data, info = slurp(str(file))
    played = journal.replayed(records.parsed(data))
    if played is None:
        return Left("unreadable", "", file, info.st_mtime) if data else None
    header, replay, _ = played
    now = None if aside else lock.holder(header.path)
    if replay.text == replay.held or _holds(header.path, replay):
        return None
    return Left("unsaved", header.path, file, info.st_mtime, replay.edits, now)


def _holds(path: str, replay: Replay) -> bool:
    """Whether the file holds the work, since the program was killed just after it saved."""
    from argmap.workspace.errors import Unreadable

    try:
        return read(path).text == replay.text
    except Unreadable:
        return False


def _interrupted(wanted: str) -> list[Left]:
    folder = drawer("backups")
    found: list[Left] = []
    for name in os.listdir(folder):
        match = _BACKUP.fullmatch(name)
        if match is not None and wanted in ("", match[2]):
            info = (folder / name).stat()
            found.append(Left("interrupted", match[1], folder / name, info.st_mtime))
    return found
