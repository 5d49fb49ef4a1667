"""Patterns of argument and the critical questions that test a step of such a pattern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple, cast

from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step
from argmap.strictyaml import YamlFault, as_int, as_list, as_map, as_text, load
from argmap.strictyaml.scalar import place

RAISES = ("premise", "undercut", "rebuttal")
BURDENS = ("asking", "grounds")
ANSWERED = "answered"
"""The datum of a step that names the questions that were answered."""
RAISED = "question"
"""The datum of a claim that says which question it presses, as `scheme/question`."""


class Question(NamedTuple):
    """What tests a step. `raises` is what it becomes when it is pressed: a doubt about `of`, the
    premise of that number (from 1), an undercut, or a rebuttal. `burden` is `asking` where
    whoever argues has to answer once it is asked, `grounds` where it counts with grounds only."""

    id: str
    ask: str
    raises: str
    of: int
    burden: str


class Scheme(NamedTuple):
    """A pattern: what it starts from, what it ends at. `role` is `undercut` where it mostly
    attacks a step."""

    id: str
    name: str
    group: str
    aif: str
    premises: tuple[str, ...]
    conclusion: str
    questions: tuple[Question, ...]
    role: str = ""


Catalogue = Mapping[str, Scheme]


def catalogue() -> Catalogue:
    """The schemes that argmap knows, by id."""
    return _packaged()


@cache
def _packaged() -> Catalogue:
    from importlib.resources import files

    return read(files("argmap.evaluation").joinpath("schemes.yaml").read_text("utf-8"))


def read(text: str) -> Catalogue:
    """The schemes of a YAML text. Raises YamlFault."""
    top = _map(load(text), "a file of schemes")
    if "schemes" not in top:
        raise YamlFault("the entry `schemes` is missing", 1, 1)
    found: dict[str, Scheme] = {}
    for one in as_list(top["schemes"], "schemes"):
        scheme = _scheme(one)
        if scheme.id in found:
            raise YamlFault(f"the scheme `{scheme.id}` is there twice", *place(one))
        found[scheme.id] = scheme
    return found


def _scheme(value: object) -> Scheme:
    entry = _map(value, "a scheme")
    premises = [as_text(one, "a premise") for one in as_list(entry.get("premises", []), "premises")]
    questions = as_list(entry.get("questions", []), "questions")
    return Scheme(
        key(_text(entry, "id")),
        _text(entry, "name"),
        _text(entry, "group", "others"),
        _text(entry, "aif", ""),
        tuple(premises),
        _text(entry, "conclusion", ""),
        tuple(_question(one, len(premises)) for one in questions),
        _text(entry, "role", ""),
    )


def _question(value: object, premises: int) -> Question:
    entry = _map(value, "a question")
    raises, burden = _text(entry, "raises"), _text(entry, "burden", "asking")
    for told, known, what in ((raises, RAISES, "raises"), (burden, BURDENS, "burden")):
        if told not in known:
            raise YamlFault(f"`{what}` cannot be '{told}'", *place(value), ", ".join(known))
    number = as_int(entry["of"], "of") if "of" in entry else 0
    if number < 0 or number > premises:
        raise YamlFault(f"there is no premise {number}", *place(value))
    return Question(_text(entry, "id"), _text(entry, "ask"), raises, number, burden)


def _map(value: object, what: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", as_map(value, what))


def _text(entry: Mapping[str, object], name: str, otherwise: str | None = None) -> str:
    if name not in entry:
        if otherwise is None:
            raise YamlFault(f"`{name}` is missing", *place(next(iter(entry), None)))
        return otherwise
    return str(as_text(entry[name], name))


def key(name: str) -> str:
    """A scheme's name as ids have it: `Expert Opinion`, `expert_opinion` are `expert-opinion`."""
    return "-".join(name.replace("_", " ").replace("-", " ").casefold().split())


def find(schemes: Catalogue, name: str) -> Scheme | None:
    """The scheme of a step, by its id or by the name it has elsewhere."""
    wanted = key(name)
    if wanted in schemes:
        return schemes[wanted]
    return next((one for one in schemes.values() if one.aif and key(one.aif) == wanted), None)


def answered(step: Step) -> set[str]:
    """The questions of a step that were marked as answered."""
    return {word for name, value in step.data if name == ANSWERED for word in value.split()}


def listed(scheme: Scheme, questions: Iterable[str]) -> str:
    """Some questions in the order of their scheme, as the datum of a step has them."""
    wanted = set(questions)
    return " ".join(one.id for one in scheme.questions if one.id in wanted)


def aim(step: Step, scheme: Scheme, question: Question) -> tuple[str, str]:
    """What a question becomes, and the premise that it doubts: where the step states all that the
    scheme has, the one of its number. One that is not stated cannot be attacked, so that the step
    is undercut."""
    if question.raises != "premise":
        return question.raises, ""
    if question.of and len(step.premises) == len(scheme.premises):
        return "premise", step.premises[question.of - 1]
    return "undercut", ""


class Asked(NamedTuple):
    """A critical question of a step: `open`, `answered`, or `raised` by a claim."""

    question: Question
    state: str
    by: tuple[str, ...] = ()


def asked(document: Document, step: Step, scheme: Scheme) -> tuple[Asked, ...]:
    """The questions of a step with their state. A question that was raised, and whose claim is
    still about this step, stays raised; whether it bites, the evaluation tells."""
    done = answered(step)
    raised: dict[str, list[str]] = {}
    for claim in _about(document.map, step):
        pressed = document.map.claims[claim].get(RAISED) or ""
        if pressed.startswith(f"{scheme.id}/"):
            raised.setdefault(pressed.partition("/")[2], []).append(claim)
    found: list[Asked] = []
    for question in scheme.questions:
        by = tuple(raised.get(question.id, ()))
        state = "raised" if by else "answered" if question.id in done else "open"
        found.append(Asked(question, state, by))
    return tuple(found)


def _about(found: ArgMap, step: Step) -> Iterable[str]:
    """The claims that attack a step, a premise of it, or its conclusion."""
    ends = [step.id, *step.premises, step.target]
    return dict.fromkeys(
        claim
        for end in ends
        for one in found.onto(end)
        if one.kind in ("attack", "undercut")
        for claim in one.premises
    )
