"""Adding claims, making two of one and one of two, and taking them away."""

from __future__ import annotations

from functools import partial

from argmap import edits
from argmap.cells import cut
from argmap.document import Document
from argmap.model.values import Occurrence
from argmap.syntax.names import from_words
from argmap.text import TextEdit
from argmap.tui.branch import branch
from argmap.tui.commands import command
from argmap.tui.commands.claims import PANES, fault, on_claim
from argmap.tui.commands.marking import take_away
from argmap.tui.desk import Connecting, Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Answers, Ask, Choice, Entry, Option


def _implicit(desk: Desk, kind: str, title: str, target: str) -> None:
    def make(document: Document, text: str) -> tuple[TextEdit, ...]:
        return edits.add_implicit(document, text, kind=kind, target=target)

    def done(text: str) -> None:
        before = set(desk.document.map.claims)
        if desk.change("claim added that the article does not say", lambda d: make(d, text)):
            made = [one for one in desk.document.map.claims if one not in before]
            desk.recent_claim = made[0] if made else ""
            if not kind and made:
                desk.last_claim = made[0]
            if made:
                desk.tree.reveal(desk.document, made[0])

    check = lambda text: fault(lambda: make(desk.document, text))  # noqa: E731
    desk.ask(Entry(title, done, LineEdit(), check, hint="in your own words"))


@command("add-reason", "o", panes=("tree", "map"), why_not=on_claim, hint="add a reason")
def add_reason(desk: Desk, _: int) -> None:
    """Add a reason that the article does not say (implicit)."""
    _implicit(desk, "support", "Implicit reason:", desk.claim)


@command("add-objection", "O", panes=("tree", "map"), why_not=on_claim)
def add_objection(desk: Desk, _: int) -> None:
    """Add an objection that the article does not say (implicit)."""
    _implicit(desk, "attack", "Implicit objection:", desk.claim)


@command("add-claim", "g c", panes=PANES)
def add_claim(desk: Desk, _: int) -> None:
    """Add a claim that the article does not say (implicit)."""
    _implicit(desk, "", "Implicit claim:", "")


@command("merge", "M", panes=PANES, why_not=on_claim)
def merge(desk: Desk, _: int) -> None:
    """Make this claim one with another; that one keeps its id."""
    gone = desk.claim

    def finish(target: str) -> None:
        if desk.change("made one", lambda document: edits.merge(document, target, gone)):
            desk.tree.reveal(desk.document, target)

    words = shown(desk.document.wording(gone))
    desk.connecting = Connecting("=", gone, finish, "becomes one with …", words)


def _splits(desk: Desk) -> str:
    if why := on_claim(desk):
        return why
    said = [one for one in desk.document.map.claims[desk.claim].occurrences if one.in_text]
    return "" if len(said) > 1 else "the claim is put forward only once"


@command("split", "S", panes=PANES, why_not=_splits)
def split(desk: Desk, _: int) -> None:
    """Make one occurrence of the claim a claim of its own."""
    said = [one for one in desk.document.map.claims[desk.claim].occurrences if one.in_text]
    here = desk.stretch.occurrence if desk.focus == "article" and desk.stretch else None
    if here in said:
        _split(desk, here)
        return
    listed = [
        Option(str(number), shown(desk.document.words(one)), ", ".join(one.speakers))
        for number, one in enumerate(said)
    ]
    desk.ask(Choice("Which one?", listed, lambda chosen: _split(desk, said[int(chosen[0])])))


def _split(desk: Desk, occurrence: Occurrence) -> None:
    name = from_words(desk.document.words(occurrence))
    taken = desk.document.map.parts.naming.taken
    count, made = 1, name
    while made in taken or made in desk.document.map.claims:
        count += 1
        made = f"{name}-{count}"
    if desk.change("made two", lambda document: edits.split(document, occurrence, made)):
        desk.tree.reveal(desk.document, made)


@command("delete", "d d", "D", "delete", panes=PANES, why_not=on_claim)
def delete(desk: Desk, _: int) -> None:
    """Delete the claim with what hangs on it; asks, and tells what would go."""
    claim = desk.claim
    document = desk.document
    alone = _deleting(document, (claim,))
    below = branch(document.map, claim)
    every = _deleting(document, (*below, claim)) if below else None
    title = f"Delete “{_short(document, claim)}”?"
    answers: Answers = {}
    if isinstance(alone, Document):
        title += f" It alone: {_gone(document, alone)} would go."
        answers["y"] = ("yes, alone" if below else "yes", lambda: _deleted(desk, (claim,)))
    else:
        title += f" Not alone: {alone}."
    if isinstance(every, Document):
        names = "; ".join(f"“{_short(document, one)}”" for one in below[:5])
        names += f" and {len(below) - 5} more" if below[5:] else ""
        title += f" With what hangs only on it: {_gone(document, every)}, so {names} too."
        answers["b"] = ("branch", lambda: _deleted(desk, (*below, claim)))
    answers["n"] = ("no", lambda: None)
    desk.ask(Ask(title, answers))


def _short(document: Document, claim: str) -> str:
    return cut(shown(document.wording(claim)), 40)


def _deleting(document: Document, claims: tuple[str, ...]) -> Document | str:
    """The document without the claims, or why that cannot be. The last ones of the text go
    first: what stands before them keeps its name."""
    order = {claim: number for number, claim in enumerate(document.map.claims)}
    try:
        for claim in sorted(claims, key=order.__getitem__, reverse=True):
            document = document.edit(edits.delete(document, claim))
    except edits.CannotEdit as no:
        return f"{no}. {no.hint}".strip().rstrip(".")
    return document


def _gone(before: Document, after: Document) -> str:
    """How many marks, relations and claims went."""
    marks = (sum(len(unit.marks) for unit in one.units) for one in (before, after))
    counts = (
        ("mark", next(marks) - next(marks)),
        ("relation", len(before.map.steps) - len(after.map.steps)),
        ("claim", len(before.map.claims) - len(after.map.claims)),
    )
    return ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in counts if n > 0)


def _deleted(desk: Desk, claims: tuple[str, ...]) -> None:
    order = {claim: number for number, claim in enumerate(desk.document.map.claims)}
    last_first = sorted(claims, key=order.__getitem__, reverse=True)
    wishes = [partial(_delete, claim) for claim in last_first]
    desk.change("claim deleted" if len(claims) == 1 else f"{len(claims)} claims deleted", *wishes)


def _delete(claim: str, document: Document) -> tuple[TextEdit, ...]:
    return edits.delete(document, claim)


@command("remove-mark", "x", panes=("tree", "map"), why_not=on_claim)
def remove_mark(desk: Desk, _: int) -> None:
    """Take the relation to the claim above away; of a position, its mark."""
    entry = desk.tree.entry
    if entry and entry.row.step:
        step = entry.row.step
        desk.change("relation taken away", lambda document: edits.unrelate(document, step))
    elif desk.where and desk.where.in_text:
        take_away(desk, desk.where)
    else:
        desk.say("this is a map line of its own; delete it with dd", "warning")
