"""Which rows are in view, and the bar that tells so."""

from __future__ import annotations

from collections.abc import Callable

from argmap.tui.paint import Piece

MARGIN = 2


def scrolled(top: int, row: int, height: int, count: int) -> int:
    """The first row in view, so that `row` is, with some rows round it where there are."""
    margin = min(MARGIN, max(0, (height - 1) // 2))
    if row < top + margin:
        top = row - margin
    elif row >= top + height - margin:
        top = row - height + margin + 1
    return max(0, min(top, count - height))


def bar(top: int, height: int, count: int) -> Callable[[int], Piece]:
    """The scroll bar's cell of each line of the pane; blank where all is in view."""
    if count <= height or height < 1:
        return lambda _: Piece(" ")
    size = max(1, height * height // count)
    start = (height - size) * top // max(1, count - height)
    return lambda y: Piece("█" if start <= y < start + size else " ", "rule")
