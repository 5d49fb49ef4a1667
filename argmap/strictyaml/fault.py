"""The one way in which reading YAML fails."""

from __future__ import annotations


class YamlFault(Exception):
    """What is wrong with a YAML text, where, and how to mend it.

    `line` and `column` count from 1; both are 0 where the fault has no place.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0, hint: str = "") -> None:
        super().__init__(message, line, column, hint)
        self.message = message
        self.line = line
        self.column = column
        self.hint = hint

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        return place + self.message + (f" ({self.hint})" if self.hint else "")
