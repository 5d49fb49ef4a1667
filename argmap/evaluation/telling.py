"""Statuses told in a line, for people who have never heard of argumentation theory."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evaluation.contested import ring
from argmap.evaluation.grounded import IN, OUT
from argmap.evaluation.kinds import SOME_OBJECTION, SOME_REASON
from argmap.evaluation.network import SUPPORT, UNDERCUT
from argmap.evaluation.standing import Evaluation, Status
from argmap.evaluation.weighing import Words, weighed


def line(evaluation: Evaluation, claim: str, words: Words) -> str:
    """Why a claim has its status, without naming the status."""
    status = evaluation.statuses[claim]
    if status == Status.ASIDE:
        who = evaluation.taken(claim)
        return f"{who} denies it" if who else "you set it aside"
    if evaluation.verdicts and status != Status.CONTESTED:
        standard = evaluation.network.demands.of.get(evaluation.number[claim])
        if standard is not None:
            return weighed(evaluation, evaluation.verdicts, claim, standard, words)
    match status:
        case Status.STANDS:
            return _stands(evaluation, claim, words)
        case Status.REJECTED:
            return _against(evaluation, claim, words)
        case Status.UNSUPPORTED:
            return _unsupported(evaluation, claim)
    return _contested(evaluation, claim, words)


def _onto(evaluation: Evaluation, claim: str) -> tuple[list[str], list[str], list[str]]:
    """The steps for a claim, those against it, and which of all are active, in the order in which
    they were decided."""
    number = evaluation.number[claim]
    network, labels = evaluation.network, evaluation.labelling.labels
    first = len(network.claims)
    pros: list[str] = []
    cons: list[str] = []
    active: list[tuple[int, str]] = []
    for step in evaluation.map.onto(claim):
        for rule in network.of_step(evaluation.step_number[step.id]):
            if network.targets[rule] != number or evaluation.map.steps[step.id].kind == "undercut":
                continue
            (pros if network.kinds[rule] == SUPPORT else cons).append(step.id)
            if labels[first + rule] == IN:
                active.append((evaluation.labelling.rounds[first + rule], step.id))
    return pros, cons, [step for _, step in sorted(active)]


def _stands(evaluation: Evaluation, claim: str, words: Words) -> str:
    pros, cons, active = _onto(evaluation, claim)
    fell = "" if not cons else " and the objection to it fell" if len(cons) == 1 else (
        f" and all {len(cons)} objections to it fell"
    )  # fmt: skip
    standing = [step for step in active if step in pros]
    if claim in evaluation.given.granted:
        who = evaluation.taken(claim)
        start = f"{who} asserts it" if who else "you granted it"
    elif standing:
        start = f"{_named(evaluation, standing, claim, words)} {_verb(standing, 'speak')} for it"
    elif pros:
        start = "its reasons fell, which this policy forgives"
    else:
        return fell.removeprefix(" and ") or "nothing is said against it"
    return start + (fell or ", and nothing is said against it")


def _against(evaluation: Evaluation, claim: str, words: Words) -> str:
    _, cons, active = _onto(evaluation, claim)
    standing = [step for step in active if step in cons]
    return f"{_named(evaluation, standing, claim, words)} {_verb(standing, 'stand')} against it"


def _unsupported(evaluation: Evaluation, claim: str) -> str:
    pros, cons, _ = _onto(evaluation, claim)
    start = "the reason for it fell" if len(pros) == 1 else f"all {len(pros)} reasons for it fell"
    more = f", and so did the objection{'s' * (len(cons) > 1)}"
    return start + (more if cons else "")


def _contested(evaluation: Evaluation, claim: str, words: Words) -> str:
    if sides := _in_balance(evaluation, claim):
        reasons, objections = (_named(evaluation, side, claim, words) for side in sides)
        return (
            f"{reasons} {_verb(sides[0], 'speak')} for it, {objections} {_verb(sides[1], 'stand')} "
            "against it, and neither side is answered"
        )
    found = ring(evaluation, claim)
    if found.weighed:
        told = words(found.weighed)
        return f"it hangs on {told}, where a reason and an objection are both unanswered"
    if not found.claims:
        return "steps that undercut each other leave it open"
    if found.claims == (claim,):
        return "what is said for or against it leads back to it"
    if len(found.claims) == 1:
        return f"it hangs on {words(found.claims[0])}, which hangs on itself"
    names = ", ".join(words(one) for one in found.claims[:5])
    more = f" and {len(found.claims) - 5} more" if len(found.claims) > 5 else ""
    if claim in found.claims:
        others = [words(one) for one in found.claims if one != claim]
        if len(others) == 1:
            return f"it and {others[0]} hang on each other"
        return f"these hang on each other in a ring: {names}{more}"
    return f"it hangs on what is open itself: {names}{more}"


def _in_balance(evaluation: Evaluation, claim: str) -> tuple[list[str], list[str]] | None:
    """The reasons for a contested claim, and the objections to it, that nothing but each other
    keeps from being active; None where there are not both."""
    framework, labels = evaluation.flat.framework, evaluation.labelling.labels
    first, network = len(evaluation.network.claims), evaluation.network
    pros: list[str] = []
    cons: list[str] = []
    for step in evaluation.map.onto(claim):
        for rule in network.of_step(evaluation.step_number[step.id]):
            kind = network.kinds[rule]
            if network.targets[rule] != evaluation.number[claim] or kind == UNDERCUT:
                continue
            open_ = {
                evaluation.flat.about(one).kind
                for one in framework.attackers(first + rule)
                if labels[one] != OUT
            }
            if open_ and open_ <= {SOME_REASON, SOME_OBJECTION}:
                (pros if kind == SUPPORT else cons).append(step.id)
    return (pros, cons) if pros and cons else None


def _named(evaluation: Evaluation, steps: Sequence[str], claim: str, words: Words) -> str:
    """The first of some steps by what it says, and how many more there are."""
    step = evaluation.map.steps[steps[0]]
    premises = [one for one in (*step.premises, step.target) if one != claim]
    told = " with ".join(words(one) for one in (premises if step.kind == "contradict"
                                                else step.premises))  # fmt: skip
    return told + (f" (and {len(steps) - 1} more)" if len(steps) > 1 else "")


def _verb(steps: Sequence[str], verb: str) -> str:
    return verb if len(steps) > 1 else verb + "s"
