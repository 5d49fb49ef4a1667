"""Any text is a configuration or refused, and a configuration that is shown is the same one."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.tui import config
from argmap.tui.config import BadConfig
from argmap.tui.settings import Settings

WORDS = (
    *(f"{name} = ".encode() for name in config.DEFAULTS),
    *b'[keys]\n|"ctrl+a"|["c", "g c"]|mark-claim = |\\u0041|true|0x1f|{a = 1}|.|nan'.split(b"|"),
    *(b'"""', b"1979-05-27"),
)


def seeds() -> Iterator[bytes]:
    yield config.shown(Settings()).encode()
    yield config.shown(Settings(theme="mono", keys={"mark-claim": ("c", "g c")})).encode()
    yield b"[keys]\nundo = 'ctrl+u'\nredo = \"U\"\nmark-claim = []\nsave = ['f2', 'alt+s']\n"
    yield b"width = 30 # a comment\nkeys.undo = 'z'\nautosave=0x10\n"
    yield b"[other]\na.b = {c = [1.5, true]}\n"


def run(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    try:
        found = config.parsed(text, "config.toml")
    except BadConfig as fault:
        assert str(fault).startswith("config.toml:")
        return
    assert config.parsed(config.shown(found), "config.toml") == found
