"""Drives the real app by keys, and looks at what it shows."""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from argmap import workspace
from argmap.tui import Settings
from argmap.tui.app import Argmap
from argmap.tui.session import Session

NAMED = {
    " ": "space",
    "\n": "enter",
    "\t": "tab",
}


class Driver:
    """An open app with its screen's text."""

    def __init__(self, app: Argmap, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot
        self.copied: list[str] = []
        self.paused = False
        self.taken = 0
        press = app.keys.press

        def counted(key: str, character: str | None) -> None:
            press(key, character)
            self.taken += 1

        app.keys.press = counted  # type: ignore[method-assign]
        self.waits = True  # until what is done beside the keys is done

    @property
    def busy(self) -> bool:
        desk = self.app.desk
        return desk.work is not None or any(one.saving for one in desk.files)

    def pause(self) -> None:
        self.paused = True

    async def press(self, *keys: str) -> None:
        for key in keys:
            named = _character_to_key(key) if len(key) == 1 else key
            character = key if len(key) == 1 else " " if key == "space" else None
            taken = self.taken
            self.app.post_message(events.Key(NAMED.get(key, named), character))
            # A program that ends takes no more keys.
            for tried in range(6000):
                if self.taken > taken or self.app.return_code is not None:
                    break
                await asyncio.sleep(0 if tried < 1000 else 0.001)
            while self.waits and self.busy:
                await asyncio.sleep(0.001)
        await self.pilot.pause()

    async def type(self, script: str) -> None:
        """Keys parted by blanks; what stands in quotation marks is typed letter by letter."""
        await self.press(*spelt(script))

    @property
    def screen(self) -> list[str]:
        return ["".join(piece.text for piece in line).rstrip() for line in self.app.canvas.drawn]


def spelt(script: str) -> list[str]:
    """The keys of a script.

    >>> spelt('c "Ann B" enter')
    ['c', 'A', 'n', 'n', ' ', 'B', 'enter']
    """
    lexer = shlex.shlex(script, posix=False, punctuation_chars="")
    lexer.whitespace_split = True
    lexer.commenters = ""
    lexer.quotes = '"'
    keys: list[str] = []
    for word in lexer:
        if len(word) > 1 and word.startswith('"') and word.endswith('"'):
            keys += word[1:-1]
        else:
            keys.append(word)
    return keys


@asynccontextmanager
async def opened(
    file: Path, size: tuple[int, int] = (80, 24), settings: Settings | None = None
) -> AsyncIterator[Driver]:
    async with driven(Session.opened(workspace.read(file)), size, settings) as driver:
        yield driver


@asynccontextmanager
async def driven(
    session: Session, size: tuple[int, int], settings: Settings | None = None
) -> AsyncIterator[Driver]:
    app = Argmap(session, settings or Settings())
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot)
        app.copy = driver.copied.append  # type: ignore[method-assign]
        app.action_suspend_process = driver.pause  # type: ignore[method-assign]
        app.suspend = nullcontext  # type: ignore[method-assign, assignment]
        await pilot.pause()
        yield driver


def lines(texts: Iterable[str]) -> str:
    return "".join(f"{text.rstrip()}\n" for text in texts)
