"""The whole screen as lines: all panes put together."""

from __future__ import annotations

from collections.abc import Callable

from argmap.tui.desk import ROUND, Desk
from argmap.tui.layout import NARROW, SHARES, Layout, arranged
from argmap.tui.paint import Line, Piece, fitted
from argmap.tui.panes import article, asking, bars, chart, detail, keys, outline, people, problems

SIDES: dict[str, Callable[[Desk, int, int], list[Line]]] = {
    "tree": outline.lines,
    "map": chart.lines,
    "speakers": people.lines,
    "problems": problems.lines,
}
LEAST = (30, 6)
MAP_BESIDE = 110
"""Terminals of fewer cells show the map without the article."""


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """As many lines as the screen has, each as wide as it."""
    if width < LEAST[0] or height < LEAST[1]:
        told = fitted([Piece("The window is too small.")], width)
        return ([told] + [fitted([], width)] * height)[:height]
    if desk.help_top is not None:
        return [
            fitted([Piece(" Keys", "bar bold")], width, "bar"),
            *keys.lines(desk, width, height - 1),
        ]
    plan = desk.plan = _plan(desk, width, height)
    body = _body(desk, plan)
    below = detail.lines(desk, width, plan.detail.height) if plan.detail.height else []
    drawn = [bars.title(desk, width), *body, *below, bars.hints(desk, width)]
    if said := bars.message(desk, width, height - 3):
        drawn = [*drawn[: height - len(said)], *said]
    if desk.prompt is not None:
        asked = asking.lines(desk, width, height - 3)
        drawn = [*drawn[: height - len(asked)], *asked]
    return (drawn + [fitted([], width)] * height)[:height]


def _plan(desk: Desk, width: int, height: int) -> Layout:
    """The article takes no more room than its rows, unless somebody drew the border; the map
    has a small terminal to itself."""
    alone = desk.wide or (desk.focus if width < NARROW else "")
    if desk.focus == "map" and width < MAP_BESIDE:
        alone = "map"
    most = width if desk.divider else desk.settings.width + ROUND
    return arranged(width, height, desk.divider or SHARES[desk.share], most, alone)


def _body(desk: Desk, plan: Layout) -> list[Line]:
    left, right = plan.article, plan.side
    columns: list[list[Line]] = []
    if left.width:
        columns.append(
            [bars.heading(desk, left.width), *article.lines(desk, left.width, left.height)]
        )
    if left.width and right.width:
        columns.append([(Piece("│", "rule"),)] * (left.height + 1))
    if right.width:
        columns.append(
            [bars.tabs(desk, right.width), *SIDES[desk.side](desk, right.width, right.height)]
        )
    return [
        tuple(piece for column in row for piece in column) for row in zip(*columns, strict=True)
    ]
