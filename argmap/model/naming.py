"""Which name each claim goes by: written ones, names made one by `=`, and made-up ones."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from argmap.syntax.statements import Ref, Relation, Same, Voice
from argmap.syntax.units import Unit

_DEFINING = ("asserts", "denies", "defines")
_NUMBER = re.compile(r"(?:-\d+)+\Z")


class Naming:
    """`same` leads from a name to the one that stands for its claim, where they differ.

    `defined` counts how often each name is given to a claim, `taken` also those of steps;
    `paired` are the names in statements with `=`; `generated` are the names that claims
    without one get, by unit.
    """

    def __init__(
        self,
        defined: Mapping[str, int],
        taken: Mapping[str, int],
        paired: frozenset[str],
        same: Mapping[str, str],
        generated: Mapping[Unit, tuple[str, ...]],
    ) -> None:
        self.defined = defined
        self.taken = taken
        self.paired = paired
        self.same = same
        self.generated = generated

    def claim(self, unit: Unit, ref: Ref) -> str:
        """The id of the claim that a statement of `unit` refers to."""
        return self.generated[unit][ref] if isinstance(ref, int) else self.same.get(ref, ref)

    def knows(self, ref: object) -> bool:
        return isinstance(ref, int) or ref in self.defined

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """The other names of a claim, by the one that stands for it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, main in sorted(self.same.items()):
            found[main].append(name)
        return {main: tuple(names) for main, names in found.items()}


def of(units: Sequence[Unit]) -> Naming:
    defined: dict[str, int] = {}
    taken: dict[str, int] = {}
    pairs: list[tuple[str, str]] = []
    for unit in units:
        for name, of_claim in written(unit):
            taken[name] = taken.get(name, 0) + 1
            if of_claim:
                defined[name] = defined.get(name, 0) + 1
        pairs += pairs_of(unit)
    nameless = [unit for unit in units if unit.nameless]
    return Naming(
        defined,
        taken,
        frozenset(name for pair in pairs for name in pair),
        classes(pairs, defined),
        named(nameless, taken),
    )


def written(unit: Unit) -> Iterator[tuple[str, bool]]:
    """The names that a unit gives, and whether to a claim (else to a step)."""
    for statement in unit.statements:
        if isinstance(statement, Voice):
            if isinstance(statement.claim, str) and statement.stance in _DEFINING:
                yield statement.claim, True
        elif isinstance(statement, Same):
            if statement.source.in_text:  # `[…]{#shut =close}` gives the name as well
                yield statement.left, True
        elif isinstance(statement, Relation) and statement.about.name:
            yield statement.about.name, False


def pairs_of(unit: Unit) -> Iterator[tuple[str, str]]:
    """The names that a unit makes one."""
    return ((one.left, one.right) for one in unit.statements if isinstance(one, Same))


def family(name: str) -> str:
    """What names have in common that can get in each other's way: `rust`, `rust-2` …"""
    return _NUMBER.sub("", name)


def families(unit: Unit) -> set[str]:
    return {family(slug) for slug in unit.slugs} if unit.nameless else set()


def named(
    units: Iterable[Unit], taken: Mapping[str, int], wanted: Collection[str] | None = None
) -> dict[Unit, tuple[str, ...]]:
    """The names made up for the claims of units, which are in order of the text; of some
    families only where `wanted` says so (the others stay empty)."""
    counts: dict[str, int] = {}
    given: set[str] = set()
    return {
        unit: tuple(
            _free(slug, taken, given, counts) if wanted is None or family(slug) in wanted else ""
            for slug in unit.slugs
        )
        for unit in units
    }


def _free(slug: str, taken: Mapping[str, int], given: set[str], counts: dict[str, int]) -> str:
    """The slug, or with `-2`, `-3` … behind it the first such name that is free."""
    while True:
        count = counts[slug] = counts.get(slug, 0) + 1
        name = slug if count == 1 else f"{slug}-{count}"
        if name not in taken and name not in given:
            given.add(name)
            return name


def classes(pairs: Sequence[tuple[str, str]], defined: Mapping[str, int]) -> dict[str, str]:
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
