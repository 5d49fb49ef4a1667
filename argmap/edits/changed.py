"""Whether an edit changes just those steps that it is to change."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.values import Step


class Plain(NamedTuple):
    """A step by what it says; the target of an undercut by its premises and its root."""

    kind: str
    premises: frozenset[str]
    target: object
    scheme: str = ""
    weight: float | None = None
    name: str = ""


class Wanted(NamedTuple):
    """What is to change: the steps of these claims lose `gone` and get `fresh`."""

    claims: frozenset[str]
    gone: Counter[Plain]
    fresh: Counter[Plain]


def wanted(document: Document, kind: str, premise: str, target: str) -> Wanted:
    """The change that a new relation is. A reason that stands alone may go into the linked step
    that its claim becomes a premise of."""
    found = document.map
    if kind == "link":
        old = found.steps[target]
        before = plain(found, old)
        after = before._replace(premises=before.premises | {premise})
        alone = [
            plain(found, one)
            for one in found.out(premise)
            if one.premises == (premise,) and (one.kind, one.target) == (old.kind, old.target)
        ]
        for one in alone:
            after = after._replace(
                scheme=after.scheme or one.scheme,
                weight=one.weight if after.weight is None else after.weight,
                name=after.name or one.name,
            )
        claims = frozenset((premise, *old.premises))
        return Wanted(claims, Counter((before, *alone)), Counter((after,)))
    aim: object = target
    if kind == "undercut":
        aim = _aim(found, found.steps[target])
    both = frozenset((premise, target))
    new = Plain(kind, both, "") if kind == "contradict" else Plain(kind, frozenset((premise,)), aim)
    claims = both if kind == "contradict" else frozenset((premise,))
    return Wanted(claims, Counter(), Counter((new,)))


def only(document: Document, after: Document, wish: Wanted) -> bool:
    """Whether the steps of the claims in question have changed as is wanted, and no others."""
    old, new = (_steps(one.map, wish) for one in (document, after))
    return new == old - wish.gone + wish.fresh


def _steps(found: ArgMap, wish: Wanted) -> Counter[Plain]:
    steps = {step.id: step for claim in wish.claims for step in found.out(claim)}
    for claim in wish.claims:
        against = (one for one in found.onto(claim) if one.kind == "contradict")
        steps.update((one.id, one) for one in against)
    return Counter(plain(found, step) for step in steps.values())


def plain(found: ArgMap, step: Step) -> Plain:
    premises, target = frozenset(step.premises), step.target
    if step.kind == "contradict":
        return Plain(step.kind, premises | {target}, "", step.scheme, step.weight, step.name)
    aim = _aim(found, found.steps[target]) if step.kind == "undercut" else target
    return Plain(step.kind, premises, aim, step.scheme, step.weight, step.name)


def _aim(found: ArgMap, step: Step) -> object:
    """What an undercut aims at, without going down a chain of them."""
    end = step.target if step.kind != "undercut" else found.steps[step.target].premises
    return step.kind, frozenset(step.premises), end, step.root
