"""Where two texts differ."""

from __future__ import annotations

from collections.abc import Callable

from argmap.text import Span, TextEdit


def difference(before: str, after: str) -> TextEdit:
    """The one edit that makes a text another one, and leaves the same beginning and end alone."""
    most = min(len(before), len(after))
    start = _most(most, lambda size, low: before[low:size] == after[low:size])
    ends = len(before), len(after)
    end = _most(
        most - start,
        lambda size, low: (
            before[ends[0] - size : ends[0] - low] == after[ends[1] - size : ends[1] - low]
        ),
    )
    return TextEdit(Span(start, ends[0] - end), after[start : ends[1] - end])


def _most(high: int, same: Callable[[int, int], bool]) -> int:
    """The largest size up to `high` that is the same, all below `low` being so."""
    low = 0
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle, low):
            low = middle
        else:
            high = middle - 1
    return low
