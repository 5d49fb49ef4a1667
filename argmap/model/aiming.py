"""Finds the step that each undercut aims at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from argmap.model import faults
from argmap.model.drafts import Draft, identity, merged
from argmap.model.faults import Faults, unknown_target
from argmap.model.naming import Naming
from argmap.syntax.statements import StepRef


def aim(
    steps: Sequence[Draft], waiting: Sequence[Draft], naming: Naming, found: Faults
) -> list[Draft]:
    """Finds the step of each undercut. One waits until all steps of the name it refers to are
    known; undercuts that wait for each other in a ring aim at nothing."""
    aimed: dict[object, Draft] = {}
    known = _Known(steps)
    queue = _Queue(waiting)
    while batch := queue.batch():
        ready = [draft for draft in batch if _target(draft, known, naming, found)]
        for draft in merged(ready, Faults()):
            first = aimed.setdefault(identity(draft), draft)
            if first is draft:
                known.enter(draft)
            else:  # said elsewhere too, where less had to be known before
                first.absorb(draft)
                known.name(first)
        queue.done(batch)
    for draft in queue.left():
        where = draft.sources[0]
        found.add(
            draft.premises[0],
            faults.located(
                "step-cycle",
                where,
                where.span,
                "these undercuts aim at each other in a ring, so none of them has a step",
                "Name the step that is meant: `_rust>close`.",
            ),
        )
    return _by_depth(aimed.values(), found)


def _by_depth(aimed: Iterable[Draft], found: Faults) -> list[Draft]:
    """The undercuts merged once more, as each knows now what it aims at: first those of steps,
    then those of these, and so on. Each comes after its target."""
    depths: dict[int, int] = {}
    levels: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in aimed:
        depths[id(draft)] = depth = depths.get(id(draft.target), 0) + 1
        levels[depth].append(draft)
    kept: list[Draft] = []
    for depth in sorted(levels):
        for draft in levels[depth]:
            assert isinstance(draft.target, Draft)
            draft.target = draft.target.merged_into()
        kept += merged(levels[depth], found)
    return kept


class _Known:
    """The steps that an undercut can aim at, by their premises and by their own name."""

    def __init__(self, steps: Iterable[Draft]) -> None:
        self.by_premise: defaultdict[str, list[Draft]] = defaultdict(list)
        self.named: dict[str, Draft] = {}
        for draft in steps:
            self.enter(draft)

    def enter(self, draft: Draft) -> None:
        for premise in draft.premises:
            self.by_premise[premise].append(draft)
        self.name(draft)

    def name(self, draft: Draft) -> None:
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


def _target(draft: Draft, known: _Known, naming: Naming, found: Faults) -> bool:
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
    span = faults.spot(where, first, ("_",), naming.same)
    if fitting:
        ways = ", ".join(f"`_{first}>{step.target_label}`" for step in fitting[:4])
        found.add(
            draft.premises[0],
            faults.located(
                "ambiguous-step",
                where,
                span,
                f"`{first}` is a premise of {len(fitting)} steps, "
                "and it is not clear which is meant",
                f"Write one of {ways}, or name the step.",
            ),
        )
    elif first not in naming.defined:
        found.add(draft.premises[0], unknown_target(where, first))
    else:
        aim = f" `{to}`" if to else ""
        found.add(
            draft.premises[0],
            faults.located(
                "unknown-step",
                where,
                span,
                f"`{first}` supports or attacks{aim or ' nothing'}"
                + (" in no step" if to else "")
                + ", so there is no step to undercut",
                "An undercut attacks the step from a reason to what it is a reason for; "
                "to attack the claim itself write `-`.",
            ),
        )
    return False
