"""Reads files of other formats: which belong together, one after the other, with an account."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.visible import visible

if TYPE_CHECKING:
    from argmap.formats.carrying import Taken
    from argmap.workspace import Loaded


class Misread(Exception):
    """A file is no map that can be read. `lines` say where and why."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines[0])
        self.lines = lines


class Unknown(Misread):
    """Nothing in the file tells that it is a map."""


class Annotated(Unknown):
    """What is read is an annotated article, whose text this is, and needs no import."""

    def __init__(self, file: str, text: str) -> None:
        help_ = "    help: `argmap export` or `argmap convert` writes it in another format"
        super().__init__([f"argmap: {file}: this is an annotated article already", help_])
        self.text = text


class Job(NamedTuple):
    """A file to read, the companions that might belong to it, and where it goes in the folder
    that is written to."""

    file: str
    beside: tuple[str, ...]
    out: str


def jobs(paths: Sequence[str]) -> list[Job]:
    """The files that `paths` stand for; in a folder all but hidden ones and articles of argmap."""
    from argmap.workspace import expand

    found: list[tuple[str, str]] = []
    for path in paths:
        inside = os.path.isdir(path)
        for file in expand([path], ""):
            if inside and file.endswith(".argmap"):
                continue
            found.append((file, os.path.relpath(file, path) if inside else os.path.basename(file)))
    # With its suffix where the stem alone is that of another file, or its whole name.
    stems = Counter([*(_stem(name) for _, name in found), *(name for _, name in found)])
    return [
        Job(
            file,
            tuple(_beside(file)),
            (_stem(name) if stems[_stem(name)] == 1 or file == "-" else name) + ".argmap",
        )
        for file, name in found
    ]


def _stem(name: str) -> str:
    return "map" if name == "-" else os.path.splitext(name)[0]


def _beside(file: str) -> Iterator[str]:
    """Files that may be a companion: the name with another suffix, `a.ova3.json` with `a.txt`."""
    if file == "-":
        return
    stem = os.path.splitext(file)[0]
    while stem and os.path.basename(stem):
        yield stem + ".txt"
        shorter = os.path.splitext(stem)[0]
        if shorter == stem:
            return
        stem = shorter


class Read(NamedTuple):
    """A file that was read: its format, what came of it, and the companion that was used."""

    format: str
    taken: Taken
    companion: str = ""


def read(job: Job, kind: str | None, **options: bool) -> Read:
    """Raises Misread, or Unreadable where the file itself cannot be read."""
    from argmap import formats, workspace
    from argmap.formats.carrying import take
    from argmap.formats.detecting import ANNOTATED, detect
    from argmap.formats.graph import Source
    from argmap.formats.malformed import Malformed
    from argmap.strictyaml import YamlFault

    loaded = workspace.read(job.file, older=True)
    try:
        name = kind or detect(loaded.text)
        if name == ANNOTATED or (not name and job.file.endswith(".argmap")):
            raise Annotated(job.file, loaded.text)
        if not name:
            known = ", ".join(n for n, one in formats.FORMATS.items() if one.reads)
            raise Unknown([
                f"argmap: {job.file}: this is in no format that can be imported",
                f"    help: those are {known}; say which it is with -f",
            ])  # fmt: skip
        companion = _companion(job, name)
        text = companion.text if companion else None
        taken = take(name, Source(job.file, loaded.text, text), **options)
    except (Malformed, YamlFault) as fault:
        raise Misread(_message(job.file, loaded.text, fault)) from None
    older = [one.path for one in (loaded, companion) if one and one.older]
    warnings = [f"{file} is not UTF-8, and was read as Windows-1252" for file in older]
    report = taken.report._replace(warnings=(*warnings, *taken.report.warnings))
    return Read(name, taken._replace(report=report), companion.path if companion else "")


def _companion(job: Job, name: str) -> Loaded | None:
    """The file beside that belongs to it. One that cannot be read does not keep the map away."""
    from argmap import formats, workspace

    if not (name in formats.FORMATS and formats.FORMATS[name].companion):
        return None
    for path in job.beside:
        if path != job.file and os.path.isfile(path):
            try:
                return workspace.read(path, older=True)
            except workspace.Unreadable as fault:
                print(f"argmap: {visible(str(fault), keep='')}; read without it", file=sys.stderr)
                return None
    return None


def _message(file: str, text: str, fault: Exception) -> list[str]:
    """File, line, column, the line with a caret, and how to mend it."""
    from argmap.cli.findings import excerpt
    from argmap.text import Lines, Span

    line, column = getattr(fault, "line", 0), max(1, getattr(fault, "column", 0))
    lines = Lines.of(text)
    end = lines.place(len(text.rstrip()))
    if (line, column) > end:  # what is missing at the end is missed behind the last words
        line, column = end
    path = getattr(fault, "path", "")
    place = f":{line}:{column}" if line else f": at {path}" if path else ""
    found = [f"argmap: {file}{place}: {getattr(fault, 'message', fault)}"]
    if line:
        shown = lines.span(line).of(text)
        found += excerpt(shown, Span(column - 1, column)) if shown else ()
    hint = getattr(fault, "hint", "")
    return [*found, *([f"    help: {hint}"] if hint else [])]
