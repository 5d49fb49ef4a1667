"""The one way in which reading a file of another tool fails."""

from __future__ import annotations


class Malformed(Exception):
    """What is wrong with a file, where, and how to mend it.

    `line` and `column` count from 1 and are 0 where the fault has no such place; `path` is the
    place in a JSON file ("nodes[3].text").
    """

    def __init__(
        self, message: str, line: int = 0, column: int = 0, hint: str = "", path: str = ""
    ) -> None:
        super().__init__(message, line, column, hint, path)
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint
        self.path = path

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        place += f"at {self.path}: " if self.path else ""
        return place + self.message + (f" ({self.hint})" if self.hint else "")
