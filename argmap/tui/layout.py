"""Where the panes stand in a terminal of a size."""

from __future__ import annotations

from typing import NamedTuple

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


NARROW = 40
"""Terminals of fewer cells show one pane at a time."""


def arranged(width: int, height: int, share: int, most: int, alone: str = "") -> Layout:
    """The panes' places: side by side, or the one alone that is named.

    `share`: the article's part of the width in per cent, of which it takes `most` cells at most.
    """
    detail = (
        7 if height >= 40 else 5 if height >= 22 else 4 if height >= 14 else 2 if height >= 8 else 0
    )
    body = max(1, height - 3 - detail)
    left = max(20, min(width * share // 100, most, width - 20))
    if alone:
        left = width if alone == "article" else 0
    gap = 1 if 0 < left < width else 0
    return Layout(
        Box(0, 2, left, body),
        Box(left + gap, 2, max(0, width - left - gap), body),
        Box(0, 2 + body, width, detail),
        width,
        height,
    )
