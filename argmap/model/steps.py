"""Builds the steps: links joined, what is said twice merged, undercuts aimed at their step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from argmap.model import faults
from argmap.model.claims import unknown_target
from argmap.model.drafts import Draft, merged, step_ids
from argmap.model.naming import Naming
from argmap.model.values import Located, Step, Where
from argmap.syntax.statements import At, Link, Relation, StepRef
from argmap.syntax.units import Unit


def build(units: Sequence[Unit], naming: Naming, found: list[Located]) -> dict[str, Step]:
    """All steps by id, in order of the text; faults are added to `found`."""
    drafts, links = _collect(units, naming, found)
    _join(drafts, links, found)
    ready = [draft for draft in drafts if isinstance(draft.target, str)]
    waiting = [draft for draft in drafts if not isinstance(draft.target, str)]
    kept = merged(ready, found)
    kept += _aim(kept, waiting, naming, found)
    kept.sort(key=lambda draft: draft.order)
    return step_ids(kept, found)


Pending = tuple[Link, str, Where, "Draft | None"]


def _collect(
    units: Sequence[Unit], naming: Naming, found: list[Located]
) -> tuple[list[Draft], list[Pending]]:
    drafts: list[Draft] = []
    links: list[Pending] = []
    for unit in units:
        own: dict[int, Draft] = {}
        for index, statement in enumerate(unit.statements):
            if isinstance(statement, Relation):
                draft = _draft(unit, statement, own, len(drafts), naming, found)
                if draft is not None:
                    own[index] = draft
                    drafts.append(draft)
            elif isinstance(statement, Link):
                where = Where(unit, *statement.source)
                if not naming.knows(statement.premise):
                    found.append(unknown_target(where, str(statement.premise), naming.defined))
                    continue
                beside = (
                    own.get(statement.target.index) if isinstance(statement.target, At) else None
                )
                links.append((statement, naming.claim(unit, statement.premise), where, beside))
    return drafts, links


def _draft(
    unit: Unit,
    relation: Relation,
    own: dict[int, Draft],
    order: int,
    naming: Naming,
    found: list[Located],
) -> Draft | None:
    where = Where(unit, *relation.source)
    unknown = [name for name in relation.premises if not naming.knows(name)]
    target: str | StepRef | Draft
    if isinstance(relation.target, At):
        above = own.get(relation.target.index)
        if above is None:
            return None  # what stands above has its own diagnostic
        target = above
    elif isinstance(relation.target, StepRef):
        ref = relation.target
        names = tuple(naming.same.get(name, name) for name in ref.premises)
        target = StepRef(names, ref.kind, naming.same.get(ref.to, ref.to))
    else:
        if not naming.knows(relation.target):
            unknown.append(relation.target)
        target = naming.claim(unit, relation.target) if not unknown else ""
    found += (unknown_target(where, str(name), naming.defined) for name in unknown)
    if unknown:
        return None
    premises = list(dict.fromkeys(naming.claim(unit, name) for name in relation.premises))
    if target in premises:
        span = faults.spot(where, str(target))
        message = f"`{target}` cannot be a reason for or against itself"
        found.append(faults.located("self-relation", where, span, message, "Remove this relation."))
        return None
    return Draft(relation.kind, premises, target, [relation.about], [where], order)


def _join(drafts: Sequence[Draft], links: Sequence[Pending], found: list[Located]) -> None:
    """Gives each draft the premises that are linked to one of its own."""
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
                if isinstance(target, StepRef) and (not target.to or draft.aims_at(target.to)):
                    draft.join(other, link.about, where)
                    joined.add(id(pending))
    for name, pendings in to_premise.items():
        for pending in pendings:
            if id(pending) not in joined:
                where = pending[2]
                found.append(
                    faults.located(
                        "unknown-step",
                        where,
                        faults.spot(where, name, ("&",)),
                        f"`{name}` supports or attacks nothing that this could be linked to",
                        f"Write what `{name}` is a reason for, such as `+close`, in its mark.",
                    )
                )


def _aim(
    steps: Sequence[Draft], waiting: Sequence[Draft], naming: Naming, found: list[Located]
) -> list[Draft]:
    """Finds the step of each undercut. One waits until all steps of the name it refers to are
    known; undercuts that wait for each other in a ring aim at nothing."""
    made: list[Draft] = []
    known = _Known(steps)
    queue = _Queue(waiting)
    while batch := queue.batch():
        aimed = [draft for draft in batch if _target(draft, known, naming, found)]
        fresh = merged(aimed, found)
        made += fresh
        known.enter(fresh)
        queue.done(batch)
    for draft in queue.left():
        where = draft.sources[0]
        found.append(
            faults.located(
                "step-cycle",
                where,
                where.span,
                "these undercuts aim at each other in a ring, so none of them has a step",
                "Name the step that is meant: `_rust>close`.",
            )
        )
    return made


class _Known:
    """The steps that an undercut can aim at, by their premises and by their own name."""

    def __init__(self, steps: Iterable[Draft]) -> None:
        self.by_premise: defaultdict[str, list[Draft]] = defaultdict(list)
        self.named: dict[str, Draft] = {}
        self.enter(steps)

    def enter(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            for premise in draft.premises:
                self.by_premise[premise].append(draft)
            if draft.name:
                self.named.setdefault(draft.name, draft)


class _Queue:
    """Undercuts, each let go when nothing it could aim at is still to come."""

    def __init__(self, waiting: Sequence[Draft]) -> None:
        self.unresolved: defaultdict[str, int] = defaultdict(int)
        self.gated: defaultdict[str, list[Draft]] = defaultdict(list)
        self.after: defaultdict[int, list[Draft]] = defaultdict(list)
        self.ready: list[Draft] = []
        for draft in waiting:
            for name in _names(draft):
                self.unresolved[name] += 1
        for draft in waiting:
            if isinstance(draft.target, Draft):
                (self.ready if draft.target.is_aimed else self.after[id(draft.target)]).append(
                    draft
                )
            elif isinstance(draft.target, StepRef):
                name = draft.target.premises[0]
                (self.gated[name] if self.unresolved[name] else self.ready).append(draft)

    def batch(self) -> list[Draft]:
        found, self.ready = self.ready, []
        return found

    def done(self, batch: Sequence[Draft]) -> None:
        for draft in batch:
            self.ready += self.after.pop(id(draft), ())
            for name in _names(draft):
                self.unresolved[name] -= 1
                if not self.unresolved[name]:
                    self.ready += self.gated.pop(name, ())

    def left(self) -> list[Draft]:
        return [d for group in (*self.gated.values(), *self.after.values()) for d in group]


def _names(draft: Draft) -> set[str]:
    return {*draft.premises, draft.name} - {""}


def _target(draft: Draft, known: _Known, naming: Naming, found: list[Located]) -> bool:
    """Aims an undercut at its step; False (and a fault) where there is none, or several."""
    if isinstance(draft.target, Draft):
        draft.target = draft.target.merged_into()
        return draft.target.is_aimed
    assert isinstance(draft.target, StepRef)
    premises, kind, to = draft.target
    first = premises[0]
    where = draft.sources[0]
    if len(premises) == 1 and not to and first in known.named:
        draft.target = known.named[first]
        return True
    fitting = [
        step
        for step in known.by_premise.get(first, ())
        if (not kind or kind == step.kind)
        and all(name in step.premises for name in premises)
        and (not to or step.aims_at(to))
    ]
    exact = [step for step in fitting if kind and len(step.premises) == len(premises)]
    fitting = exact or fitting
    if len(fitting) == 1:
        draft.target = fitting[0]
        return True
    span = faults.spot(where, first)
    if fitting:
        ways = ", ".join(f"`_{first}>{step.target_label}`" for step in fitting[:4])
        found.append(
            faults.located(
                "ambiguous-step",
                where,
                span,
                f"`{first}` is a premise of {len(fitting)} steps, "
                "and it is not clear which is meant",
                f"Write one of {ways}, or name the step.",
            )
        )
    elif first not in naming.defined:
        found.append(unknown_target(where, first, {**dict.fromkeys(naming.defined), **known.named}))
    else:
        aim = f" `{to}`" if to else ""
        found.append(
            faults.located(
                "unknown-step",
                where,
                span,
                f"`{first}` supports or attacks{aim or ' nothing'}"
                + (" in no step" if to else "")
                + ", so there is no step to undercut",
                "An undercut attacks the step from a reason to what it is a reason for; "
                "to attack the claim itself write `-`.",
            )
        )
    return False
