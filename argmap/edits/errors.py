"""Why a wish cannot be done."""

from __future__ import annotations


class CannotEdit(ValueError):
    """The message says why, `hint` how to get what is wanted."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
