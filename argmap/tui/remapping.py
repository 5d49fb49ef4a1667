"""Keys that a user gives to commands: whether they can be typed, and what they displace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations
from typing import Any

from argmap.tui.commands import PANES, Own, clash, every

NAMED = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "tab", "enter",
         "space", "escape", "backspace", "delete", "insert",
         *(f"f{number}" for number in range(1, 25)))  # fmt: skip
OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown",
               "page up": "pageup", "page down": "pagedown", "del": "delete", "ins": "insert",
               "bs": "backspace", "spc": "space", "page_up": "pageup", "page_down": "pagedown",
               "cr": "enter"}  # fmt: skip
ALIASED = {"ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+j": "enter", "ctrl+m": "enter",
           "ctrl+[": "escape"}  # fmt: skip
_HELD = re.compile(
    r"<?(?P<held>[cms]|ctrl|control|alt|meta|shift)[-+ ](?P<key>.+?)>?", re.IGNORECASE
)
_MEANT = {"c": "ctrl", "control": "ctrl", "m": "alt", "meta": "alt", "s": "shift"}


def faults(keys: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a table of keys: the command, what stands there, and why not."""
    known = every()
    own: dict[str, tuple[str, ...]] = {}
    for command, written in keys.items():
        if command not in known:
            yield command, command, f"there is no command `{command}`.{meant(command, known)}"
            continue
        listed = [written] if isinstance(written, str) else written
        if not isinstance(listed, list) or not all(isinstance(key, str) for key in listed):
            yield command, command, 'keys are written as "c" or ["c", "g c"].'
            continue
        bad = [(key, why) for key in listed if (why := _unfit(key, known[command].panes))]
        for key, why in bad:
            yield command, key, why
        if not bad:
            own[command] = tuple(listed)
    yield from _twice(own)


def _twice(own: Own) -> Iterator[tuple[str, str, str]]:
    """Keys that two commands are given in one pane."""
    known = every()
    told: set[tuple[str, str]] = set()
    for pane in PANES:
        here = [(name, key) for name in own if known[name].fits(pane) for key in own[name]]
        for (other, before), (name, key) in combinations(here, 2):
            if clash(before, key) and (name, key) not in told:
                told.add((name, key))
                if before == key and name == other:
                    yield name, key, f"`{key}` is written twice."
                elif before == key:
                    yield name, key, f"`{key}` is given to `{other}` too."
                else:
                    yield name, key, f"`{key}` and `{before}` of `{other}` begin alike."


def displaced(own: Own) -> list[tuple[str, str, str]]:
    """The keys of commands that a user's own take: the key, its command, and to whom it went."""
    known = every()
    found: dict[tuple[str, str, str], None] = {}
    for pane in PANES:
        fits = [one for one in known.values() if one.fits(pane)]
        taken = {key: one.name for one in fits for key in own.get(one.name, ())}
        for one in fits:
            for key in one.keys if one.name not in own else ():
                for other, name in taken.items():
                    if clash(key, other):
                        found[key, one.name, name] = None
    return [*found]


def meant(word: str, known: Any) -> str:
    close = get_close_matches(str(word), list(known), n=1)
    return f" Did you mean `{close[0]}`?" if close else ""


def _unfit(keys: str, panes: tuple[str, ...]) -> str:
    """Why nobody can type a sequence of keys; empty if one can."""
    parts = keys.split(" ")
    if not keys.strip() or "" in parts:
        blank = " The blank bar is `space`." if not keys.strip() else ""
        return f"`{keys}` is no key: keys are parted by one blank, as in `g c`.{blank}"
    for part in parts:
        if part in ALIASED:
            return f"`{part}` cannot be told from {ALIASED[part]} in a terminal."
        if not _known(part):
            return f"there is no key `{part}`.{_better(part, parts)}"
    if parts[0].isdecimal() and panes != ("tree",):
        return f"`{keys}` cannot be typed: digits are counts, but in the tree."
    return ""


def _known(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable()
    *held, last = key.split("+") if not key.endswith("+") else (*key[:-2].split("+"), "+")
    if last in NAMED:
        return all(one in ("ctrl", "alt", "shift") for one in held)
    return len(last) == 1 and last.isprintable() and bool(held) and (
        all(one in ("ctrl", "alt") for one in held) and last == last.lower()
    )  # fmt: skip


def _better(key: str, parts: list[str]) -> str:
    small = key.lower()
    held = _HELD.fullmatch(key)
    if held:
        modifier = held["held"].lower()
        better = f"{_MEANT.get(modifier, modifier)}+{held['key'].lower()}"
    elif key.startswith("^") and len(key) == 2:
        better = f"ctrl+{key[1].lower()}"
    else:
        better = OTHER_NAMES.get(small.strip("<>"), small.strip("<>"))
    if better in ALIASED:
        better = ""
    if better and better != key and _known(better):
        return f" Did you mean `{better}`?"
    if len(parts) == 1 and 1 < len(key) <= 3 and key.isalnum() and key.isascii():
        return f" Did you mean `{' '.join(key)}`?"
    return meant(key, NAMED)


__all__ = ["displaced", "faults", "meant"]
