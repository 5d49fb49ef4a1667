"""Runs a command as a terminal or a pipe would see it, and watches what else it does."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from argmap import cli
from argmap.visible import hidden
from argmap.workspace import output

DRAWING = ("dot", os.path.basename(sys.executable))
"""The programs that draw pictures: Graphviz, or Python with the wheel that brings it."""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Stream(io.TextIOWrapper):
    """Standard output or error; `terminal` is what it says it is."""

    def __init__(self, terminal: bool) -> None:
        self.raw_bytes = io.BytesIO()
        super().__init__(self.raw_bytes, "utf-8", "strict", newline="", write_through=True)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def told(self) -> str:
        return self.raw_bytes.getvalue().decode("utf-8", "surrogateescape")


class Ran(NamedTuple):
    """`told` is all that was printed but files that went into a pipe as they are."""

    code: int
    told: str
    files: bytes
    opened: list[tuple[str, bool]]
    started: list[str]

    def harmless(self, *folders: Path) -> None:
        """A code that means something, nothing raw, no traceback, nothing touched elsewhere."""
        assert self.code in (0, 1, 2)
        assert "Traceback" not in self.told
        raw = COLOURS.sub("", self.told)
        assert [raw[max(0, at - 9) : at + 9] for at in hidden(raw, keep="\n\t")] == []
        ours = tuple(str(folder) for folder in folders)
        for path, written in self.opened:
            # What Graphviz reads is a file without a name, opened by its folder.
            fine = path.startswith(ours) or path == tempfile.gettempdir()
            assert fine or (not written and known(path)), path
        assert not [one for one in self.started if os.path.basename(one) not in DRAWING]


WATCHED: list[tuple[str, str, bool]] | None = None


def _hear(event: str, args: tuple[object, ...]) -> None:
    """What the interpreter tells of files, programs and the network."""
    if WATCHED is None:
        return
    if event == "open":
        path, mode, flags = args
        writing = bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if isinstance(path, str | bytes) and not isinstance(mode, int):
            WATCHED.append(("open", os.path.abspath(os.fsdecode(path)), writing))
    elif event == "subprocess.Popen":
        WATCHED.append(("start", str(args[0]), False))
    elif event.startswith(("socket.", "os.exec", "os.system", "os.posix_spawn", "urllib.")):
        WATCHED.append(("start", event, False))


sys.addaudithook(_hear)


@contextmanager
def watching() -> Iterator[list[tuple[str, str, bool]]]:
    global WATCHED
    WATCHED = found = []
    try:
        yield found
    finally:
        WATCHED = None


PROGRAM = tuple({os.path.realpath(one) for one in (sys.prefix, sys.base_prefix, *sys.path) if one})


def known(path: str) -> bool:
    """Whether it is read by Python itself, or belongs to the program."""
    return os.path.realpath(path).startswith((*PROGRAM, "/proc/self/", "/dev/null", "/usr/"))


def run(arguments: list[str], *, terminal: bool, patch: pytest.MonkeyPatch) -> Ran:
    """One command in this process."""
    out, err = Stream(terminal), Stream(terminal)
    files: list[bytes] = []
    if not terminal:  # what is written as a file would be may be any text
        patch.setattr(output, "_print", files.append)
    with watching() as heard, redirect_stdout(out), redirect_stderr(err):
        try:
            code = int(cli.main(arguments))
        except SystemExit as end:  # argparse
            code = int(str(end.code))
    opened = [(path, written) for what, path, written in heard if what == "open"]
    started = [path for what, path, _ in heard if what == "start"]
    return Ran(code, out.told() + err.told(), b"".join(files), opened, started)
