"""Putting claims elsewhere in the tree: before others, below others."""

from __future__ import annotations

from functools import partial

from argmap import edits
from argmap.document import Document
from argmap.model.values import Where
from argmap.text import TextEdit
from argmap.tui.commands import command
from argmap.tui.commands.claims import PANES, on_claim
from argmap.tui.desk import Connecting, Desk
from argmap.tui.paint import shown
from argmap.tui.tree import Tree

TREE = ("tree",)


@command("move", "m", panes=PANES, why_not=on_claim)
def move(desk: Desk, _: int) -> None:
    """Hang a reason or objection below another claim."""
    step = moving_step(desk)
    if not step:
        desk.say("only a reason or an objection can be moved; connect it with + or -", "warning")
        return

    def finish(target: str) -> None:
        move_to(desk, step, target)

    words = shown(desk.document.wording(desk.claim))
    desk.connecting = Connecting("m", desk.claim, finish, "goes below …", words)


def moving_step(desk: Desk) -> str:
    entry = desk.tree.entry
    step = entry.row.step if desk.focus != "article" and entry else ""
    if not step:
        steps = [one for one in desk.document.map.out(desk.claim) if one.kind != "contradict"]
        step = steps[0].id if len(steps) == 1 else ""
    return step


def move_to(desk: Desk, step: str, target: str) -> None:
    claim = desk.document.map.steps[step].premises[0]
    title = f"moved below {shown(target)}"
    if desk.change(title, lambda document: edits.move(document, step, target)):
        desk.tree.reveal(desk.document, claim)


def _line(desk: Desk) -> Where | None:
    """The map line that a row stands where it does for: its relation's, or its claim's."""
    entry = desk.tree.entry
    step = desk.document.map.steps.get(entry.row.step) if entry else None
    where = step.written[0] if step and step.written else desk.where
    return None if where is None or where.in_text else where


def _map_line(desk: Desk) -> str:
    if why := on_claim(desk):
        return why
    told = "claims of the article stand in its order; only map lines can change places"
    return "" if _line(desk) else told


def _reorder(desk: Desk, by: int, title: str) -> None:
    """Moves the line past as many others as it takes to change its place in the tree."""
    where = _line(desk)
    if where is None:
        return
    before = [entry.row for entry in desk.tree.entries]
    for far in range(1, 50):
        try:
            found = edits.reorder(desk.document, where, by * far)
        except edits.CannotEdit as no:
            desk.say(f"{no}.", "warning")
            return
        whole = Tree(desk.tree.options, set(desk.tree.folded), desk.tree.level,
                     set(desk.tree.opened))  # fmt: skip
        whole.update(desk.document.edit(found))
        if [entry.row for entry in whole.entries] != before:
            claim = desk.tree.claim
            desk.change(title, partial(_as_found, found))
            desk.tree.reveal(desk.document, claim)
            return


def _as_found(found: tuple[TextEdit, ...], _: Document) -> tuple[TextEdit, ...]:
    return found


@command("move-down", "J", panes=TREE, why_not=_map_line)
def move_down(desk: Desk, count: int) -> None:
    """Move a claim of the map below the one after it."""
    for _ in range(count or 1):
        _reorder(desk, 1, "moved down")


@command("move-up", "K", panes=TREE, why_not=_map_line)
def move_up(desk: Desk, count: int) -> None:
    """Move a claim of the map above the one before it."""
    for _ in range(count or 1):
        _reorder(desk, -1, "moved up")


def _can_move(desk: Desk) -> str:
    if why := on_claim(desk):
        return why
    return "" if moving_step(desk) else "only a reason or an objection can be moved"


@command("indent", ">", panes=TREE, why_not=_can_move)
def indent(desk: Desk, _: int) -> None:
    """Hang it below the reason before it."""
    tree = desk.tree
    entry = tree.entry
    if entry is None:
        return
    for number in range(tree.at - 1, -1, -1):
        other = tree.entries[number]
        beside = other.parent == entry.parent and other.row.depth == entry.row.depth
        if beside and other.row.step != entry.row.step:
            move_to(desk, entry.row.step, other.claim)
            return
    desk.say("there is no reason before it at this level", "warning")


@command("outdent", "<", panes=TREE, why_not=_can_move)
def outdent(desk: Desk, _: int) -> None:
    """Hang it below what the claim above it is a reason for."""
    tree = desk.tree
    entry = tree.entry
    parent = tree.entries[entry.parent] if entry and entry.parent >= 0 else None
    if entry is None or parent is None or parent.parent < 0:
        desk.say("it stands below a position already", "warning")
        return
    move_to(desk, entry.row.step, tree.entries[parent.parent].claim)
