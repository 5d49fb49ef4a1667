"""Changing the claim under the cursor: who holds it, what it is called, what is said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from argmap import edits
from argmap.document import Document
from argmap.edits.heads import legal
from argmap.model.values import Occurrence, Where
from argmap.syntax.names import from_words
from argmap.text import TextEdit
from argmap.tui.commands import command
from argmap.tui.commands.marking import ask_speakers, take_away
from argmap.tui.desk import Connecting, Desk
from argmap.tui.lineedit import LineEdit
from argmap.tui.paint import shown
from argmap.tui.prompts import Ask, Choice, Entry, Option
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


@command("scheme", "g s", panes=PANES, why_not=on_claim)
def scheme(desk: Desk, _: int) -> None:
    """Name the pattern of inference, such as sign or expert-opinion."""
    _data(desk, "scheme", "Scheme:", "such as sign, analogy, expert-opinion; empty: none")


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
    return None if fault(lambda: legal(made)) else Option(made, f"new: {shown(made)}")


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
    try:
        found = edits.delete(desk.document, claim)
    except edits.CannotEdit as no:
        desk.say(f"{no}. {no.hint}", "error")
        return
    after = desk.document.edit(found).map
    steps = len(desk.document.map.steps.keys() - after.steps.keys())
    others = len(desk.document.map.claims.keys() - after.claims.keys()) - 1
    marks = sum(one.in_text for one in desk.document.map.claims[claim].occurrences)
    gone = [f"{marks} mark{'s' * (marks != 1)}"] if marks else ["a map line"]
    gone += [f"{steps} relation{'s' * (steps != 1)}"] if steps else []
    gone += [f"{others} other claim{'s' * (others != 1)}"] if others > 0 else []
    desk.ask(
        Ask(
            f"Delete “{shown(desk.document.wording(claim))[:40]}”? {', '.join(gone)} would go.",
            {
                "y": ("yes", lambda: desk.change("claim deleted", lambda _: found)),
                "n": ("no", lambda: None),
            },
        )
    )


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
