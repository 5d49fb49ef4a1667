"""Arguments that a speaker left unanswered: said by others against what they hold or argue."""

from __future__ import annotations

from typing import NamedTuple

from argmap.evaluation.standing import Evaluation
from argmap.model.argmap import ArgMap
from argmap.model.values import Step


class Dropped(NamedTuple):
    """A step against what a speaker holds that they do not answer. `by` are those who argue it;
    `onto` is the claim, or the step, that it aims at; `answered` tells that somebody else does;
    `bites` that it is active."""

    step: str
    by: tuple[str, ...]
    onto: str
    answered: bool
    bites: bool


def dropped(evaluation: Evaluation) -> dict[str, tuple[Dropped, ...]]:
    """By speaker, in order of the text. An answer is whatever argues against the step or against
    a premise of it; a denial is an objection to what it denies."""
    found = evaluation.map
    told: dict[str, list[Dropped]] = {who: [] for who in found.speakers}
    answers = {step.id: _answers(found, step) for step in found.steps.values() if step.is_conflict}
    for step in found.steps.values():
        if not step.is_conflict:
            continue
        for onto, held, by in _sides(found, step):
            for who in held:
                if who in by or who in answers[step.id]:
                    continue
                told[who].append(
                    Dropped(
                        step.id,
                        by,
                        onto,
                        bool(answers[step.id]),
                        evaluation.activity[step.id] != "defeated",
                    )
                )
    return {who: tuple(steps) for who, steps in told.items() if steps}


def _sides(found: ArgMap, step: Step) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """What a step is against, who holds that, and who says so; a contradiction is against both
    of its sides, and each is the answer to the other: then nobody dropped it."""
    if step.kind == "contradict":
        return []
    if step.kind == "undercut":
        return [(step.target, found.arguers(found.steps[step.target]), found.arguers(step))]
    return [(step.target, found.holders(step.target), found.arguers(step))]


def _answers(found: ArgMap, step: Step) -> set[str]:
    """Who argues against a step or a premise of it; empty string for the article itself."""
    against = [one for one in found.onto(step.id) if one.is_conflict]
    for premise in step.premises:
        against += (one for one in found.onto(premise) if one.is_conflict and one is not step)
    said: set[str] = set()
    for one in against:
        said |= set(found.arguers(one)) or {""}
    return said
