"""Draws pictures with Graphviz: the `dot` program, or the wheel that the extra brings."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile

from argmap import limits


class Missing(Exception):
    """Graphviz is not there; the message says how to get it."""


class Failed(Exception):
    """Graphviz refused or took too long; the message says why."""


HOW = (
    "pictures need Graphviz: install it with `pip install 'argmap[pictures]'`, or its `dot` "
    "program with `apt install graphviz`, `dnf install graphviz` or `brew install graphviz`"
)


def draw(source: str, kind: str, stopped: Callable[[], bool] = lambda: False) -> bytes:
    """The picture of a DOT text as svg, png or pdf. Raises Missing, and Failed, also when
    `stopped`, which is asked from time to time, says so.

    Graphviz is a program of its own either way: it warns on the terminal as it likes, and a map
    that it cannot stand does not take argmap down with it.
    """
    # From a file, for `communicate` forgets what it has not sent yet when it is asked again.
    with TemporaryFile() as text:
        text.write(source.encode())
        text.seek(0)
        running = subprocess.Popen(
            [*_command(), f"-T{kind}"],
            stdin=text,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        with running:
            drawn, said = _drawn(running, stopped)
    if running.returncode or not drawn:
        reason = said.decode("utf-8", "replace").strip()[-400:]
        raise Failed(f"Graphviz could not draw this map: {reason}")
    return drawn


def _drawn(running: subprocess.Popen[bytes], stopped: Callable[[], bool]) -> tuple[bytes, bytes]:
    most = limits.now().draw_seconds
    end = time.monotonic() + most
    try:
        while True:
            try:
                return running.communicate(timeout=0.2)
            except subprocess.TimeoutExpired:
                if stopped():
                    raise Failed("the drawing was stopped") from None
                if time.monotonic() > end:
                    raised = f"{limits.variable('draw_seconds')} raises that"
                    message = f"Graphviz took more than {most} s; {raised}, --focus draws a part"
                    raise Failed(message) from None
    finally:
        running.kill()


def _command() -> list[str]:
    program = shutil.which("dot")
    if program is not None:
        return [program]
    if find_spec("pygraphviz") is None:
        raise Missing(HOW)
    return [sys.executable, "-P", str(Path(__file__).with_name("wheel.py"))]
