"""The help: the keys of the pane one is in, then all others."""

from __future__ import annotations

from argmap.cells import width as cells
from argmap.tui import commands
from argmap.tui.commands import Command
from argmap.tui.desk import Desk
from argmap.tui.paint import Line, Piece, fitted
from argmap.tui.panes.bars import spelt

GROUPS = {
    "moving": "Moving", "selecting": "Selecting", "marking": "Marking",
    "connecting": "Connecting", "claims": "The claim",
    "shaping": "Adding and taking away", "ordering": "Putting elsewhere", "tree": "The tree",
    "standing": "What stands", "questions": "Critical questions", "views": "Views",
    "speakers": "Speakers", "source": "Typing", "files": "Files", "program": "argmap",
}  # fmt: skip
SIGNS = (
    "In the article: underlined words are marked, in the colour of who says so; bold underlined "
    "is a claim, plain a premise, double a mark in a mark (in a double one: single), double and "
    "plain what restates a claim, slanted what is passed on (via), with a line above too what "
    "denies a claim.",
    "At its side, what begins in the row: c claim, p premise, = said again, ! denied, @ a speaker "
    "is named, … a further piece, » more marks, ○ a sentence without a claim (%), ✗ a problem; "
    "▎ the claim at the cursor.",
    "In the tree: + reason, - objection, _ attacks the step above it, >< contradicts; "
    "┬ └ join premises that count only together. Behind the words: ↑ stands in full elsewhere, "
    "↺ leads back to itself, ◌ is not in the article, ? has no reason yet, ! has an objection "
    "that nobody answers.",
    "With g r, before the words: ✓ stands in this map, ✗ a standing objection rejects it, ○ its "
    "reasons fell, ? contested, ∅ you set it aside.",
)


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """As much of the help as fits, from its top row on."""
    every = text(desk, width)
    top = max(0, min(desk.help_top or 0, len(every) - height + 1))
    desk.help_top = top
    more = "j k scroll, " if len(every) > height - 1 else ""
    foot = fitted([Piece(f" {more}any other key closes this", "key")], width, "bar")
    drawn = every[top : top + height - 1]
    return [*drawn, *[(Piece(" " * width),)] * (height - 1 - len(drawn)), foot]


def text(desk: Desk, width: int) -> list[Line]:
    """All of the help."""
    from argmap.tui.paint import wrapped

    drawn: list[Line] = []
    for sign in SIGNS:
        drawn += (fitted([Piece(" " + line)], width) for line in wrapped(sign, width - 2))
    here = [one for one in commands.every().values() if one.panes and one.fits(desk.focus)]
    anywhere = [one for one in commands.every().values() if not one.panes]
    others = [
        one for one in commands.every().values()
        if one.panes and not one.fits(desk.focus) and one.panes != ("none",)
    ]  # fmt: skip
    for name, listed in (
        (f"Here, in the {desk.focus}", here),
        ("Everywhere", anywhere),
        ("In other panes", others),
    ):
        drawn.append(fitted([], width))
        drawn.append(fitted([Piece(f" {name}", "heading")], width))
        drawn += _listed(desk, listed, width)
    return drawn


def _listed(desk: Desk, listed: list[Command], width: int) -> list[Line]:
    columns = max(1, width // 58)
    room = width // columns
    cells_of = [_cell(desk, one, room) for one in listed]
    rows = -(-len(cells_of) // columns)
    drawn: list[Line] = []
    for row in range(rows):
        line: list[Piece] = []
        for column in range(columns):
            number = row + column * rows
            line += cells_of[number] if number < len(cells_of) else ()
        drawn.append(fitted(line, width))
    return drawn


def _cell(desk: Desk, one: Command, room: int) -> Line:
    found = commands.keys_of(one, desk.focus, desk.settings.keys)[:3]
    keys = " ".join(map(spelt, found)) or f":{(*one.alias, one.name)[0]}"
    style = "dim" if one.why_not(desk) and one.fits(desk.focus) else ""
    pad = max(1, 15 - cells(keys))
    return fitted([Piece(f" {keys}", "key"), Piece(" " * pad), Piece(one.title, style)], room)
