"""The verdict on a claim that is held to a standard of proof, told in a line."""

from __future__ import annotations

from collections.abc import Callable

from argmap.evaluation.network import SUPPORT
from argmap.evaluation.standards import Standard
from argmap.evaluation.standing import Evaluation, Status
from argmap.evaluation.verdicts import Verdicts, Weighed

Words = Callable[[str], str]
"""The words of a claim, as they are to be shown."""
SAID = {
    Standard.SCINTILLA: "a scintilla of evidence",
    Standard.PREPONDERANCE: "a preponderance of the reasons",
    Standard.CONVINCING: "clear and convincing reasons",
    Standard.BEYOND_DOUBT: "proof beyond doubt",
    Standard.UNDISPUTED: "reasons that nobody disputes",
}


def weighed(
    evaluation: Evaluation, verdicts: Verdicts, claim: str, standard: Standard, words: Words
) -> str:
    """Why a claim meets its standard, or does not."""
    labels, number = evaluation.labelling.labels, evaluation.number[claim]
    reason, objection = verdicts.reason(labels, number), verdicts.objection(labels, number)
    objects = _named(evaluation, objection, claim, words)
    reasons = _named(evaluation, reason, claim, words)
    status, granted = evaluation.statuses[claim], claim in evaluation.given.granted
    who = evaluation.taken(claim)
    given = f"{who} asserts it" if who else "you granted it"
    speaks = given if granted else f"{reasons} speaks for it"
    against = f", and {objects} stands against it" if objection.rule >= 0 else ""
    if status == Status.STANDS:
        return (
            f"{speaks}{against or ', and nothing stands against it'}: enough for {SAID[standard]}"
        )
    if status == Status.REJECTED:
        more = f", and outweighs {reasons} for it" if reason.rule >= 0 else ""
        return f"{objects} stands against it{more}"
    if reason.rule < 0 and not granted:
        return f"no reason for it stands, and it asks for {SAID[standard]}"
    return f"{speaks}{against}: not enough for {SAID[standard]}"


def _named(evaluation: Evaluation, one: Weighed, claim: str, words: Words) -> str:
    """What a step says, and its weight."""
    if one.rule < 0:
        return ""
    step = evaluation.map.steps[evaluation.network.steps[evaluation.step_of(one.rule)]]
    ends = step.premises
    if step.kind == "contradict":
        ends = tuple(name for name in (*step.premises, step.target) if name != claim)
    told = " with ".join(words(name) for name in ends)
    own = step.kind != "support" or evaluation.network.kinds[one.rule] != SUPPORT
    through = "" if own or step.target == claim else f" for {words(step.target)}"
    return f"{told} (weight {one.weight:g}){through}"
