"""The critical questions of a step: its pattern of argument, what was answered, what is raised."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from argmap import edits
from argmap.document import Document
from argmap.evaluation.schemes import (
    ANSWERED,
    Catalogue,
    Question,
    Scheme,
    aim,
    answered,
    asked,
    find,
    listed,
)
from argmap.model.values import Step
from argmap.text import TextEdit
from argmap.tui import who
from argmap.tui.catalogue import BadSchemes, known
from argmap.tui.commands import command
from argmap.tui.commands.connecting import PANES, choose_step
from argmap.tui.desk import Desk
from argmap.tui.paint import shown
from argmap.tui.prompts import Answers, Ask, Choice, Entry, Option
from argmap.tui.session import Wish
from argmap.workspace import Unreadable

SIGNS = {"open": "·", "answered": "✓", "raised": "!"}
NOBODY = Option("", "— nobody in particular")
BECOMES = {
    "premise": "doubts a premise",
    "undercut": "undercuts the step",
    "rebuttal": "speaks against the conclusion",
}


class Asking(NamedTuple):
    """A step with the pattern that it follows."""

    step: Step
    scheme: Scheme


def _possible(desk: Desk) -> str:
    if not desk.claim:
        return "there is no claim under the cursor"
    steps = desk.document.map.out(desk.claim)
    if not any(step.kind in ("support", "attack") for step in steps):
        return "this claim is no reason for or against anything, so that nothing can be asked"
    return ""


def _schemes(desk: Desk) -> Catalogue | None:
    """All schemes; None where a file of them is wrong, which is told."""
    try:
        return known()
    except (BadSchemes, Unreadable) as fault:
        desk.say(shown(str(fault)), "error")
        return None


@command("questions", "z q", panes=PANES, why_not=_possible)
def questions(desk: Desk, _: int) -> None:
    """The critical questions of the step: mark one as answered, or raise it."""
    choose_step(desk, desk.claim, lambda step: _ask(desk, step))


@command("scheme", "g s", panes=PANES, why_not=_possible)
def scheme(desk: Desk, _: int) -> None:
    """The pattern of argument that the step follows, such as sign or expert-opinion."""
    where, claim = desk.where, desk.claim
    steps = [one for one in desk.document.map.out(claim) if one.kind != "contradict"]

    def together() -> None:
        if where is not None:
            _pattern(desk, lambda name: lambda d: edits.set_data(d, where, "scheme", name))

    one_mark = where is not None and all(where in one.written for one in steps)
    choose_step(
        desk, claim, lambda step: _name(desk, step, lambda: None), together if one_mark else None
    )


def _name(desk: Desk, step: str, then: Callable[[], object]) -> None:
    claim = desk.claim
    _pattern(desk, lambda name: lambda d: edits.set_scheme(d, step, name, claim), then)


def _pattern(
    desk: Desk, wish: Callable[[str], Wish], then: Callable[[], object] = lambda: None
) -> None:
    """Asks for a scheme, and grants the wish of its name."""
    schemes = _schemes(desk)
    if schemes is None:
        return
    options = [Option(one.id, shown(one.name), shown(one.id)) for one in schemes.values()]
    options.append(Option("", "— none"))

    def done(chosen: tuple[str, ...]) -> None:
        title = f"scheme: {shown(chosen[0])}" if chosen[0] else "no scheme"
        if desk.change(title, wish(chosen[0])):
            then()

    def own(typed: str) -> Option | None:
        return Option(typed, f"{shown(typed)}: a name of your own") if typed else None

    desk.ask(Choice("Which pattern does this follow?", options, done, own, limit=len(options)))


def _ask(desk: Desk, step: str) -> None:
    """Lists the questions of a step; first asks for its scheme where it names none."""
    schemes, found = _schemes(desk), desk.document.map.steps[step]
    if schemes is None:
        return
    if not found.scheme:
        _name(desk, step, lambda: _ask(desk, step))
        return
    pattern = find(schemes, found.scheme)
    if pattern is None:
        desk.say(f"the scheme `{shown(found.scheme)}` is not known; g s names another one", "error")
        return
    asking = Asking(found, pattern)
    options = [
        Option(
            one.question.id,
            f"{SIGNS[one.state]} {one.state:<8}  {shown(one.question.ask)}",
            " ".join(f"#{shown(claim)}" for claim in one.by) or _becomes(one.question),
        )
        for one in asked(desk.document, found, pattern)
    ]
    if not options:
        desk.say(f"{shown(pattern.name)}: there are no questions to ask", "warning")
        return
    desk.ask(Choice(f"{shown(pattern.name)}:", options, lambda one: _mark(desk, asking, one[0])))


def _becomes(question: Question) -> str:
    grounds = ", with grounds" if question.burden == "grounds" else ""
    return BECOMES[question.raises] + grounds


def _mark(desk: Desk, asking: Asking, name: str) -> None:
    question = next(one for one in asking.scheme.questions if one.id == name)
    done = answered(asking.step)
    told: Answers = {
        "a": ("answered", lambda: _answer(desk, asking, done | {name})),
        "r": (f"raise it: {BECOMES[question.raises]}", lambda: _raise(desk, asking, question)),
    }
    if name in done:
        told["a"] = ("open again", lambda: _answer(desk, asking, done - {name}))
    desk.ask(Ask(shown(question.ask), told))


def _answer(desk: Desk, asking: Asking, names: set[str]) -> None:
    value, step = listed(asking.scheme, names), asking.step.id
    title = f"answered: {len(names)} of {len(asking.scheme.questions)}"
    desk.change(title, lambda document: edits.set_step_data(document, step, ANSWERED, value))


def _raise(desk: Desk, asking: Asking, question: Question) -> None:
    """In which words, by whom, and where it is not clear against which premise."""
    grounds = question.burden == "grounds"
    need = "this question counts only with grounds"
    desk.ask(
        Entry(
            "On which grounds?" if grounds else "In which words?",
            lambda words: _by(desk, asking, question, words.strip()),
            check=lambda words: need if grounds and not words.strip() else "",
            hint="" if grounds else "nothing typed: the question itself",
        )
    )


def _by(desk: Desk, asking: Asking, question: Question, words: str) -> None:
    at = desk.page.to_text(desk.cursor)

    def done(chosen: tuple[str, ...]) -> None:
        speakers, also = who.settled(chosen)
        pressed = Pressed(asking, question, words, speakers, also)
        raises, premise = aim(asking.step, asking.scheme, question)
        if question.raises == "premise" and not premise:
            _premise(desk, pressed)
        else:
            _put(desk, pressed, raises, premise)

    options = [NOBODY, *who.options(desk, at, itself=False)]
    own = lambda typed: who.fresh(desk, typed)  # noqa: E731
    desk.ask(Choice("Who raises it?", options, done, own, several=True))


class Pressed(NamedTuple):
    """A question that is raised: in which words (empty: its own), and by whom."""

    asking: Asking
    question: Question
    words: str
    speakers: tuple[str, ...]
    also: list[Wish]


def _premise(desk: Desk, pressed: Pressed) -> None:
    """Asks which premise is doubted."""
    wording = desk.document.wording
    options = [Option(one, shown(wording(one))) for one in pressed.asking.step.premises]
    options.append(Option("", "— one that is not stated", BECOMES["undercut"]))

    def done(chosen: tuple[str, ...]) -> None:
        _put(desk, pressed, "premise" if chosen[0] else "undercut", chosen[0])

    desk.ask(Choice("Which premise does it doubt?", options, done))


def _put(desk: Desk, pressed: Pressed, raises: str, premise: str) -> None:
    (step, scheme), question, words, speakers, also = pressed
    before = desk.document.map.claims.keys()

    def wish(document: Document) -> tuple[TextEdit, ...]:
        return edits.raise_question(
            document,
            step.id,
            f"{scheme.id}/{question.id}",
            raises,
            words=words or question.ask,
            asked=not words,
            premise=premise,
            speakers=speakers,
        )

    if desk.change(f"raised: {BECOMES[raises]}", wish, *also):
        fresh = next(iter(desk.document.map.claims.keys() - before))
        desk.tree.reveal(desk.document, fresh, unfold=True)
