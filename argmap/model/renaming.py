"""What a change of some units does to the names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from argmap.model.naming import Naming, families, family, named, written
from argmap.syntax.units import Unit


class Renaming(NamedTuple):
    """The names after a change: units whose made-up names it changed though it did not touch
    them, and names that claims have now and had not, or had and have not."""

    naming: Naming
    renamed: tuple[Unit, ...]
    flipped: frozenset[str]


def after(
    old: Naming,
    kin: Mapping[str, Mapping[Unit, None]],
    removed: Sequence[Unit],
    added: Sequence[Unit],
    position: Mapping[Unit, int],
) -> Renaming | None:
    """The names after the change; `kin` are the units (of now) with made-up names, by family.

    None if the change reaches further than can be told from the units alone.
    """
    defined, taken = dict(old.defined), dict(old.taken)
    touched: set[str] = set()
    for units, by in ((removed, -1), (added, 1)):
        for unit in units:
            for name, of_claim in written(unit):
                touched.add(name)
                _count(taken, name, by)
                if of_claim:
                    _count(defined, name, by)
    flipped = frozenset(name for name in touched if (name in defined) != (name in old.defined))
    if flipped & old.paired:
        return None
    wanted = {one for unit in (*removed, *added) for one in families(unit)}
    wanted |= {family(name) for name in touched if (name in taken) != (name in old.taken)}
    wanted &= kin.keys() | {one for unit in removed for one in families(unit)}
    generated = old.generated
    renamed: tuple[Unit, ...] = ()
    if wanted:
        generated, renamed = _again(old, kin, wanted, taken, removed, position)
    return Renaming(Naming(defined, taken, old.paired, old.same, generated), renamed, flipped)


def _count(counts: dict[str, int], name: str, by: int) -> None:
    counts[name] = counts.get(name, 0) + by
    if not counts[name]:
        del counts[name]


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
