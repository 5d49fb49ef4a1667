"""The speakers: below each what they hold, with whom, and against whom."""

from __future__ import annotations

from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted, shown
from argmap.tui.panes import table
from argmap.tui.panes.scroll import bar, scrolled
from argmap.tui.people import Row, rows
from argmap.views.holdings import STANCES


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """A line for each speaker and each claim held; or else the table."""
    if desk.people_table:
        return table.lines(desk, width, height)
    found = rows(desk.document)
    desk.people_at = max(0, min(desk.people_at, len(found) - 1))
    if not found:
        told = fitted(
            [Piece(" Nobody is named yet; press s on a name in the article.", "dim")], width
        )
        return [told] + [(Piece(" " * width),)] * (height - 1)
    desk.people_top = scrolled(desk.people_top, desk.people_at, height, len(found))
    thumb = bar(desk.people_top, height, len(found))
    numbers = {who: number for number, who in enumerate(desk.document.map.speakers)}
    drawn: list[Line] = []
    for at in range(desk.people_top, min(len(found), desk.people_top + height)):
        row = "" if at != desk.people_at else "row" if desk.focus == "speakers" else "row-off"
        pieces = [Piece(p.text, f"{p.style} {row}") for p in _row(desk, found[at], numbers)]
        drawn.append((*fitted(pieces, width - 1, row), thumb(at - desk.people_top)))
    return drawn + [(Piece(" " * width),)] * (height - len(drawn))


def _row(desk: Desk, one: Row, numbers: dict[str, int]) -> list[Piece]:
    people = desk.document.map.speakers
    style = f"speaker-{numbers.get(one.speaker, 0)}"
    if not one.claim:
        person = people[one.speaker]
        others = f"  {shown(', '.join(person.names[1:]))}" if person.names[1:] else ""
        count = len({held.claim for held in desk.document.map.holdings.get(one.speaker, ())})
        only = "▶ " if desk.tree.options.speaker == one.speaker else ""
        name = f" {only}{shown(person.name)}"
        tail = f"  @{shown(one.speaker)}{others}  {count} claim{'s' * (count != 1)}"
        return [Piece(name, f"{style} bold"), Piece(tail, "dim")]
    sign = STANCES.get(one.stance, " ")
    kind = "attack" if sign == "-" else "support"
    pieces = [Piece(f"   {sign} ", f"{kind} bold")]
    if one.against:
        names = ", ".join(shown(people[who].name) for who in one.against if who in people)
        pieces.append(Piece(f"≠ {names}: ", "attack"))
    if one.others:
        names = ", ".join(shown(people[who].name) for who in one.others if who in people)
        pieces.append(Piece(f"with {names}: ", "dim"))
    if one.via:
        names = ", ".join(shown(people[who].name) for who in one.via if who in people)
        pieces.append(Piece(f"via {names}: ", "dim"))
    pieces.append(Piece(shown(desk.document.wording(one.claim)), style))
    return pieces
