"""Work on many files by all processors, with the results in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Result = TypeVar("Result")

ENOUGH = 500_000
"""Bytes from which on a second process pays: it takes 50 ms to start."""
AT_ONCE = 100_000
"""Bytes, about, that a process is given at a time."""


def processors() -> int:
    """How many this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[str], Result], files: Sequence[str], jobs: int) -> Iterator[Result]:
    """What `work`, a function that can be pickled, makes of each file, in their order; by as many
    as `jobs` processes where there is enough to do, else in this one."""
    sizes = [_size(file) for file in files] if jobs > 1 and len(files) > 1 else [0]
    if sum(sizes) < ENOUGH or "-" in files:
        yield from map(work, files)
        return
    yield from _by_many(work, files, sizes, jobs)


def _by_many(
    work: Callable[[str], Result], files: Sequence[str], sizes: Sequence[int], jobs: int
) -> Iterator[Result]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from functools import partial

    # A copy of this process has all that it imported, and it has no threads yet. Elsewhere a copy
    # is not safe, and Python starts anew.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    parts = list(_parts(files, sizes))
    with ProcessPoolExecutor(min(jobs, len(parts)), context, _leave_interrupts) as pool:
        try:
            for found in pool.map(partial(_each, work), parts):
                yield from found
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def _leave_interrupts() -> None:
    """Ctrl+C reaches all processes of a terminal; the first one ends the others."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what was imported is not looked through again in each process


def _each(work: Callable[[str], Result], files: Sequence[str]) -> list[Result]:
    return [work(file) for file in files]


def _parts(files: Sequence[str], sizes: Sequence[int]) -> Iterator[list[str]]:
    part: list[str] = []
    size = 0
    for file, more in zip(files, sizes, strict=True):
        part.append(file)
        size += more
        if size >= AT_ONCE:
            yield part
            part, size = [], 0
    if part:
        yield part


def _size(file: str) -> int:
    try:
        return os.stat(file).st_size
    except OSError:
        return 0  # reading it will tell
