"""The tree: one claim below the other, with signs, brackets and speakers."""

from __future__ import annotations

from functools import lru_cache

from argmap.cells import cut
from argmap.cells import width as cells
from argmap.model.values import Claim
from argmap.tui import lacking, standing
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped
from argmap.tui.panes.labels import label
from argmap.tui.panes.scroll import bar
from argmap.tui.tree import Entry, Tree

STYLES = {"+": "support", "-": "attack", "_": "undercut", "><": "contradict"}
DEEPEST = 12
"""Deeper rows are drawn this far to the right, with their level before them."""


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The rows in view; the cursor's row is always one of them."""
    tree = desk.tree
    tree.update(desk.document)
    desk.tree_rows = height
    desk.tree_lines = []
    if not tree.entries:
        return _empty(desk, width, height)
    drawing = Drawing(desk, width - 1)
    tree.top = _top(drawing, tree, height)
    drawn: list[Line] = []
    number = tree.top
    while len(drawn) < height and number < len(tree.entries):
        for line in drawing.entry(number):
            drawn.append(line)
            desk.tree_lines.append(number)
        number += 1
    thumb = bar(tree.top, min(height, max(1, number - tree.top)), len(tree.entries))
    scale = max(1, height)
    shown_rows = max(1, number - tree.top)
    drawn = [
        (*fitted(line, width - 1, _row_style(desk, desk.tree_lines[y])),
         thumb(y * shown_rows // scale))
        for y, line in enumerate(drawn[:height])
    ]  # fmt: skip
    return drawn + [(Piece(" " * width),)] * (height - len(drawn))


def _empty(desk: Desk, width: int, height: int) -> list[Line]:
    if desk.tree.options.picks:
        told = ["No claim is like that.", "Esc shows all again."]
    else:
        told = ["No claim is marked yet.", "In the article, go to a sentence with",
                "( and ), and press c to mark it.", "",
                "? shows all keys, : finds commands."]  # fmt: skip
    drawn = [fitted([Piece(" " + one, "dim")], width) for one in told[:height]]
    return drawn + [(Piece(" " * width),)] * (height - len(drawn))


def _row_style(desk: Desk, number: int) -> str:
    if number != desk.tree.at:
        return ""
    return "row" if desk.focus == "tree" else "row-off"


def _top(drawing: Drawing, tree: Tree, height: int) -> int:
    """The first row in view: rows differ in height, so it is looked for from the cursor."""
    if tree.at <= tree.top:
        return max(0, tree.at - (1 if tree.at < tree.top else 0))
    top, used = tree.at, drawing.height(tree.at)
    while top > 0 and top > tree.top:
        used += drawing.height(top - 1)
        if used > height - 1:
            break
        top -= 1
    return max(top, min(tree.top, tree.at))


class Drawing:
    """Draws rows; what stands to the left of one follows from the rows above it in the tree."""

    def __init__(self, desk: Desk, room: int) -> None:
        self.desk = desk
        self.tree = desk.tree
        self.room = room
        self.numbers = {who: number for number, who in enumerate(desk.document.map.speakers)}

    def height(self, number: int) -> int:
        entry = self.tree.entries[number]
        if entry.title:
            return 1
        before = cells("".join(piece.text for piece in self._left(number)[0]))
        return len(self._words(entry.claim, self._room(before, entry.claim), entry))

    def _room(self, before: int, claim: str) -> int:
        """The cells of a row's words, behind what stands before them and their letters."""
        letters = self._letters(claim)
        return max(8, self.room - before - (cells(letters) + 1 if letters else 0))

    def entry(self, number: int) -> list[Line]:
        entry = self.tree.entries[number]
        row = _row_style(self.desk, number)
        if entry.title:
            return [(Piece(shown(entry.title), f"title {row}"),)]
        first, later = self._left(number)
        room = self._room(cells("".join(piece.text for piece in first)), entry.claim)
        claim = self.desk.document.map.claims[entry.claim]
        letters = self._letters(claim.id)
        drawn: list[Line] = []
        for at, (words, who, state) in enumerate(self._words(entry.claim, room, entry)):
            pieces = [Piece(p.text, f"{p.style} {row}") for p in (later if at else first)]
            if letters and not at:
                pieces += (Piece(letters, "label"), Piece(" ", row))
            pieces.append(Piece(words, f"{self._style(claim, entry)} {row}"))
            pieces += (Piece(who, f"{self._speaker(claim)} {row}"), Piece(state, f"dim {row}"))
            drawn.append(tuple(pieces))
        return drawn

    def _letters(self, claim: str) -> str:
        choosing = self.desk.connecting
        return label(choosing, claim) if choosing and claim != choosing.claim else ""

    def _speaker(self, claim: Claim) -> str:
        holders = self.desk.document.map.holders(claim.id)
        return f"speaker-{self.numbers.get(holders[0], 0)}" if holders else "dim"

    def _style(self, claim: Claim, entry: Entry) -> str:
        names = ["strong"] if entry.row.depth == 0 else []
        if not claim.in_text:
            names.append("via")
        if entry.row.again or entry.row.context:
            names.append("dim")
        return " ".join(names)

    def _words(self, claim: str, room: int, entry: Entry) -> tuple[tuple[str, str, str], ...]:
        """The lines of a row: words, and in the last one who says so and what is special."""
        document = self.desk.document
        people = document.map.speakers
        holders = [people[one] for one in document.map.holders(claim)]
        names = ", ".join(shown(one.name) for one in holders)
        short = ", ".join(shown(one.names[1] if one.names[1:] else one.name) for one in holders)
        words = shown(document.wording(claim))
        most = self.desk.settings.lines
        return _laid(words, (names, short), _state(self.desk, entry), room, most)

    def _left(self, number: int) -> tuple[list[Piece], list[Piece]]:
        """What stands before the first line of a row, and before its others."""
        entries = self.tree.entries
        path = self.tree.path(number)
        entry = entries[number]
        before: list[Piece] = []
        hidden = max(0, len(path) - 1 - DEEPEST)
        if hidden:
            before.append(Piece(f"{entry.row.depth}… ", "dim"))
        before += (Piece(_bar(entries[above]), "rule") for above in path[1 + hidden : -1])
        bare = "  " if entry.row.depth else "• "
        mark = "▸ " if entry.closed else "▾ " if entry.folds else bare
        status = standing.mark(self.desk, entry.claim)
        room = [Piece("  ")] if status else []
        if not entry.row.depth:
            return [*before, Piece(mark, "rule"), *status], [*before, Piece("  "), *room]
        corner, later = _branch(entry)
        sign = entry.row.sign
        first = [*before, Piece(corner, "rule"), Piece(sign, f"bold {STYLES.get(sign, '')}"),
                 Piece(_fork(entry), "rule"), Piece(mark, "rule"), *status]  # fmt: skip
        under = "│ " if entry.folds and not entry.closed else "  "
        return first, [
            *before,
            Piece(later + " " * max(0, len(sign) - 1), "rule"),
            Piece(under, "rule"),
            *room,
        ]


def _bar(entry: Entry) -> str:
    """What goes on below a row to the left of its children."""
    if entry.row.role in ("first", "middle"):
        return ("│ " if entry.row.more else "  ") + "│ "
    return "│   " if entry.row.more else "    "


def _branch(entry: Entry) -> tuple[str, str]:
    side = "│ " if entry.row.more else "  "
    match entry.row.role:
        case "middle":
            return side, side + "│ "
        case "last":
            return side, side + "  "
        case "first":
            return ("├─" if entry.row.more else "└─"), side + "│ "
    return ("├─" if entry.row.more else "└─"), side + "  "


def _fork(entry: Entry) -> str:
    """The bracket that joins linked premises."""
    match entry.row.role:
        case "first":
            return "┬"
        case "middle":
            return " ├"
        case "last":
            return " └"
    return " "


def _state(desk: Desk, entry: Entry) -> str:
    """What is special about a row, and what is still open, as signs that the help explains."""
    row = entry.row
    found = desk.document.map
    claim = found.claims[entry.claim]
    if row.ring:
        return "↺"
    if row.again:
        return "↑"
    told = "" if claim.in_text else "◌"
    last = row.role not in ("first", "middle")  # undercuts stand below the last premise
    if lacking.objections(desk.document, entry.claim, steps=last)[1]:
        told += "!"
    if not row.depth and lacking.reason(desk.document, entry.claim):
        told += "?"
    return told + (f" ({_below(desk, entry.claim)} folded)" if entry.closed else "")


def _below(desk: Desk, claim: str) -> int:
    """How many steps a folded row hides directly below it."""
    return len(desk.document.map.onto(claim))


@lru_cache(maxsize=8192)
def _laid(
    words: str, names: tuple[str, str], state: str, room: int, most: int
) -> tuple[tuple[str, str, str], ...]:
    """`names`: who says so, in full and in short for where that has no room."""
    laid = wrapped(words, room, most)
    state = f" {state}" if state else ""
    *above, last = laid
    before = [(line, "", "") for line in above]
    for name in names:
        who = f" [{name}]" if name else ""
        if cells(last + who + state) <= room:
            return (*before, (last, who, state))
    long, short = (f" [{name}]" if name else "" for name in names)
    if len(laid) < most:
        who = long if cells(long + state) <= room else short
        who = cut(who, max(2, room - cells(state)))
        return (*before, (last, "", ""), ("", who.lstrip(), state if who else state.lstrip()))
    who = cut(short, max(2, room // 2 - cells(state)))
    return (*before, (cut(last, room - cells(who + state)), who, state))
