"""Which name each claim goes by: written ones, names made one by `=`, and made-up ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from argmap.syntax.statements import Ref, Relation, Same, Voice
from argmap.syntax.units import Unit


@dataclass(frozen=True, slots=True)
class Naming:
    """`same` leads from a name to the one that stands for its claim, where they differ."""

    defined: frozenset[str]
    same: dict[str, str]
    generated: dict[Unit, tuple[str, ...]]

    def claim(self, unit: Unit, ref: Ref) -> str:
        """The id of the claim that a statement of `unit` refers to."""
        return self.generated[unit][ref] if isinstance(ref, int) else self.same.get(ref, ref)

    def knows(self, ref: object) -> bool:
        return isinstance(ref, int) or ref in self.defined


def of(units: Sequence[Unit]) -> Naming:
    defined: dict[str, None] = {}
    taken: set[str] = set()
    pairs: list[tuple[str, str]] = []
    for unit in units:
        for statement in unit.statements:
            if isinstance(statement, Voice):
                if isinstance(statement.claim, str) and statement.stance in _DEFINING:
                    defined[statement.claim] = None
            elif isinstance(statement, Same):
                pairs.append((statement.left, statement.right))
            elif isinstance(statement, Relation) and statement.about.name:
                taken.add(statement.about.name)
    taken.update(defined)
    generated: dict[Unit, tuple[str, ...]] = {}
    counts: dict[str, int] = {}
    for unit in units:
        if unit.nameless:
            generated[unit] = tuple(_free(slug, taken, counts) for slug in unit.slugs)
    return Naming(frozenset(defined), _classes(pairs, defined), generated)


_DEFINING = ("asserts", "denies", "defines")


def _free(slug: str, taken: set[str], counts: dict[str, int]) -> str:
    """The slug, or with `-2`, `-3` … behind it the first such name that is free."""
    while True:
        count = counts[slug] = counts.get(slug, 0) + 1
        name = slug if count == 1 else f"{slug}-{count}"
        if name not in taken:
            taken.add(name)
            return name


def _classes(pairs: list[tuple[str, str]], defined: dict[str, None]) -> dict[str, str]:
    """For each name that is not the one standing for its claim, that one."""
    leads: dict[str, str] = {}

    def find(name: str) -> str:
        path = []
        while name in leads:
            path.append(name)
            name = leads[name]
        for passed in path:
            leads[passed] = name
        return name

    for left, right in pairs:
        if left in defined and right in defined:
            first, second = find(left), find(right)
            if first != second:
                leads[first] = second
    return {name: find(name) for name in leads}
