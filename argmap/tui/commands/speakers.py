"""The speakers' view: the list, and the table claim by speaker."""

from __future__ import annotations

from argmap import edits
from argmap.document import Document
from argmap.edits.heads import legal
from argmap.text import TextEdit
from argmap.tui import people
from argmap.tui.commands import command
from argmap.tui.desk import Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Choice, Entry, Option

SPEAKERS = ("speakers",)


def _on_speaker(desk: Desk) -> str:
    return "" if people.speaker(desk) else "there is no speaker under the cursor"


def _step(desk: Desk, by: int) -> None:
    desk.people_at += by
    row = people.row(desk)
    if row and row.claim:
        desk.tree.reveal(desk.document, row.claim)
        desk.show_claim(row.claim)


@command("speaker-down", "j", "down", panes=SPEAKERS)
def speaker_down(desk: Desk, count: int) -> None:
    """The row below."""
    _step(desk, count or 1)


@command("speaker-up", "k", "up", panes=SPEAKERS)
def speaker_up(desk: Desk, count: int) -> None:
    """The row above."""
    _step(desk, -(count or 1))


def _turn(desk: Desk, by: int) -> None:
    """To the next row of a speaker; in the table by as many rows."""
    rows = people.rows(desk.document)
    heads = [at for at, row in enumerate(rows) if not row.claim]
    if desk.people_table or not heads:
        _step(desk, by)
        return
    here = desk.people_at
    far = [at for at in heads if (at > here if by > 0 else at < here)]
    number = min(abs(by), len(far)) - 1
    if far:
        _step(desk, (far[number] if by > 0 else far[::-1][number]) - here)


@command("next-speaker", "]", "}", panes=SPEAKERS, hint="next speaker")
def next_speaker(desk: Desk, count: int) -> None:
    """The next speaker."""
    _turn(desk, count or 1)


@command("speaker-before", "[", "{", panes=SPEAKERS)
def speaker_before(desk: Desk, count: int) -> None:
    """The speaker before."""
    _turn(desk, -(count or 1))


@command("speaker-page-down", "ctrl+d", "pagedown", panes=SPEAKERS)
def speaker_page_down(desk: Desk, _: int) -> None:
    """A page down."""
    _step(desk, 10)


@command("speaker-page-up", "ctrl+u", "pageup", panes=SPEAKERS)
def speaker_page_up(desk: Desk, _: int) -> None:
    """A page up."""
    _step(desk, -10)


@command("only-speaker", "enter", "f", panes=SPEAKERS, why_not=_on_speaker, hint="only this one")
def only_speaker(desk: Desk, _: int) -> None:
    """Show everywhere only what this speaker holds; again: all."""
    who = people.speaker(desk)
    new = "" if desk.tree.options.speaker == who else who
    desk.tree.choose(speaker=new)
    desk.tree.update(desk.document)
    desk.say(f"only @{shown(new)}" if new else "all speakers")


@command("rename-speaker", "r", panes=SPEAKERS, why_not=_on_speaker)
def rename_speaker(desk: Desk, _: int) -> None:
    """Rename the speaker's id, everywhere."""
    old = people.speaker(desk)

    def fault(new: str) -> str:
        try:
            if new != old:
                edits.rename_speaker(desk.document, old, legal(new))
        except edits.CannotEdit as no:
            return str(no)
        return ""

    def done(new: str) -> None:
        desk.change(
            f"@{shown(old)} is now @{shown(new)}",
            lambda document: edits.rename_speaker(document, old, legal(new)) if new != old else (),
        )

    desk.ask(Entry("New id:", done, LineEdit.of(old), fault))


@command("describe", "e", panes=SPEAKERS, why_not=_on_speaker)
def describe(desk: Desk, _: int) -> None:
    """Say who the speaker is: full name, then other names parted by |."""
    who = people.speaker(desk)
    names = " | ".join(desk.document.map.speakers[who].names)

    def done(text: str) -> None:
        parts = tuple(part.strip() for part in text.split("|") if part.strip())
        desk.change(f"@{shown(who)} described", lambda d: edits.describe(d, who, parts))

    check = lambda text: "" if text.strip(" |") else "a name is needed"  # noqa: E731
    desk.ask(Entry(f"Names of @{shown(who)}:", done, LineEdit.of(names), check,
                   hint="Full Name | other name"))  # fmt: skip


def _described(desk: Desk, who: str, key: str, value: str) -> None:
    """Says something of a speaker in the line that describes them, which is made if need be."""
    person = desk.document.map.speakers[who]

    def wish(document: Document) -> tuple[TextEdit, ...]:
        where = document.map.speakers[who].described
        return edits.set_data(document, where, key, value) if where else ()

    line = [] if person.described else [lambda d: edits.describe(d, who, (person.name,))]
    desk.change(f"@{shown(who)}: {key} {shown(value) or 'taken away'}", *line, wish)


@command("role", "R", panes=SPEAKERS, why_not=_on_speaker)
def role(desk: Desk, _: int) -> None:
    """Say in which role the speaker speaks, such as engineer or minister."""
    who = people.speaker(desk)
    old = dict(desk.document.map.speakers[who].data).get("role", "")
    desk.ask(
        Entry(
            f"Role of @{shown(who)}:",
            lambda text: _described(desk, who, "role", " ".join(text.split())),
            LineEdit.of(old),
            hint="such as chief engineer; empty: none",
        )
    )


@command("member", "o", panes=SPEAKERS, why_not=_on_speaker)
def member(desk: Desk, _: int) -> None:
    """Say for whom or as whose member the speaker speaks."""
    who = people.speaker(desk)
    others = [one for one in desk.document.map.speakers.values() if one.id != who]
    listed = [Option(f"@{one.id}", shown(one.name), f"@{shown(one.id)}") for one in others]
    listed.append(Option("", "— nobody"))
    title = f"@{shown(who)} is of:"
    desk.ask(Choice(title, listed, lambda chosen: _described(desk, who, "of", chosen[0])))


@command("speaker-table", "t", panes=SPEAKERS, hint="table")
def speaker_table(desk: Desk, _: int) -> None:
    """Who takes which stance on which claim, as a table; again: the list."""
    before = people.row(desk)
    desk.people_table = not desk.people_table
    if before is not None:
        people.point(desk, before.speaker, before.claim)


def _in_table(desk: Desk) -> str:
    return "" if desk.people_table else "only in the table (t)"


@command("speaker-left", "h", "left", panes=SPEAKERS, why_not=_in_table)
def speaker_left(desk: Desk, count: int) -> None:
    """The column to the left."""
    desk.people_column -= count or 1
    people.row(desk)


@command("speaker-right", "l", "right", panes=SPEAKERS, why_not=_in_table)
def speaker_right(desk: Desk, count: int) -> None:
    """The column to the right."""
    desk.people_column += count or 1
    people.row(desk)
