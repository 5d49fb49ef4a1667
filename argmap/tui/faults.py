"""A fault of argmap itself: what is kept, what is said, and a report without any article text."""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from argmap import workspace
from argmap.tui.session import Session

CODE = 70
"""The exit code of a program that failed by its own fault (EX_SOFTWARE)."""
MOST = 10


def told(fault: BaseException, sessions: Iterable[Session]) -> list[str]:
    """Two lines: what happened and where the report is; and how the work comes back."""
    what = f"argmap: it stopped by a fault of its own, {_name(fault)}{_place(fault)}."
    try:
        where = f"Report (no article text in it): {_written(fault)}"
    except (OSError, RuntimeError, workspace.SaveError) as no:
        where = f"No report could be written: {no}"
    return [f"{what} {where}", f"argmap: {_way_back(list(sessions))}"]


def _way_back(sessions: list[Session]) -> str:
    unsaved = [one for one in sessions if one.dirty]
    kept = [one for one in unsaved if one.journal is not None and not one.journal.trouble]
    if len(kept) < len(unsaved):
        names = ", ".join(one.path for one in unsaved if one not in kept)
        return f"Unsaved work could not be kept of: {names}"
    if not kept:
        return "All work was saved."
    return f"No work is lost: `argmap {kept[0].path}` offers it; `argmap recover` lists it."


def report(fault: BaseException) -> str:
    """Which calls led to the fault, by file and line; no values, and no message, as these may
    hold words of an article."""
    versions = (f"{name} {_version(name)}" for name in ("argmap", "textual", "lark"))
    lines = [
        "A fault of argmap. Nothing in this report comes from an article.",
        f"{', '.join(versions)}; Python {platform.python_version()} on {sys.platform}",
    ]
    for one in _chain(fault):
        lines += ["", _name(one), *_frames(one)]
    return "\n".join(lines) + "\n"


def _chain(fault: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield fault
        fault = fault.__cause__ or fault.__context__


def _frames(fault: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(fault.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"


def _short(file: str) -> str:
    """A path from its package on, without where the user keeps things."""
    parts = Path(file).parts
    for top in ("site-packages", "argmap"):
        if top in parts:
            at = len(parts) - 1 - parts[::-1].index(top)
            return "/".join(parts[at + (top == "site-packages") :])
    return parts[-1]


def _name(fault: BaseException) -> str:
    """Its class; for a call that the system refused, why."""
    name = type(fault).__name__
    if isinstance(fault, OSError) and fault.errno:
        return f"{name} ({os.strerror(fault.errno)})"
    return name


def _place(fault: BaseException) -> str:
    frames = traceback.extract_tb(fault.__traceback__)
    return f" in {_short(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _written(fault: BaseException) -> Path:
    folder = workspace.drawer("reports")
    for old in sorted(folder.iterdir())[: -MOST + 1]:
        old.unlink()
    file = folder / f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.txt"
    workspace.save(file, report(fault).encode(), force=True)
    return file
