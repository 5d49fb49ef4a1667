"""The problems: what is wrong, where, and whether it can be mended by a key."""

from __future__ import annotations

from argmap.tui import problems
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped
from argmap.tui.panes.scroll import scrolled

SIGNS = {"error": "✗", "warning": "!", "note": "·"}


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """A line for each problem; the one under the cursor in full, with how to mend it."""
    found = problems.found(desk)
    if not found:
        told = fitted([Piece(" Nothing is wrong.", "good")], width)
        return [told] + [(Piece(" " * width),)] * (height - 1)
    desk.problem_at = max(0, min(desk.problem_at, len(found) - 1))
    full = _full(desk, width)
    room = max(1, height - len(full))
    desk.problem_top = scrolled(desk.problem_top, desk.problem_at, room, len(found))
    drawn: list[Line] = []
    for at in range(desk.problem_top, min(len(found), desk.problem_top + room)):
        one = found[at]
        row = "" if at != desk.problem_at else "row" if desk.focus == "problems" else "row-off"
        place = desk.document.lines.place(one.span.start)
        pieces = [
            Piece(f" {SIGNS[one.severity]} ", f"{one.severity} bold {row}"),
            Piece(f"{place.line}:{place.column} ", f"dim {row}"),
            Piece(shown(one.message), row),
            Piece("  (f mends it)" if one.fixes else "", f"good {row}"),
        ]
        drawn.append(fitted(pieces, width, row))
    drawn += [(Piece(" " * width),)] * (room - len(drawn))
    return [*drawn, *full][:height]


def _full(desk: Desk, width: int) -> list[Line]:
    one = problems.here(desk)
    if one is None:
        return []
    told = [(f"{one.code}: {shown(one.message)}", str(one.severity))]
    told += [(shown(one.hint), "dim")] if one.hint else []
    told += [(f"f: {shown(fix.title)}", "good") for fix in one.fixes[:3]]
    drawn: list[Line] = [(Piece("─" * width, "rule"),)]
    for text, style in told:
        drawn += (fitted([Piece(" " + line, style)], width) for line in wrapped(text, width - 2, 3))
    return drawn
