"""The table claim by speaker: who asserts, restates and denies what."""

from __future__ import annotations

from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted, shown
from argmap.tui.panes.scroll import bar, scrolled
from argmap.tui.people import columns, crossed, row
from argmap.views.holdings import STANCES

WORDS = 24
"""Cells that are kept for the claim's words at least."""
KINDS = {"asserts": "support", "restates": "support", "denies": "attack"}


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The speakers' names, then a line for each claim; the column under the cursor is in view."""
    found = crossed(desk.document)
    if row(desk) is None:
        told = fitted([Piece(" Nobody holds anything yet.", "dim")], width)
        return [told] + [(Piece(" " * width),)] * (height - 1)
    names = columns(desk.document)
    each = max(3, min(12, (width - max(WORDS, width // 2)) // len(names)))
    many = max(1, min(len(names), (width - WORDS) // each))
    first = max(0, min(desk.people_column - many // 2, len(names) - many))
    seen = names[first : first + many]
    high = height - 1
    desk.people_top = scrolled(desk.people_top, desk.people_at, high, len(found))
    thumb = bar(desk.people_top, high, len(found))
    drawn = [_header(desk, seen, each, width, more=(first > 0, first + many < len(names)))]
    for at in range(desk.people_top, min(len(found), desk.people_top + high)):
        line = found[at]
        style = "" if at != desk.people_at else "row" if desk.focus == "speakers" else "row-off"
        pieces = [Piece(" ≠ " if line.disputed else "   ", f"attack bold {style}")]
        for who in seen:
            stance = line.stances.get(who, "")
            here = style == "row" and who == names[desk.people_column]
            sign = f"[{STANCES.get(stance, ' ')}]" if here else f" {STANCES.get(stance, '·')} "
            kind = f"{KINDS[stance]} bold" if stance else "dim"
            pieces.append(Piece(sign.ljust(each), f"{kind} {style}"))
        pieces.append(Piece(shown(desk.document.wording(line.claim)), style))
        drawn.append((*fitted(pieces, width - 1, style), thumb(at - desk.people_top)))
    return drawn + [(Piece(" " * width),)] * (height - len(drawn))


def _header(
    desk: Desk, seen: tuple[str, ...], each: int, width: int, *, more: tuple[bool, bool]
) -> Line:
    people = desk.document.map.speakers
    numbers = {who: number for number, who in enumerate(people)}
    pieces = [Piece(" ‹ " if more[0] else "   ", "dim")]
    for who in seen:
        name = fitted([Piece(shown(people[who].name))], each - 1)
        pieces += [Piece(one.text, f"speaker-{numbers[who]} bold") for one in name]
        pieces.append(Piece(" "))
    pieces.append(Piece("› " if more[1] else "", "dim"))
    pieces.append(Piece("+ asserts  = restates  - denies  ≠ disputed", "dim"))
    return fitted(pieces, width)
