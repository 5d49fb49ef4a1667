"""Work that takes long: it is done beside everything else, and can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import NamedTuple


class Message(NamedTuple):
    text: str
    level: str = "good"


Job = Callable[[Callable[[], bool]], Message]
"""What is done: given a function that tells whether it is to stop, it says what came of it."""


@dataclass(frozen=True, eq=False)
class Work:
    """`title` says what is being done, as in `exporting talks.svg`."""

    title: str
    job: Job
    since: float = field(default_factory=time.monotonic)
    stopped: Event = field(default_factory=Event)

    def run(self) -> Message:
        return self.job(self.stopped.is_set)

    @property
    def shown(self) -> str:
        return f"{self.title}, {time.monotonic() - self.since:.0f} s, Esc stops it"
