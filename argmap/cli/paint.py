"""Colour, on a terminal that wants it."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TextIO

CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34",
         "magenta": "35", "cyan": "36"}  # fmt: skip


def add(parser: argparse.ArgumentParser) -> None:
    choices = ("auto", "always", "never")
    parser.add_argument("--color", choices=choices, default="auto", help="colour the output")


def wanted(choice: str, stream: TextIO) -> bool:
    """Whether to colour: as asked for, else on a terminal unless NO_COLOR forbids it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Paint:
    """Puts words into colour, or leaves them as they are."""

    def __init__(self, choice: str = "auto", stream: TextIO | None = None) -> None:
        self.on = wanted(choice, stream or sys.stdout)

    def __call__(self, text: str, *styles: str) -> str:
        if not (self.on and styles and text):
            return text
        codes = ";".join(CODES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"
