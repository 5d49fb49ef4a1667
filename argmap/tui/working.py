"""Work that takes long: it is done beside everything else, and can be stopped."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")


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
    ended: Event = field(default_factory=Event)

    def run(self) -> Message:
        try:
            return self.job(self.stopped.is_set)
        finally:
            self.ended.set()

    @property
    def shown(self) -> str:
        return f"{self.title}, {time.monotonic() - self.since:.0f} s, Esc stops it"


async def beside(job: Callable[[], T]) -> T:
    """What a job gives, done in a thread that leaving does not wait for."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[T] = loop.create_future()

    def tell(how: Callable[[Any], None], what: object) -> None:
        if not result.done():
            how(what)

    def run() -> None:
        try:
            how, what = result.set_result, job()
        except BaseException as fault:  # noqa: BLE001  # raised again where it is awaited
            how, what = result.set_exception, fault  # type: ignore[assignment]
        with suppress(RuntimeError):  # one has left meanwhile
            loop.call_soon_threadsafe(tell, how, what)

    Thread(target=run, daemon=True).start()
    return await result
