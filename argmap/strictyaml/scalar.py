"""What a YAML text is read as."""

from __future__ import annotations

from typing import TypeAlias

from argmap.visible import visible


class Scalar(str):
    """A text that knows its place. Equal to the `str` of the same characters.

    `line` and `column` count from 1. `plain` says that it stood there without quotes.
    """

    __slots__ = ("column", "line", "plain")

    line: int
    column: int
    plain: bool

    def __new__(cls, text: str, line: int = 0, column: int = 0, plain: bool = False) -> Scalar:
        self = super().__new__(cls, text)
        self.line = line
        self.column = column
        self.plain = plain
        return self


Value: TypeAlias = "Scalar | list[Value] | dict[Scalar, Value]"


def place(value: object) -> tuple[int, int]:
    """The line and column of a value: those of the first text in it, (0, 0) if it has none."""
    while isinstance(value, list | dict):
        value = next(iter(value), None)
    return (value.line, value.column) if isinstance(value, Scalar) else (0, 0)


def quoted(text: str) -> str:
    """A text for a message: short, visible, on one line."""
    return f"'{visible(text if len(text) <= 40 else text[:39] + '…', keep='')}'"
