"""What `argmap schemes` prints."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator

from argmap.cli.inputs import tell
from argmap.document import Document
from argmap.evaluation.schemes import Catalogue, Question, Scheme, asked, find
from argmap.model.values import Step
from argmap.visible import visible


def show_schemes(schemes: Catalogue, chosen: list[Scheme], args: argparse.Namespace) -> None:

    if args.json:
        plain = [_plain(one) for one in chosen or schemes.values()]
        print(json.dumps(plain, indent=2))
        return
    for number, scheme in enumerate(chosen):
        if number:
            print()
        for line in _full(scheme):
            print(visible(line, keep=""))
    if chosen:
        return
    groups: dict[str, list[Scheme]] = {}
    for scheme in schemes.values():
        groups.setdefault(scheme.group, []).append(scheme)
    for number, (group, members) in enumerate(groups.items()):
        print(("\n" if number else "") + visible(group, keep=""))
        for scheme in members:
            print(visible(f"  {scheme.id:<24} {scheme.name}", keep=""))


def _plain(scheme: Scheme) -> dict[str, object]:
    found = scheme._asdict()
    found["premises"] = list(scheme.premises)
    found["questions"] = [one._asdict() for one in scheme.questions]
    return found


def _full(scheme: Scheme) -> Iterator[str]:
    yield f"{scheme.id}: {scheme.name}"
    for number, premise in enumerate(scheme.premises, 1):
        yield f"  {number}. {premise}"
    if scheme.conclusion:
        yield f"  so: {scheme.conclusion}"
    for question in scheme.questions:
        yield f"  {question.id:<14} {question.ask}"
        yield f"  {'':<14} {_becomes(question)}"


def _becomes(question: Question) -> str:
    told = {"premise": "doubts a premise", "undercut": "undercuts the step",
            "rebuttal": "speaks against the conclusion"}[question.raises]  # fmt: skip
    if question.raises == "premise" and question.of:
        told = f"doubts premise {question.of}"
    return told + ("; counts only with grounds" if question.burden == "grounds" else "")


def show_steps(
    document: Document, schemes: Catalogue, steps: list[Step], args: argparse.Namespace
) -> None:

    rows: list[dict[str, object]] = []
    told = 0
    for step in steps:
        if not step.scheme and not args.step:
            continue
        scheme = find(schemes, step.scheme) if step.scheme else None
        questions = asked(document, step, scheme) if scheme else ()
        told += 1
        if args.json:
            rows.append(
                {
                    "step": step.id,
                    "scheme": scheme.id if scheme else step.scheme or None,
                    "known": scheme is not None,
                    "questions": [
                        {"id": one.question.id, "ask": one.question.ask, "state": one.state,
                         "by": list(one.by)} for one in questions
                    ],
                }
            )  # fmt: skip
            continue
        premises = " with ".join(f"“{document.wording(one)}”" for one in step.premises)
        named = scheme.name if scheme else f"no scheme that is known ({step.scheme or 'none'})"
        print(visible(f"{step.id}: {premises}: {named}", keep=""))
        for one in questions:
            by = f" (by {', '.join(f'#{claim}' for claim in one.by)})" if one.by else ""
            row = f"  {one.state:<9} {one.question.id:<14} {one.question.ask}{by}"
            print(visible(row, keep=""))
    if args.json:
        print(json.dumps(rows, indent=2))
    elif not told:
        tell("no step names its scheme; write `scheme=…` beside the relation")
