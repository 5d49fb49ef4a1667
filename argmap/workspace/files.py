"""Which files are meant, and where argmap keeps its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.workspace.errors import Unreadable, reason

if TYPE_CHECKING:
    from pathlib import Path


def expand(paths: Sequence[str], suffix: str | tuple[str, ...] = ".argmap") -> list[str]:
    """The files that `paths` stand for, each once, in the order of `paths`.

    A folder stands for all files below it that end with `suffix` (or one of them), sorted,
    without hidden ones; a pattern such as `**/*.argmap` for what it matches, as in a shell;
    "-" and a file for themselves. Raises Unreadable for a path that stands for nothing.
    """
    found: dict[str, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_one(path, suffix)))
    return list(found)


def _one(path: str, suffix: str | tuple[str, ...]) -> list[str]:
    if os.path.isdir(path):
        below = _below(path, suffix)
        if not below:
            kinds = [suffix] if isinstance(suffix, str) else suffix
            named = " or ".join(f"*{kind}" for kind in kinds)
            raise Unreadable(path, f"there is no {named} file in this folder", "Name the files.")
        return below
    # A file may have brackets in its name, so patterns come last.
    if path == "-" or os.path.lexists(path):
        return [path]
    if not any(mark in path for mark in "*?[") or "\0" in path:
        raise Unreadable(path, "there is no such file or folder", "Check the name.")
    import glob

    matches: list[str] = []
    for match in sorted(glob.glob(path, recursive=True)):
        matches += _below(match, suffix) if os.path.isdir(match) else [match]
    if not matches:
        raise Unreadable(path, "no file matches this pattern", "Check the name.")
    return matches


def _below(folder: str, suffix: str | tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for here, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (
            os.path.join(here, name)
            for name in names
            if name.endswith(suffix) and not name.startswith(".")
        )
    return sorted(found)


def _refuse(error: OSError) -> None:
    # A folder that is passed over in silence would look as if all was well in it.
    raise Unreadable(str(error.filename), *reason(error)) from error


def state_folder() -> Path:
    """The folder for backups, journals and the like; made, for the user only, if missing.

    Raises OSError if it cannot be made, RuntimeError if there is no home folder.
    """
    folder = _state_home() / "argmap"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def drawer(name: str) -> Path:
    """A folder in the state folder, made if missing. Raises as `state_folder`."""
    folder = state_folder() / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def key(path: str) -> str:
    """What the state folder calls a file: a hash of its path, free of symbolic links."""
    import hashlib

    real = os.path.realpath(path).encode("utf-8", "surrogatepass")
    return hashlib.sha256(real).hexdigest()[:24]


def _state_home() -> Path:
    from pathlib import Path  # 2 ms that only what is kept in the state folder needs

    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    given = os.environ.get("XDG_STATE_HOME", "")
    # The XDG rules say that a relative path is to be ignored.
    if os.path.isabs(given):
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path.home() / ".local" / "state"
