"""Connecting claims: this one is a reason for, an objection to, a restatement of that one."""

from __future__ import annotations

from collections.abc import Callable

from argmap import edits
from argmap.document import Document
from argmap.text import Span, TextEdit
from argmap.tui.commands import command
from argmap.tui.commands.marking import ask_speakers, on_words, put
from argmap.tui.desk import Connecting, Desk
from argmap.tui.page import marked
from argmap.tui.paint import shown
from argmap.tui.prompts import Choice, Option
from argmap.tui.session import Wish

PANES = ("article", "tree", "map")
KINDS = {"+": "support", "-": "attack", "_": "undercut", "&": "link", "!": "contradict"}
ASKS = {
    "+": "is a reason for …",
    "-": "is an objection to …",
    "_": "undercuts the step of …",
    "&": "supports only together with …",
    "=": "says the same as …",
    "!": "contradicts …",
    "..": "continues …",
}


def _possible(desk: Desk) -> str:
    if not desk.document.map.claims:
        return "there is no claim yet; mark one with c"
    if not desk.claim and (desk.focus != "article" or on_words(desk)):
        return "there is no claim under the cursor"
    return ""


def begin(desk: Desk, sign: str) -> None:
    """Asks for the target; where there is no claim yet, one is made of the words meant."""
    if desk.claim and (desk.focus != "article" or desk.selection is None):
        claim = desk.claim
        words = shown(desk.document.wording(claim))
        desk.connecting = Connecting(
            sign, claim, lambda target: connect(desk, sign, claim, target), ASKS[sign], words
        )
        return
    span = desk.meant
    words = shown(span.of(desk.page.text))
    desk.connecting = Connecting(
        sign, "", lambda target: _new(desk, sign, span, target), ASKS[sign], words
    )


def connect(desk: Desk, sign: str, claim: str, target: str) -> None:
    """Makes the relation. An undercut or a link aims at a step, which is asked for if several."""
    if sign == "=":
        if desk.change("made one", lambda document: edits.merge(document, target, claim)):
            desk.tree.reveal(desk.document, target)
        return
    if sign in "_&":
        choose_step(desk, target, lambda step: _relate(desk, sign, claim, step))
        return
    _relate(desk, sign, claim, target)


def _relate(desk: Desk, sign: str, claim: str, target: str) -> None:
    kind = KINDS[sign]
    title = f"{shown(claim)} {_VERBS[sign]} {shown(target)}"
    step = desk.document.map.steps.get(target)
    if desk.change(title, lambda document: edits.relate(document, kind, claim, target)):
        desk.last_claim = step.root if step else target
        desk.last_reason = claim
        desk.tree.reveal(desk.document, claim)


_VERBS = {"+": "supports", "-": "attacks", "_": "undercuts", "&": "joins", "!": "contradicts"}


def choose_step(
    desk: Desk, claim: str, done: Callable[[str], None], together: Callable[[], None] | None = None
) -> None:
    """Finds the step that a claim is a premise of; asks which if there are several, with
    `together` also whether all of them."""
    entry = desk.tree.entry
    if desk.focus != "article" and entry and entry.claim == claim and entry.row.step:
        done(entry.row.step)
        return
    steps = [step for step in desk.document.map.out(claim) if step.kind != "contradict"]
    if not steps:
        desk.say(f"{shown(claim)} is no reason for or against anything", "error")
    elif len(steps) == 1:
        done(steps[0].id)
    else:
        listed = [Option(s.id, f"{s.kind} {shown(desk.document.wording(s.root))}") for s in steps]
        every = [Option("", "— all of them")] if together else []

        def chosen(ids: tuple[str, ...]) -> None:
            if ids[0] or together is None:
                done(ids[0])
            else:
                together()

        desk.ask(Choice("Which step?", [*every, *listed], chosen))


def _new(desk: Desk, sign: str, span: Span, target: str) -> None:
    """Marks the words and connects them, as one step of undo."""
    if sign == "..":
        put(desk, span, "", (), more=f"..{target}", also=[_with_name(target)])
        return
    if sign in "_&":
        choose_step(desk, target, lambda step: _ask(desk, sign, span, step))
    else:
        _ask(desk, sign, span, target)


def _ask(desk: Desk, sign: str, span: Span, target: str) -> None:
    at = desk.page.span_to_text(span).start
    title = {"=": "Who says so again?", "!": "Who denies it?"}.get(sign, "Who holds this premise?")
    ask_speakers(
        desk, title, at, lambda speakers, also: _marked(desk, sign, span, target, speakers, also)
    )


def _marked(
    desk: Desk, sign: str, span: Span, target: str, speakers: tuple[str, ...], also: list[Wish]
) -> None:
    if sign in "=!":
        put(desk, span, "", speakers, more=sign + target, also=[_with_name(target), *also])
    else:
        article = desk.document.article_span(desk.page.span_to_text(span))

        def relate(document: Document) -> tuple[TextEdit, ...]:
            return edits.relate(document, KINDS[sign], marked(document, article), target)

        made = put(desk, span, "premise", speakers, also=[relate, *also])
        desk.last_reason = made or desk.last_reason
    if target in desk.document.map.claims:
        desk.last_claim = target


def _with_name(target: str) -> Wish:
    return lambda document: edits.name(document, target)


def _command(sign: str, name: str, title: str, hint: str = "") -> None:
    def run(desk: Desk, _: int) -> None:
        begin(desk, sign)

    run.__doc__ = title
    command(name, sign, panes=PANES, why_not=_possible, hint=hint)(run)


_command("+", "support", "Connect: a reason for another claim", "reason for")
_command("-", "attack", "Connect: an objection to another claim", "objection to")
_command("_", "undercut", "Connect: attacks the step from a reason to its claim")
_command("&", "link", "Connect: a reason only together with another one")
_command("=", "restate", "Connect: says the same as another claim")
_command("!", "contradict", "Connect: contradicts, or denies, another claim")


@command("continue", "g .", panes=("article",), why_not=_possible)
def continue_claim(desk: Desk, _: int) -> None:
    """Mark the selection, or else the sentence, as a further piece of a claim."""
    span = desk.meant
    words = shown(span.of(desk.page.text))
    desk.connecting = Connecting(
        "..", "", lambda target: _new(desk, "..", span, target), ASKS[".."], words
    )


def _last(desk: Desk) -> str:
    if not desk.last_claim or desk.last_claim not in desk.document.map.claims:
        return "there is no last claim yet"
    if desk.claim == desk.last_claim:
        return "this is the last claim itself"
    return _possible(desk)


def _to_last(desk: Desk, sign: str) -> None:
    target = desk.last_claim
    if desk.claim and desk.selection is None:
        connect(desk, sign, desk.claim, target)
    else:
        _new(desk, sign, desk.meant, target)


@command("argue", "a", panes=PANES, why_not=_last, hint="reason for last claim")
def argue(desk: Desk, _: int) -> None:
    """A reason for the last claim: connects this one, or marks the words and connects them."""
    _to_last(desk, "+")


def _premise(desk: Desk) -> str:
    if desk.last_premise not in desk.document.map.claims:
        return "there is no last premise yet; mark one with p"
    if not desk.claim:
        return "there is no claim under the cursor"
    return "this is the last premise itself" if desk.claim == desk.last_premise else ""


@command("because", "B", panes=PANES, why_not=_premise)
def because(desk: Desk, _: int) -> None:
    """The last premise is a reason for this claim: connects the two."""
    connect(desk, "+", desk.last_premise, desk.claim)


@command("object", "A", panes=PANES, why_not=_last)
def object_(desk: Desk, _: int) -> None:
    """An objection to the last claim: connects this one, or marks the words and connects them."""
    _to_last(desk, "-")
