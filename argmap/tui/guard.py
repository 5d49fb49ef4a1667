"""The last nets: whatever reaches the terminal has no control characters in it, and whatever
comes from it can be read."""

from __future__ import annotations

import signal
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from argmap.visible import visible


class Visible(LineFilter):
    """Makes controls visible in each segment that is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        del background
        return [
            segment
            if segment.control or (segment.text.isascii() and segment.text.isprintable())
            else Segment(visible(segment.text, keep=""), segment.style)
            for segment in segments
        ]


def forgive_input() -> None:
    """Bytes that are no UTF-8 become U+FFFD: Textual's decoder is strict, and a stray byte from
    the terminal, or in what is pasted, would end the program."""
    with suppress(ImportError):  # there is another driver on Windows
        from textual.drivers import linux_driver

        linux_driver.getincrementaldecoder = _forgiving  # type: ignore[assignment,attr-defined]


def resume_once() -> None:
    """Textual takes each SIGCONT for the end of its own suspension, so one after a SIGSTOP from
    outside would begin a second thread that reads keys, and leaving would wait for the first one
    for ever. Only what a SIGTSTP suspended is resumed."""
    stop, go_on = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(stop) or not callable(go_on):
        return
    suspended = [False]

    def stopped(number: int, frame: FrameType | None) -> None:
        suspended[0] = True
        stop(number, frame)

    def continued(number: int, frame: FrameType | None) -> None:
        if suspended[0]:
            suspended[0] = False
            go_on(number, frame)

    signal.signal(signal.SIGTSTP, stopped)
    signal.signal(signal.SIGCONT, continued)


def _forgiving(encoding: str) -> Callable[[], IncrementalDecoder]:
    return partial(getincrementaldecoder(encoding), errors="replace")
