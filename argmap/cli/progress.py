"""How far a long run is, on one line of a terminal; nothing where there is none."""

from __future__ import annotations

import sys

from argmap.cells import width
from argmap.visible import visible

BAR = 20
ROOM = 50


class Progress:
    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = total > 1 and sys.stderr is not None and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """One more is begun."""
        if self._shown:
            full = BAR * self._done // self._total
            bar = "█" * full + "░" * (BAR - full)
            told = visible(name, keep="")
            told = "…" + told[-ROOM:] if width(told) > ROOM else told
            print(f"\r\x1b[K{bar} {self._done}/{self._total} {told}", end="", file=sys.stderr)
        self._done += 1

    def over(self) -> None:
        """The line is free for something else."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
