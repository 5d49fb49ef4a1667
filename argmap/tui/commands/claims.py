"""Changing the claim under the cursor: who holds it, what it is called, what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap import edits
from argmap.document import Document
from argmap.edits.heads import legal
from argmap.model.values import Where
from argmap.text import TextEdit
from argmap.tui.commands import command
from argmap.tui.commands.marking import ask_speakers
from argmap.tui.desk import Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Choice, Entry, Option
from argmap.tui.session import Wish

PANES = ("article", "tree", "map")


def on_claim(desk: Desk) -> str:
    return "" if desk.claim else "there is no claim under the cursor"


def fault(make: Callable[[], object]) -> str:
    """Why an edit cannot be made, for a prompt that checks while one types."""
    try:
        make()
    except edits.CannotEdit as no:
        return f"{no}. {no.hint}" if no.hint else str(no)
    return ""


@command("speakers", "@", panes=PANES, why_not=on_claim)
def speakers(desk: Desk, _: int) -> None:
    """Say who holds the claim."""
    where = desk.where
    if where is None:
        return

    def done(ids: tuple[str, ...], also: list[Wish]) -> None:
        said = ", ".join(f"@{one}" for one in ids) or "the article itself"
        desk.change(f"held by {said}", lambda d: edits.set_speakers(d, where, ids), *also)

    at = desk.document.start(where.unit)
    ask_speakers(desk, "Who holds it?", at, done)


@command("via", "g v", panes=PANES, why_not=on_claim)
def via(desk: Desk, _: int) -> None:
    """Say who passes the claim on: it is held by its speaker, and known through this one."""
    where = desk.where
    if where is None:
        return
    speakers = where.head.names("@")

    def done(ids: tuple[str, ...], also: list[Wish]) -> None:
        said = " ".join(f"@{one}" for one in ids)
        title = f"passed on by {said}" if ids else "said by itself"
        desk.change(title, lambda d: edits.set_speakers(d, where, speakers, ids), *also)

    ask_speakers(desk, "Who passes it on?", desk.document.start(where.unit), done)


@command("rename", "r", panes=PANES, why_not=on_claim)
def rename(desk: Desk, _: int) -> None:
    """Rename the claim's id, everywhere."""
    old = desk.claim

    def wrong(new: str) -> str:
        if new == old:
            return ""
        return fault(lambda: edits.rename(desk.document, old, new))

    def done(new: str) -> None:
        new = legal(new)
        if new != old and desk.change(
            f"{shown(old)} is now {shown(new)}", lambda document: edits.rename(document, old, new)
        ):
            desk.last_claim = new if desk.last_claim == old else desk.last_claim
            desk.tree.reveal(desk.document, new)

    desk.ask(Entry("New id:", done, LineEdit.of(old), wrong, hint="letters, digits, - and _"))


def _data(desk: Desk, key: str, title: str, hint: str) -> None:
    where = desk.where
    if where is None:
        return
    old = next((a.value for a in where.head.of("key") if a.name == key), "")

    def wish(document: Document, text: str) -> Iterable[TextEdit]:
        return edits.set_data(document, where, key, " ".join(text.split()))

    desk.ask(
        Entry(
            title,
            lambda text: desk.change(
                f"{key} {'set' if text else 'removed'}", lambda d: wish(d, text)
            ),
            LineEdit.of(old),
            lambda text: fault(lambda: wish(desk.document, text)),
            hint=hint,
        )
    )


@command("note", '"', panes=PANES, why_not=on_claim)
def note(desk: Desk, _: int) -> None:
    """Write a note, or change it."""
    _data(desk, "note", "Note:", "empty: none")


@command("weight", "W", panes=PANES, why_not=on_claim)
def weight(desk: Desk, _: int) -> None:
    """Give the claim's step a weight."""
    _data(desk, "weight", "Weight:", "a number from 0 to 1; empty: none")


@command("wording", "e", panes=PANES, why_not=on_claim)
def wording(desk: Desk, _: int) -> None:
    """Say in other words what the claim means: its canonical wording."""
    claim = desk.claim
    old = desk.document.map.claims[claim].wording or desk.document.wording(claim)
    desk.ask(
        Entry(
            "In other words:",
            lambda text: _worded(desk, claim, text),
            LineEdit.of(old),
            lambda text: fault(lambda: edits.set_wording(desk.document, claim, text)),
            hint="empty: the article's own words",
        )
    )


def _worded(desk: Desk, claim: str, text: str) -> None:
    desk.change("wording changed", lambda document: edits.set_wording(document, claim, text))


@command("tag", "t", panes=PANES, why_not=on_claim)
def tag(desk: Desk, _: int) -> None:
    """Give the claim a tag."""
    where = desk.where
    if where is None:
        return
    claims = desk.document.map.claims.values()
    known = dict.fromkeys(one for claim in claims for one in claim.tags)
    if desk.last_tag in known:
        known = {desk.last_tag: None, **known}
    options = [Option(one, shown(one)) for one in known]
    desk.ask(Choice("Tag:", options, lambda chosen: _tag(desk, where, chosen[0]), _fresh_tag))


def _tag(desk: Desk, where: Where, name: str) -> None:
    if desk.change(f"tagged {shown(name)}", lambda document: edits.add_tag(document, where, name)):
        desk.last_tag = name


def _fresh_tag(typed: str) -> Option | None:
    made = typed.strip().removeprefix(".")
    wrong = bool(fault(lambda: legal(made)))
    why_not = "a tag has letters and digits, and - or _ between them" if wrong else ""
    return Option(made, f"new: {shown(made)}", why_not=why_not)


def _tagged(desk: Desk) -> str:
    if why := on_claim(desk):
        return why
    return "" if desk.document.map.claims[desk.claim].tags else "the claim has no tag"


@command("untag", "T", panes=PANES, why_not=_tagged)
def untag(desk: Desk, _: int) -> None:
    """Take a tag away."""
    claim = desk.document.map.claims[desk.claim]
    listed = [Option(one, shown(one)) for one in claim.tags]
    if len(listed) == 1:
        _untagged(desk, claim.id, listed[0].value)
        return
    desk.ask(Choice("Which tag?", listed, lambda chosen: _untagged(desk, claim.id, chosen[0])))


def _untagged(desk: Desk, claim: str, tag: str) -> None:
    pieces = [
        where
        for occurrence in desk.document.map.claims[claim].occurrences
        for where in occurrence.pieces
        if tag in where.head.names(".")
    ]

    def wish(document: Document) -> list[TextEdit]:
        return [edit for where in pieces for edit in edits.remove_tag(document, where, tag)]

    desk.change(f"no longer tagged {shown(tag)}", wish)
