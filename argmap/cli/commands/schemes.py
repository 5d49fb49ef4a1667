"""`argmap schemes`: patterns of argument, and the critical questions of the steps that use them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.evaluation.schemes import Catalogue, Question, Scheme
    from argmap.model.values import Step
    from argmap.workspace import Loaded

HELP = "Print argumentation schemes; list, answer or raise the critical questions of a step."
EXAMPLES = """
argmap schemes                               all that are known
argmap schemes expert-opinion                one, with its questions
argmap schemes --of talks.argmap             the questions of each step that names its scheme
argmap schemes --of talks.argmap --step rust --answered observed
argmap schemes --of talks.argmap --step rust --raise anyway --words "Any old bridge rusts."
argmap schemes --add mine.yaml               with those of a file of your own
"""


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("names", metavar="SCHEME", nargs="*", help="print these in full")
    parser.add_argument("--of", metavar="FILE", help="the steps of an annotated article")
    parser.add_argument("--step", metavar="STEP",
                        help="one step: its id, a premise, or premise>conclusion")  # fmt: skip
    parser.add_argument("--answered", metavar="QUESTION", action="append", default=[],
                        help="mark a question of the step as answered")  # fmt: skip
    parser.add_argument("--open", metavar="QUESTION", action="append", default=[],
                        help="take that back")  # fmt: skip
    parser.add_argument("--raise", metavar="QUESTION", dest="pressed",
                        help="raise a question by a claim of its own")  # fmt: skip
    parser.add_argument("--words", metavar="TEXT", help="what is said with it, else the question")
    parser.add_argument("--speaker", metavar="NAME", help="who raises it")
    parser.add_argument("--premise", metavar="ID", help="the premise that is doubted")
    parser.add_argument("--add", metavar="YAML", action="append", default=[],
                        help="schemes of your own")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def run(args: argparse.Namespace) -> int:
    from argmap.cli.inputs import tell
    from argmap.cli.schemes_told import show_schemes, show_steps
    from argmap.document import Document
    from argmap.edits import CannotEdit
    from argmap.evaluation.schemes import find
    from argmap.tui.catalogue import BadSchemes, known
    from argmap.views.lookup import Unknown
    from argmap.workspace import read

    try:
        schemes = known(args.add)
    except BadSchemes as fault:
        tell(fault)
        return 2
    if args.of is None:
        chosen = [find(schemes, name) for name in args.names]
        for name, scheme in zip(args.names, chosen, strict=True):
            if scheme is None:
                tell(_unknown(schemes, name))
                return 2
        show_schemes(schemes, [one for one in chosen if one is not None], args)
        return 0
    loaded = read(args.of)
    document = Document.of(loaded.text)
    try:
        if args.answered or args.open or args.pressed:
            document = _changed(document, loaded, schemes, args)
        steps = [_step(document, args.step)] if args.step else [*document.map.steps.values()]
    except (Unknown, CannotEdit) as problem:
        hint = getattr(problem, "hint", "")
        tell(f"{args.of}: {problem}" + (f". {hint}" if hint else ""))
        return 2
    show_steps(document, schemes, steps, args)
    return 0


def _unknown(schemes: Catalogue, name: str) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, schemes, n=1)
    hint = f"Did you mean `{close[0]}`?" if close else "`argmap schemes` lists them."
    return f"no scheme is called `{name[:60]}`. {hint}"


def _step(document: Document, name: str) -> Step:
    """The step that a user means. Raises Unknown."""
    from argmap.views.lookup import Unknown

    wanted = name.replace("#", "").strip()
    steps = document.map.steps
    if wanted in steps:
        return steps[wanted]
    premise, _, target = wanted.partition(">")
    fitting = [
        step
        for step in document.map.out(document.map.same.get(premise, premise))
        if target in ("", step.target, step.root) and step.kind != "contradict"
    ]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise Unknown(f"`{name[:60]}` is several steps: {', '.join(s.id for s in fitting[:6])}")
    raise Unknown(f"there is no step `{name[:60]}`; `argmap schemes --of FILE` lists those that "
                  "name a scheme")  # fmt: skip


def _changed(
    document: Document, loaded: Loaded, schemes: Catalogue, args: argparse.Namespace
) -> Document:
    """Marks and raises questions in the file."""
    from argmap.cli.inputs import tell
    from argmap.edits import CannotEdit
    from argmap.evaluation.schemes import ANSWERED, answered, listed
    from argmap.views import lookup
    from argmap.workspace import save

    if not args.step or args.of == "-":
        raise CannotEdit("a question belongs to a step of a file", "Say --of FILE --step STEP.")
    step = _step(document, args.step)
    scheme = _scheme(schemes, step)
    before = answered(step)
    done = {_question(scheme, name).id for name in args.answered}
    wanted = (before | done) - {_question(scheme, name).id for name in args.open}
    from argmap import edits

    if wanted != before:
        value = listed(scheme, wanted)
        document = document.edit(edits.set_step_data(document, step.id, ANSWERED, value))
    if args.pressed:
        speakers = (lookup.speaker(document, args.speaker),) if args.speaker else ()
        question = _question(scheme, args.pressed)
        premise = lookup.claim(document, args.premise) if args.premise else ""
        raises, onto = _aim(step, scheme, question, premise)
        if raises != question.raises:
            tell("the premise that this doubts is not stated, so it undercuts the step")
        wish = edits.raise_question(
            document,
            step.id,
            f"{scheme.id}/{question.id}",
            raises,
            words=_said(question, args.words),
            asked=not args.words,
            premise=onto,
            speakers=speakers,
        )
        document = document.edit(wish)
    if document.text != loaded.text:
        save(args.of, loaded.data(document.text), expected=loaded.signature)
        tell(f"{args.of}: changed")
    return document


def _scheme(schemes: Catalogue, step: Step) -> Scheme:
    from argmap.edits import CannotEdit
    from argmap.evaluation.schemes import find

    scheme = find(schemes, step.scheme) if step.scheme else None
    if scheme is None:
        named = f"the scheme `{step.scheme}` of" if step.scheme else "no scheme of"
        raise CannotEdit(
            f"{named} this step is known", "Write `scheme=…`; `argmap schemes` lists them."
        )
    return scheme


def _question(scheme: Scheme, name: str) -> Question:
    from argmap.edits import CannotEdit

    for number, question in enumerate(scheme.questions, 1):
        if name in (question.id, str(number)):
            return question
    names = ", ".join(one.id for one in scheme.questions)
    raise CannotEdit(f"`{scheme.id}` has no question `{name[:60]}`", f"It has: {names}.")


def _said(question: Question, words: str | None) -> str:
    """Raises CannotEdit for a question that counts only with grounds, where none are given."""
    from argmap.edits import CannotEdit

    if words is None and question.burden == "grounds":
        raise CannotEdit("this question counts only with grounds", 'Say them with --words "…".')
    return words or question.ask


def _aim(step: Step, scheme: Scheme, question: Question, premise: str) -> tuple[str, str]:
    """What a question becomes, and the premise that it doubts. Raises CannotEdit for what is no
    premise."""
    from argmap.edits import CannotEdit
    from argmap.evaluation.schemes import aim

    if not premise:
        return aim(step, scheme, question)
    if premise not in step.premises:
        raise CannotEdit(f"`{premise}` is no premise of this step", ", ".join(step.premises))
    return "premise", premise
