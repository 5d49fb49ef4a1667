"""Where names are used: what has to be built again when the statements of some units change.

Two statements belong together when they share a name in the same role: what is said of one
claim (`voiced`), or what argues from one premise (`argued`). A claim and the steps are
functions of statements that belong together, so these can be built again alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model.layers import changed
from argmap.model.naming import Naming, families, pairs_of
from argmap.model.people import named_in
from argmap.syntax.statements import At, Link, Relation, Statement, StepRef, Voice
from argmap.syntax.units import Unit

Units = Mapping[str, Mapping[Unit, None]]


class Told(NamedTuple):
    """A statement, and where it stands: the statement `number` of its unit."""

    unit: Unit
    number: int
    statement: Statement


class Roles(NamedTuple):
    """The names in a statement by role; `aimed` is what a relation, or the step that it names,
    is for or against."""

    voiced: tuple[str, ...] = ()
    argued: tuple[str, ...] = ()
    aimed: tuple[str, ...] = ()


def told(units: Iterable[Unit]) -> list[Told]:
    return [
        Told(unit, index, statement)
        for unit in units
        for index, statement in enumerate(unit.statements)
    ]


def roles(unit: Unit, naming: Naming) -> list[Roles]:
    """The names in each statement of a unit."""
    found: list[Roles] = []
    for statement in unit.statements:
        found.append(_roles(unit, statement, naming, found))
    return found


def _roles(unit: Unit, statement: Statement, naming: Naming, before: Sequence[Roles]) -> Roles:
    match statement:
        case Voice():
            denied = (naming.same.get(name, name) for name in statement.denied)
            return Roles(voiced=(naming.claim(unit, statement.claim), *denied))
        case Relation():
            argued = [naming.claim(unit, name) for name in statement.premises]
            if statement.about.name:
                argued.append(statement.about.name)
            if not isinstance(statement.target, At | StepRef):
                target = naming.claim(unit, statement.target)
                if statement.kind == "contradict":
                    argued.append(target)
                return Roles((), tuple(argued), (target,))
            argued += _step(statement.target, naming, before)
            return Roles((), tuple(argued), _end(statement.target, naming))
        case Link():
            premise = naming.claim(unit, statement.premise)
            step = _step(statement.target, naming, before)
            return Roles((), (premise, *step), _end(statement.target, naming))
    return Roles()


def _step(target: At | StepRef, naming: Naming, before: Sequence[Roles]) -> tuple[str, ...]:
    if isinstance(target, At):
        return before[target.index].argued[:1]
    return tuple(naming.same.get(name, name) for name in target.premises)


def bounded(unit: Unit) -> set[str]:
    """The milestones that begin or end in a unit."""
    return {start.name for start in unit.starts} | {mark.name for mark in unit.marks if mark.name}


def _end(target: At | StepRef, naming: Naming) -> tuple[str, ...]:
    """`close` in `_rust>close`."""
    if isinstance(target, At) or not target.to:
        return ()
    return (naming.same.get(target.to, target.to),)


def paired(unit: Unit) -> set[str]:
    """The names that a unit makes one with others."""
    return {name for pair in pairs_of(unit) for name in pair}


class Index(NamedTuple):
    """Units by the names used in them: by role, `kin` by family of made-up names, `spoken` by
    speaker, `bounds` by the milestones that begin or end in them, and `alike` by the names that
    they make one with others."""

    voiced: Units
    argued: Units
    aimed: Units
    kin: Units
    spoken: Units
    bounds: Units
    alike: Units

    @staticmethod
    def of(units: Iterable[Unit], naming: Naming) -> Index:
        empty = Index({}, {}, {}, {}, {}, {}, {})
        return empty.without_names((), units).with_roles((), naming, units, naming)

    def without_names(self, removed: Iterable[Unit], added: Iterable[Unit]) -> Index:
        """After a change of units, as far as no names of claims are needed for it."""
        kin, spoken = Change(self.kin), Change(self.spoken)
        bounds, alike = Change(self.bounds), Change(self.alike)
        for unit in removed:
            kin.drop(families(unit), unit)
            spoken.drop(named_in(unit), unit)
            bounds.drop(bounded(unit), unit)
            alike.drop(paired(unit), unit)
        for unit in added:
            kin.put(families(unit), unit)
            spoken.put(named_in(unit), unit)
            bounds.put(bounded(unit), unit)
            alike.put(paired(unit), unit)
        return self._replace(
            kin=kin.done(), spoken=spoken.done(), bounds=bounds.done(), alike=alike.done()
        )

    def with_roles(
        self, removed: Iterable[Unit], before: Naming, added: Iterable[Unit], naming: Naming
    ) -> Index:
        voiced, argued, aimed = Change(self.voiced), Change(self.argued), Change(self.aimed)
        for unit in removed:
            for one in roles(unit, before):
                voiced.drop(one.voiced, unit)
                argued.drop(one.argued, unit)
                aimed.drop(one.aimed, unit)
        for unit in added:
            for one in roles(unit, naming):
                voiced.put(one.voiced, unit)
                argued.put(one.argued, unit)
                aimed.put(one.aimed, unit)
        return self._replace(voiced=voiced.done(), argued=argued.done(), aimed=aimed.done())


class Change:
    """A mapping of units by name in the making; the one it is made from stays as it is."""

    def __init__(self, before: Units) -> None:
        self.before = before
        self.own: dict[str, dict[Unit, None]] = {}

    def _of(self, name: str) -> dict[Unit, None]:
        own = self.own.get(name)
        if own is None:
            own = self.own[name] = dict(self.before.get(name, ()))
        return own

    def put(self, names: Iterable[str], unit: Unit) -> None:
        for name in names:
            self._of(name)[unit] = None

    def drop(self, names: Iterable[str], unit: Unit) -> None:
        for name in names:
            self._of(name).pop(unit, None)

    def done(self) -> Units:
        return changed(self.before, {name: units or None for name, units in self.own.items()})


def together(
    start: Iterable[str],
    role: str,
    index: Units,
    naming: Naming,
    position: Mapping[Unit, int],
) -> tuple[set[str], list[Told]]:
    """All statements that belong together with a name in `start` (in order of the text), and
    all names in that role in them."""
    names = set(start)
    queue = list(names)
    found: set[tuple[Unit, int]] = set()
    known: dict[Unit, dict[str, list[tuple[int, tuple[str, ...]]]]] = {}
    while queue:
        name = queue.pop()
        for unit in index.get(name, ()):
            if unit not in known:
                known[unit] = _by_name(unit, role, naming)
            for at, others in known[unit].get(name, ()):
                if (unit, at) not in found:
                    found.add((unit, at))
                    fresh = [other for other in others if other not in names]
                    names.update(fresh)
                    queue += fresh
    ordered = sorted(found, key=lambda place: (position[place[0]], place[1]))
    return names, [Told(unit, at, unit.statements[at]) for unit, at in ordered]


def _by_name(unit: Unit, role: str, naming: Naming) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for at, one in enumerate(roles(unit, naming)):
        names = one.voiced if role == "voiced" else one.argued
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append((at, names))
    return found
