"""Writes a map in another format, beside everything else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from argmap import workspace
from argmap.document import Document
from argmap.tui.paint import shown
from argmap.tui.working import Message

if TYPE_CHECKING:
    from argmap.formats.ledger import Report

OTHER = "belongs to it, and is there with other words; choose another name"


def names() -> tuple[str, ...]:
    """All formats that are written, pictures last."""
    from argmap import formats

    return (*(name for name, one in formats.FORMATS.items() if one.writes), *formats.PICTURES)


def suffix(name: str) -> str:
    """The end of the names of its files."""
    from argmap import formats

    return f".{name}" if name in formats.PICTURES else formats.FORMATS[name].suffixes[0]


def export(
    document: Document, name: str, path: str, force: bool, stopped: Callable[[], bool]
) -> Message:
    """Writes the map to `path`, what belongs to it beside, and says what is left out. `force`
    where a file of that name may be written over; one beside it never is, unless it is the same."""
    from argmap import render
    from argmap.formats.carrying import placed

    try:
        files, told = _made(document, name, stopped)
        if stopped():
            return Message("stopped", "warning")
        (_, main), *others = placed(path, files)
        for beside, data in others:
            if os.path.lexists(beside) and not _holds(beside, data):
                return Message(f"{shown(beside)} {OTHER}", "error")
        for to, data in others:
            workspace.save(to, data, force=True)
        workspace.save(path, main, force=force)
    except (render.Missing, render.Failed, workspace.SaveError, UnicodeEncodeError) as failure:
        return Message(shown(str(failure)), "error")
    also = f" and {len(others)} beside it" if others else ""
    return Message(f"exported to {shown(path)}{also}{told}")


def _made(
    document: Document, name: str, stopped: Callable[[], bool]
) -> tuple[Mapping[str, bytes], str]:
    """The files by their suffixes, the map first, and what they leave out."""
    from argmap import formats, render
    from argmap.formats.carrying import give, pictured

    if name in formats.PICTURES:
        dot = formats.by_name("dot").dump(document)
        return {f".{name}": render.draw(dot, name, stopped)}, _left_out(pictured(document))
    given = give(name, document)
    return {end: text.encode() for end, text in given.files.items()}, _left_out(given.report)


def _left_out(report: Report) -> str:
    found = ", ".join(_units(report))
    return f"; the format has no place for {found}" if found else ""


def _units(report: Report) -> Iterator[str]:
    """How much of what is dropped."""
    dropped: dict[str, int] = {}
    for entry in report.entries:
        if entry.fate == "dropped":
            dropped[entry.unit] = dropped.get(entry.unit, 0) + entry.many
    for unit, many in dropped.items():
        yield f"{many} {unit.removesuffix('s') if many == 1 else unit}"


def _holds(path: str, data: bytes) -> bool:
    """Whether a file is there with these bytes."""
    try:
        return workspace.read(path).text.encode() == data
    except workspace.Unreadable:
        return False
