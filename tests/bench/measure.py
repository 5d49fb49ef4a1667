"""Runs a command in a process of its own: wall and processor time, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of wall and processor time, and MiB at the peak: medians of several runs."""

    wall: float
    cpu: float
    memory: float


def measure(arguments: Sequence[str], runs: int) -> Cost:
    """The cost of `python arguments`, in the checkout."""
    return _median([_once(arguments) for _ in range(runs)])


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(one) for one in zip(*costs, strict=True)))


def _once(arguments: Sequence[str]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    wall = time.perf_counter() - start
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
