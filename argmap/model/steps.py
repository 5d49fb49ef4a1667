"""Builds the steps: links joined, what is said twice merged, undercuts aimed at their step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from argmap.model import faults
from argmap.model.aiming import aim
from argmap.model.drafts import Draft, finished, merged
from argmap.model.faults import Faults, unknown_target
from argmap.model.index import Told
from argmap.model.naming import Naming
from argmap.model.order import Anchor
from argmap.model.values import Step, Where
from argmap.syntax.statements import At, Link, Ref, Relation, StepRef
from argmap.syntax.units import Unit


def build(told: Sequence[Told], naming: Naming, found: Faults) -> list[tuple[str, Anchor, Step]]:
    """The steps of which `told` tells all, in order of the text; faults go to `found`."""
    drafts, links = _collect(told, naming, found)
    _join(drafts, links, naming, found)
    ready = [draft for draft in drafts if isinstance(draft.target, str)]
    waiting = [draft for draft in drafts if not isinstance(draft.target, str)]
    kept = merged(ready, found)
    if waiting:
        kept += aim(kept, waiting, naming, found)
    kept.sort(key=lambda draft: draft.order)
    places = [Anchor(*told[draft.order][:2]) for draft in kept]
    steps = finished(kept, found)
    return [(step.id, place, step) for step, place in zip(steps, places, strict=True)]


RELATING = ("+", "-", "!", "_", "&")

Pending = tuple[Link, str, Where, "Draft | None"]


def _collect(
    told: Sequence[Told], naming: Naming, found: Faults
) -> tuple[list[Draft], list[Pending]]:
    drafts: list[Draft] = []
    links: list[Pending] = []
    made: dict[tuple[Unit, int], Draft] = {}
    for order, (unit, index, statement) in enumerate(told):
        if isinstance(statement, Relation):
            draft = _draft(unit, statement, made, order, naming, found)
            if draft is not None:
                made[unit, index] = draft
                drafts.append(draft)
        elif isinstance(statement, Link):
            where = Where(unit, *statement.source)
            premise = naming.claim(unit, statement.premise)
            if not naming.knows(statement.premise):
                found.add(premise, unknown_target(where, str(statement.premise)))
                continue
            at = statement.target
            if isinstance(at, StepRef):
                statement = statement._replace(target=_known_by(at, naming))
            beside = made.get((unit, at.index)) if isinstance(at, At) else None
            links.append((statement, premise, where, beside))
    return drafts, links


def _draft(
    unit: Unit,
    relation: Relation,
    made: dict[tuple[Unit, int], Draft],
    order: int,
    naming: Naming,
    found: Faults,
) -> Draft | None:
    where = Where(unit, *relation.source)
    unknown: list[Ref] = [name for name in relation.premises if not naming.knows(name)]
    target: str | StepRef | Draft
    if isinstance(relation.target, At):
        above = made.get((unit, relation.target.index))
        if above is None:
            return None  # what stands above has its own diagnostic
        target = above
    elif isinstance(relation.target, StepRef):
        target = _known_by(relation.target, naming)
    else:
        if not naming.knows(relation.target):
            unknown.append(relation.target)
        target = naming.claim(unit, relation.target) if not unknown else ""
    premises = list(dict.fromkeys([naming.claim(unit, name) for name in relation.premises]))
    if unknown:
        found.add(premises[0], *(unknown_target(where, str(name)) for name in unknown))
        return None
    if target in premises:
        span = faults.spot(where, str(target), RELATING, naming.same)
        message = f"`{target}` cannot be a reason for or against itself"
        fault = faults.located("self-relation", where, span, message, "Remove this relation.")
        found.add(premises[0], fault)
        return None
    return Draft(relation.kind, premises, target, [relation.about], [where], order)


def _known_by(step: StepRef, naming: Naming) -> StepRef:
    """The step, with its claims by the names that stand for them."""
    names = tuple(naming.same.get(name, name) for name in step.premises)
    return StepRef(names, step.kind, naming.same.get(step.to, step.to))


def _join(drafts: Sequence[Draft], links: Sequence[Pending], naming: Naming, found: Faults) -> None:
    """Gives each draft the premises that are linked to one of its own.

    `&rust` joins what rust's own mark writes; what other lines say of rust only where that mark
    writes nothing.
    """
    writing = {premise for draft in drafts for premise in draft.own}
    writing.update(premise for _, premise, where, _ in links if where.is_own)
    to_premise: defaultdict[str, list[Pending]] = defaultdict(list)
    for pending in links:
        link, premise, where, beside = pending
        if beside is not None:
            beside.join(premise, link.about, where)
        elif isinstance(link.target, StepRef):
            to_premise[link.target.premises[0]].append(pending)
    joined: set[int] = set()
    for draft in drafts if to_premise else ():
        for premise in draft.premises:  # grows on the way
            for pending in to_premise.get(premise, ()):
                link, other, where, _ = pending
                target = link.target
                assert isinstance(target, StepRef)
                meant = premise in draft.own or premise not in writing
                if draft.aims_at(target.to) if target.to else meant:
                    draft.join(other, link.about, where)
                    joined.add(id(pending))
    for name, pendings in to_premise.items():
        for pending in pendings:
            if id(pending) not in joined:
                where = pending[2]
                if name not in naming.defined:
                    found.add(pending[1], unknown_target(where, name))
                    continue
                found.add(
                    pending[1],
                    faults.located(
                        "unknown-step",
                        where,
                        faults.spot(where, name, ("&",), naming.same),
                        f"`{name}` supports or attacks nothing that this could be linked to",
                        f"Write what `{name}` is a reason for, such as `+close`, in its mark.",
                    ),
                )
