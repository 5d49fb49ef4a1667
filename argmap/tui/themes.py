"""How names of styles look: dark, light, the terminal's own colours, or none.

The speakers' colours are those of Okabe and Ito (2008), which people with each kind of colour
blindness can tell apart, made lighter or darker to be read on the background.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style

SPEAKERS = 8

# What is told without colour: it stays in every theme.
_SHAPES = {
    "claim": "bold underline",
    "premise": "underline",
    "double": "underline2",
    "denied": "overline",
    "restated": "not bold underline2",
    "via": "italic",
    "mention": "bold",
    "bold": "bold",
    "strong": "bold",
    "heading": "bold",
    "key": "bold",
    "title": "bold",
    "matched": "bold underline",
    "strike": "strike",
}

_DARK = {
    "text": "#d8d8d8 on #16181d",
    "bar": "#c8ccd4 on #262a33",
    "bar-on": "#ffffff on #33415c",
    "rule": "#4a5160",
    "dim": "#8b93a3",
    "key": "#f0c674",
    "heading": "#ffffff",
    "plain": "#d8d8d8",
    "bare": "#f0c674",
    "current": "on #2d3550",
    "sentence": "on #1f232c",
    "selected": "#ffffff on #3f5f9f",
    "cursor": "#16181d on #e8e8e8",
    "row": "on #2d3550",
    "row-off": "on #22262f",
    "support": "#56c596",
    "attack": "#ff7a6b",
    "undercut": "#d59bd8",
    "contradict": "#f0c674",
    "error": "#ff7a6b",
    "warning": "#f0c674",
    "good": "#56c596",
    "label": "#16181d on #f0c674",
    "syntax": "#7f8aa3",
    "name": "#8fb8de",
    "matched": "#f0c674",
}
_DARK_SPEAKERS = (
    "#56b4e9", "#e69f00", "#2fcf9a", "#f0e442", "#e58fc0", "#ff8a4c", "#7aa5ff", "#c0c0c0",
)  # fmt: skip

_LIGHT = {
    "text": "#24262b on #fbfaf7",
    "bar": "#33363d on #e7e4dc",
    "bar-on": "#ffffff on #41598a",
    "rule": "#b4b0a6",
    "dim": "#6f6c66",
    "key": "#8a4b00",
    "heading": "#000000",
    "plain": "#24262b",
    "bare": "#8a4b00",
    "current": "on #e0e6f5",
    "sentence": "on #f1efe8",
    "selected": "#ffffff on #41598a",
    "cursor": "#ffffff on #24262b",
    "row": "on #dde4f4",
    "row-off": "on #eeece5",
    "support": "#00704f",
    "attack": "#b3261e",
    "undercut": "#8e3f92",
    "contradict": "#8a5a00",
    "error": "#b3261e",
    "warning": "#8a5a00",
    "good": "#00704f",
    "label": "#ffffff on #8a4b00",
    "syntax": "#8a867c",
    "name": "#2f5f8f",
    "matched": "#8a4b00",
}
_LIGHT_SPEAKERS = (
    "#0067a5", "#9a5b00", "#007a5a", "#6b6100", "#9c3f78", "#a63f00", "#3b4fb0", "#55524c",
)  # fmt: skip

_ANSI = {
    "text": "default on default",
    "bar": "reverse",
    "bar-on": "reverse bold",
    "rule": "dim",
    "dim": "dim",
    "key": "yellow",
    "plain": "not dim default",
    "bare": "yellow",
    "selected": "not dim default on default reverse",
    "cursor": "not dim default on default reverse",
    "row": "not dim default on default reverse",
    "row-off": "underline",
    "support": "green",
    "attack": "red",
    "undercut": "magenta",
    "contradict": "yellow",
    "error": "red",
    "warning": "yellow",
    "good": "green",
    "label": "reverse yellow",
    "syntax": "dim",
    "name": "cyan",
    "matched": "yellow",
}
_ANSI_SPEAKERS = (
    "bright_blue", "yellow", "bright_green", "bright_yellow", "bright_magenta", "bright_red",
    "bright_cyan", "white",
)  # fmt: skip

_MONO = {
    "text": "default on default",
    "bar": "reverse",
    "bar-on": "reverse bold",
    "rule": "dim",
    "dim": "dim",
    "plain": "not dim",
    "selected": "not dim reverse",
    "cursor": "not dim reverse",
    "row": "not dim reverse",
    "row-off": "underline",
    "syntax": "dim",
    "error": "bold",
    "label": "reverse bold",
}


@dataclass(frozen=True)
class Theme:
    """Looks up a style by its names, later ones on top of earlier ones."""

    name: str
    colours: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...] = ()

    def style(self, names: str) -> Style:
        return _style(self, names)


@lru_cache(maxsize=4096)
def _style(theme: Theme, names: str) -> Style:
    colours = dict(theme.colours)
    found = Style.parse(colours["text"])
    for name in names.split():
        if name in _SHAPES:
            found += Style.parse(_SHAPES[name])
        if name in colours:
            found += Style.parse(colours[name])
        elif name.startswith("speaker-") and theme.speakers:
            found += Style.parse(theme.speakers[int(name[8:]) % SPEAKERS])
    if {"cursor", "selected"} & {*names.split()}:  # must be seen on top of all else
        last = "cursor" if "cursor" in names.split() else "selected"
        found += Style.parse(colours[last])
    return found


def _made(name: str, colours: dict[str, str], speakers: tuple[str, ...]) -> Theme:
    return Theme(name, tuple(colours.items()), speakers)


THEMES = {
    theme.name: theme
    for theme in (
        _made("dark", _DARK, _DARK_SPEAKERS),
        _made("light", _LIGHT, _LIGHT_SPEAKERS),
        _made("ansi", _ANSI, _ANSI_SPEAKERS),
        _made("mono", _MONO, ()),
    )
}

AUTO = "auto"


def chosen(theme: str, environment: Mapping[str, str]) -> str:
    """The theme that a setting means on a terminal.

    NO_COLOR (https://no-color.org) wins over any; `auto` is `ansi` on terminals of 16 colours,
    where shades of other themes would look alike, and else `dark`.
    """
    if environment.get("NO_COLOR"):
        return "mono"
    if theme != AUTO:
        return theme
    terminal = environment.get("TERM", "")
    if terminal in ("dumb", "vt100", "vt220"):
        return "mono"
    many = environment.get("COLORTERM") or not terminal or "256" in terminal
    return "dark" if many or terminal in _MANY else "ansi"


_MANY = ("xterm-kitty", "alacritty", "foot", "wezterm", "xterm-ghostty", "xterm-direct")
