"""A line that is typed: its text, its cursor, and what keys do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class LineEdit:
    text: str = ""
    at: int = 0

    @staticmethod
    def of(text: str) -> LineEdit:
        return LineEdit(text, len(text))

    def key(self, key: str, character: str | None) -> bool:
        """Does what a key asks; False where the key is none of an editor's."""
        move = _MOVES.get(key)
        if move is not None:
            self.at = move(self)
            return True
        cut = _CUTS.get(key)
        if cut is not None:
            start, end = sorted((self.at, cut(self)))
            self.text = self.text[:start] + self.text[end:]
            self.at = start
            return True
        if character and character.isprintable():
            self.insert(character)
            return True
        return False

    def insert(self, text: str) -> None:
        flat = " ".join(text.splitlines()) if "\n" in text or "\r" in text else text
        self.text = self.text[: self.at] + flat + self.text[self.at :]
        self.at += len(flat)

    def word_before(self) -> int:
        before = self.text[: self.at].rstrip()
        words = before.split()
        return len(before) - len(words[-1]) if words else 0


_MOVES: dict[str, Callable[[LineEdit], int]] = {
    "left": lambda line: max(0, line.at - 1),
    "right": lambda line: min(len(line.text), line.at + 1),
    "home": lambda _: 0,
    "ctrl+a": lambda _: 0,
    "end": lambda line: len(line.text),
    "ctrl+e": lambda line: len(line.text),
    "ctrl+left": LineEdit.word_before,
}
_CUTS: dict[str, Callable[[LineEdit], int]] = {
    "backspace": lambda line: max(0, line.at - 1),
    "ctrl+h": lambda line: max(0, line.at - 1),
    "delete": lambda line: min(len(line.text), line.at + 1),
    "ctrl+w": LineEdit.word_before,
    "ctrl+u": lambda _: 0,
    "ctrl+k": lambda line: len(line.text),
}
