"""The last net: whatever reaches the terminal has no control characters in it."""

from __future__ import annotations

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
