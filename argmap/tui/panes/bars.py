"""The lines at the edges: which file and where, and which keys do what."""

from __future__ import annotations

import os
from collections.abc import Iterable

from argmap.cells import cut
from argmap.cells import width as cells
from argmap.tui import commands, problems, standing
from argmap.tui.coverage import share
from argmap.tui.desk import SIDES, Desk
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped
from argmap.tui.session import Session

NAMES = {"tree": "Tree", "map": "Map", "speakers": "Speakers", "problems": "Problems"}


def title(desk: Desk, width: int) -> Line:
    """The file, whether it is saved, how much of it is marked, and what is wrong."""
    left = [Piece(f" {shown(os.path.basename(desk.session.path))}", "bar bold")]
    if len(desk.files) > 1:
        left.append(Piece(f" {desk.files.index(desk.session) + 1}/{len(desk.files)}", "bar"))
    if desk.session.signature is None and not desk.session.scratch:
        left.append(Piece(" (new)", "bar"))
    left.append(Piece(_kept(desk.session), "bar"))
    right: list[Piece] = []
    if desk.work is not None:
        right.append(Piece(f"{shown(desk.work.shown)}  ", "bar bold"))
    if desk.session.partial:
        right.append(Piece(f"reading the rest, {desk.session.age:.0f} s  ", "bar bold"))
    covered = share(desk)
    if covered is not None:
        right.append(Piece(f"{covered:.0%} marked  ", "bar"))
    errors, warnings = problems.counted(desk)
    if errors or warnings:
        told = [f"{errors} error{'s' * (errors != 1)}"] if errors else []
        told += [f"{warnings} warning{'s' * (warnings != 1)}"] if warnings else []
        right.append(Piece(f"{', '.join(told)}  ", "bar bold"))
    count = len(desk.document.map.claims)
    right.append(Piece(f"{count} claim{'s' * (count != 1)} ", "bar"))
    room = width - sum(cells(piece.text) for piece in right) - 1
    if room < 12:
        return fitted(left, width, "bar")
    return (*fitted(left, room, "bar"), Piece(" ", "bar"), *right)


def _kept(session: Session) -> str:
    """Whether the work is in the file, and what else of that one has to know."""
    told = []
    if session.holder is not None:
        told.append("read-only")
    elif session.saving:
        told.append("saving …")
    elif session.dirty:
        told.append("● not saved")
    if session.refused:
        told.append("changed outside")
    if session.journal is not None and session.journal.trouble:
        told.append("no crash protection")
    return "".join(f" {one}" for one in told)


def tabs(desk: Desk, width: int) -> Line:
    """The names of the right side's views, and what the tree is narrowed to."""
    pieces: list[Piece] = []
    for side, name in zip(SIDES, tab_names(desk, width), strict=True):
        here = side == desk.side
        style = "bar-on" if here and desk.focus == side else "bar bold" if here else "bar"
        pieces.append(Piece(name, style))
    return fitted([*pieces, Piece(_narrowed(desk), "bar")], width, "bar")


def _narrowed(desk: Desk) -> str:
    options = desk.tree.options
    asked = [
        f"{key} {shown(value)}"
        for key, value in (("below", options.focus), ("@", options.speaker), ("tag", options.tag),
                           ("kind", options.kind))
        if value
    ]  # fmt: skip
    asked += [f"“{shown(options.text)}”"] if options.text else []
    asked += [f"by {options.by}"] if options.by != "position" else []
    return f"  only {', '.join(asked)}" if asked else ""


def tab_names(desk: Desk, width: int) -> list[str]:
    """The names of the views with the blanks round them, as many as there is room for; only the
    first letters of the others beside what the tree is narrowed to."""
    wide = [f" {NAMES[side]} " for side in SIDES]
    told = _narrowed(desk)
    if sum(map(len, wide)) + cells(told) <= width:
        return wide
    if told:
        return [f" {NAMES[side][: None if side == desk.side else 1]} " for side in SIDES]
    return wide if sum(map(len, wide)) <= width else [f" {NAMES[side]}" for side in SIDES]


def heading(desk: Desk, width: int) -> Line:
    """The article's title line: what it shows, and how far one is."""
    text = "Source" if desk.source else "Article"
    mode = (
        "  typing; Esc ends it" if desk.typing else "  selecting" if desk.anchor is not None else ""
    )
    style = "bar-on" if desk.focus == "article" else "bar"
    length = max(1, len(desk.page.text))
    where = f"{100 * desk.cursor // length}% "
    left = fitted([Piece(f" {text} ", style), Piece(mode, "bar")], width - len(where), "bar")
    return (*left, Piece(where, "bar"))


def message(desk: Desk, width: int, most: int) -> list[Line]:
    """A message that is too long for a row, in as many as it needs; else nothing."""
    text = desk.message.text
    if desk.connecting or desk.keys_held or cells(text) < width or most < 2:
        return []
    return [
        fitted([Piece(f" {line}", desk.message.level)], width)
        for line in wrapped(text, width - 1, most)
    ]


def hints(desk: Desk, width: int) -> Line:
    """The message, or else the keys that help most where one is; at the right, by which policy
    is shown what stands."""
    told = standing.footer(desk)
    if not told or cells(told) > width // 2:
        return _hints(desk, width)
    return (*_hints(desk, width - cells(told)), Piece(told, "bar"))


def _hints(desk: Desk, width: int) -> Line:
    if desk.connecting:
        return _connecting(desk, width)
    if desk.keys_held:
        return fitted([Piece(f" {desk.keys_held} …", "key")], width)
    if desk.message.text:
        style = desk.message.level
        return fitted([Piece(f" {desk.message.text}", style)], width)
    if desk.typing:
        return fitted(_told(TYPING), width)
    return _keys(desk, width)


TYPING = (("escape", "ends typing"), ("tab", "completes an id, speaker, tag"), ("ctrl+z", "undo"))


FIRST = ("help", "mark-claim", "mark-premise", "mark-speaker", "select-clause", "sentence",
         "support", "add-reason", "to-text", "fold", "only-speaker", "speaker-table", "fix",
         "to-problem", "zoom-in", "filter-text", "attack", "undo", "other-pane")  # fmt: skip
"""Commands whose keys are hinted at first."""


def _keys(desk: Desk, width: int) -> Line:
    """As many hints as fit, the most useful first, and always the key of the help."""
    able = [
        one
        for one in commands.every().values()
        if one.hint and one.fits(desk.focus) and not one.why_not(desk)
    ]
    order = {name: number for number, name in enumerate(FIRST)}
    able.sort(key=lambda one: order.get(one.name, len(FIRST)))
    hinted: list[tuple[str, str]] = []
    taken = 1
    for one in able:
        key = spelt((commands.keys_of(one, desk.focus, desk.settings.keys) or ("",))[0])
        if key and taken + cells(f"{key} {one.hint}") <= width:
            hinted.append((key, one.hint))
            taken += cells(f"{key} {one.hint}  ")
    return fitted(_told((*hinted[1:], *hinted[:1])), width)


def _told(hinted: Iterable[tuple[str, str]]) -> list[Piece]:
    pieces: list[Piece] = []
    for key, hint in hinted:
        pieces += (Piece("  " if pieces else " "), Piece(key, "key"), Piece(f" {hint}", "dim"))
    return pieces


def spelt(keys: str) -> str:
    """A key as people read it."""
    return keys.replace(" ", "") if all(len(k) == 1 for k in keys.split(" ")) else keys


def _connecting(desk: Desk, width: int) -> Line:
    found = desk.connecting
    if found is None:
        return fitted([], width)
    enter = f"Enter: {shown(desk.target)[:24]}" if desk.target else "Enter: at the cursor"
    ways = (f"letter, / words, move, {enter}, Esc", f"letter, / words, {enter}", "letter, / words")
    rooms = [width - cells(found.asks) - cells(way) - 6 for way in ways]
    least = min(LEAST, cells(found.text))
    best = next((at for at, room in enumerate(rooms) if room >= least), len(ways) - 1)
    pieces = [Piece(" ")]
    if rooms[best] >= least:
        pieces.append(Piece(f"“{cut(found.text, rooms[best])}” ", "dim"))
    return fitted([*pieces, Piece(found.asks, "key"), Piece(f"  {ways[best]}", "dim")], width)


LEAST = 16
"""So many cells of the words that wait to be connected are worth showing."""
