"""Where the panes stand in a terminal of a size."""

from __future__ import annotations

from typing import NamedTuple

from argmap.tui.desk import Desk

SHARES = (50, 62, 38)


class Box(NamedTuple):
    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Layout(NamedTuple):
    """Two panes with a line above each, the details below them, and a line at each edge."""

    article: Box
    side: Box
    detail: Box
    width: int
    height: int


def arranged(desk: Desk, width: int, height: int) -> Layout:
    """The panes' places: side by side, or the one alone where `wide` says so."""
    detail = 5 if height >= 22 else 4 if height >= 14 else 2 if height >= 8 else 0
    body = max(1, height - 3 - detail)
    left = width * (desk.divider or SHARES[desk.share]) // 100
    if desk.wide or width < 40:
        shown = desk.wide or desk.focus
        left = width if shown == "article" else 0
    else:
        left = max(20, min(left, width - 20))
    gap = 1 if 0 < left < width else 0
    return Layout(
        Box(0, 2, left, body),
        Box(left + gap, 2, max(0, width - left - gap), body),
        Box(0, 2 + body, width, detail),
        width,
        height,
    )
