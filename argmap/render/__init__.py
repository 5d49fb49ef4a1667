"""Draws pictures with Graphviz: the `dot` program, or the wheel that the extra brings."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

LIMIT = 300
"""Seconds after which a drawing is given up."""


class Missing(Exception):
    """Graphviz is not there; the message says how to get it."""


class Failed(Exception):
    """Graphviz refused or took too long; the message says why."""


HOW = (
    "pictures need Graphviz: install it with `pip install 'argmap[pictures]'`, or its `dot` "
    "program with `apt install graphviz`, `dnf install graphviz` or `brew install graphviz`"
)


def draw(source: str, kind: str) -> bytes:
    """The picture of a DOT text as svg, png or pdf. Raises Missing and Failed.

    Graphviz is a program of its own either way: it warns on the terminal as it likes, and a map
    that it cannot stand does not take argmap down with it.
    """
    try:
        done = subprocess.run(
            [*_command(), f"-T{kind}"], input=source.encode(), capture_output=True, timeout=LIMIT,
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        message = f"Graphviz took more than {LIMIT} s; draw a part (--focus, --depth)"
        raise Failed(message) from None
    if done.returncode or not done.stdout:
        reason = done.stderr.decode("utf-8", "replace").strip()[-400:]
        raise Failed(f"Graphviz could not draw this map: {reason}")
    return done.stdout


def _command() -> list[str]:
    program = shutil.which("dot")
    if program is not None:
        return [program]
    if find_spec("pygraphviz") is None:
        raise Missing(HOW)
    return [sys.executable, "-P", str(Path(__file__).with_name("wheel.py"))]
