"""What no input may do: keep the processor busy for ten seconds, or fill the memory."""

from __future__ import annotations

import resource
import signal
import sys
from collections.abc import Callable
from types import FrameType

SECONDS = 10
"""Of the processor, so that a busy machine makes no hang of a slow input."""
MEGABYTES = 500


class Hang(Exception):
    """An input takes too long."""


class Greed(Exception):
    """An input takes too much memory."""


def watched(run: Callable[[bytes], object], data: bytes) -> None:
    """Gives `data` to `run`. Raises Hang, Greed, and whatever `run` raises."""
    before = _peak()
    signal.signal(signal.SIGPROF, _ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        run(data)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    grown = _peak() - before
    if grown > MEGABYTES:
        raise Greed(f"{grown} MB for an input of {len(data)} bytes")


def _peak() -> int:
    """The most memory that was in use so far, in megabytes."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit


def _ring(_signal: int, _frame: FrameType | None) -> None:
    raise Hang(f"more than {SECONDS} s")
