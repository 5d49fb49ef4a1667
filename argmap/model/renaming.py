"""What a change of some units does to the names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model.index import Index, paired
from argmap.model.layers import changed
from argmap.model.naming import Naming, classes, families, family, named, pairs_of, written
from argmap.syntax.units import Unit


class Renaming(NamedTuple):
    """The names after a change: units in which claims go by other names though it did not touch
    them, and names that claims have now and had not, or had and have not."""

    naming: Naming
    renamed: tuple[Unit, ...]
    flipped: frozenset[str]


def after(
    old: Naming,
    index: Index,
    removed: Sequence[Unit],
    added: Sequence[Unit],
    position: Mapping[Unit, int],
) -> Renaming:
    """The names after the change. `index` knows the units of now by their made-up names and by
    names made one, and those of before by all others."""
    more_defined: dict[str, int] = {}
    more_taken: dict[str, int] = {}
    for units, by in ((removed, -1), (added, 1)):
        for unit in units:
            for name, of_claim in written(unit):
                more_taken[name] = more_taken.get(name, 0) + by
                if of_claim:
                    more_defined[name] = more_defined.get(name, 0) + by
    defined, taken = _counted(old.defined, more_defined), _counted(old.taken, more_taken)
    flipped = frozenset(n for n in more_defined if (n in defined) != (n in old.defined))
    same, pairs, moved = old.same, old.paired, set[str]()
    if flipped & old.paired or any(map(paired, (*removed, *added))):
        alike = {unit for units in index.alike.values() for unit in units}
        told = [pair for unit in sorted(alike, key=position.__getitem__) for pair in pairs_of(unit)]
        same, pairs = classes(told, defined), frozenset(name for pair in told for name in pair)
        both = {*same, *old.same}
        moved = {name for name in both if same.get(name, name) != old.same.get(name, name)}
    kin = index.kin
    wanted = {one for unit in (*removed, *added) for one in families(unit)}
    wanted |= {family(name) for name in more_taken if (name in taken) != (name in old.taken)}
    wanted &= kin.keys() | {one for unit in removed for one in families(unit)}
    generated = old.generated
    renamed: tuple[Unit, ...] = ()
    if wanted:
        generated, renamed = _again(old, kin, wanted, taken, removed, position)
    led = {old.same.get(name, name) for name in moved}
    by_role = (index.voiced, index.argued, index.aimed)
    others = {unit for units in by_role for name in led for unit in units.get(name, ())}
    others.difference_update(removed, renamed)
    naming = Naming(defined, taken, pairs, same, generated)
    return Renaming(naming, (*renamed, *others), flipped)


def _counted(counts: Mapping[str, int], more: Mapping[str, int]) -> Mapping[str, int]:
    if not any(more.values()):
        return counts
    return changed(counts, {name: counts.get(name, 0) + by or None for name, by in more.items()})


def _again(
    old: Naming,
    kin: Mapping[str, Mapping[Unit, None]],
    wanted: Iterable[str],
    taken: Mapping[str, int],
    removed: Sequence[Unit],
    position: Mapping[Unit, int],
) -> tuple[dict[Unit, tuple[str, ...]], tuple[Unit, ...]]:
    """All made-up names, those of the wanted families anew; and the old units that it renamed."""
    generated = dict(old.generated)
    for unit in removed:
        generated.pop(unit, None)
    units = {unit for one in wanted for unit in kin.get(one, ())}
    ordered = sorted(units, key=position.__getitem__)
    renamed: list[Unit] = []
    for unit, names in named(ordered, taken, frozenset(wanted)).items():
        before = generated.get(unit)
        if before is None:
            generated[unit] = names
            continue
        now = tuple(new or kept for new, kept in zip(names, before, strict=True))
        if now != before:
            generated[unit] = now
            renamed.append(unit)
    return generated, tuple(renamed)
