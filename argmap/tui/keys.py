"""Keys as they are typed, gathered to commands: single keys, sequences such as `gg`, counts."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

NAMES = {
    "question_mark": "?", "plus": "+", "minus": "-", "underscore": "_", "ampersand": "&",
    "equals_sign": "=", "exclamation_mark": "!", "full_stop": ".", "comma": ",", "colon": ":",
    "semicolon": ";", "slash": "/", "backslash": "\\", "grave_accent": "`", "at": "@",
    "less_than_sign": "<", "greater_than_sign": ">", "left_parenthesis": "(",
    "right_parenthesis": ")", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "left_square_bracket": "[", "right_square_bracket": "]", "dollar_sign": "$",
    "circumflex_accent": "^", "quotation_mark": '"', "apostrophe": "'", "asterisk": "*",
    "percent_sign": "%", "number_sign": "#", "tilde": "~", "vertical_line": "|",
}  # fmt: skip


def name_of(key: str, character: str | None) -> str:
    """One name for a key: the character where it prints one, else Textual's name."""
    if character and character.isprintable() and character != " ":
        return character
    return NAMES.get(key, key)


class Typed(NamedTuple):
    """What the keys so far mean: `done` a whole sequence (`times` is its count, 0 if none was
    given), `open` that it may go on; neither: nothing has these keys, which are `typed`."""

    done: str = ""
    times: int = 0
    open: bool = False
    typed: str = ""


class Matcher:
    """Gathers keys. Sequences are written with blanks: `g g`."""

    def __init__(self) -> None:
        self.held: list[str] = []
        self.count = ""

    @property
    def shown(self) -> str:
        return self.count + "".join(self.held)

    def clear(self) -> None:
        self.held.clear()
        self.count = ""

    def add(self, key: str, known: Collection[str], *, counts: bool = True) -> Typed:
        digits = key.isdecimal() and key.isascii() and len(key) == 1
        if digits and not self.held and (counts and (key != "0" or self.count)):
            self.count += key
            return Typed(open=True)
        self.held.append(key)
        sequence = " ".join(self.held)
        longer = any(one.startswith(sequence + " ") for one in known)
        if longer:
            return Typed(open=True)
        count = min(int(self.count or 0), 99_999)
        self.clear()
        return Typed(sequence if sequence in known else "", count, typed=sequence)
