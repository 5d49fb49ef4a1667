"""What can be set, and its defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Settings:
    """`width`: cells of the article's rows at most; `follow`: panes move each other's cursor;
    `autosave`: seconds after a change until it is saved, 0: never; `lines`: lines of words that
    a row of the tree has at most; `undo`: steps of earlier times that can be undone;
    `keys`: keys of commands, instead of their own."""

    theme: str = "auto"
    width: int = 88
    follow: bool = True
    autosave: int = 0
    lines: int = 3
    mouse: bool = True
    undo: int = 10_000
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


NOTES = {
    "theme": "auto, dark, light, ansi (the terminal's own colours) or mono",
    "width": "cells of the article's rows at most, 20 to 400",
    "follow": "whether a cursor in one pane moves those of the others",
    "autosave": "seconds after a change until it is saved by itself; 0: never",
    "lines": "lines of words that a row of the tree has at most, 1 to 20",
    "mouse": "whether argmap takes the mouse; without, the terminal selects text",
    "undo": "steps of earlier times that can be undone, 100 to 1000000",
    "keys": 'keys of commands, as in mark-claim = ["c", "g c"]',
}
