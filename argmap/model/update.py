"""The map after some units were replaced: only what their names reach is built again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from argmap.model import claims, steps, voices
from argmap.model.argmap import ArgMap, Ends, Parts, ends, premises, unknown_same
from argmap.model.faults import Faults
from argmap.model.index import Index, bounded, roles, together
from argmap.model.naming import Naming, written
from argmap.model.order import Anchor, Rank, ranked, replaced
from argmap.model.people import people_after
from argmap.model.renaming import after as names_after
from argmap.model.values import Located, Step
from argmap.syntax.units import Unit


def after(
    old: ArgMap,
    units: Sequence[Unit],
    removed: Sequence[Unit],
    added: Sequence[Unit],
    position: Mapping[Unit, int],
    author: str,
) -> ArgMap:
    """The map of `units`, which are those of `old` with some removed and some added.

    Equal to `ArgMap.of(units, …)`.
    """
    parts = old.parts
    index = old.index.without_names(removed, added)
    naming, renamed, flipped = names_after(parts.naming, index, removed, added, position)
    about_names = parts.name_faults
    if naming.same is not parts.naming.same:
        alike = {unit for units in index.alike.values() for unit in units}
        about_names = tuple(fault for unit in alike for fault in unknown_same(unit, naming))
    gone, fresh = (*removed, *renamed), (*added, *renamed)
    index = index.with_roles(gone, parts.naming, fresh, naming)
    rank = ranked(position, parts.units, removed, added)

    pairs, about_pairs = old.milestones, list(parts.milestone_faults)
    voiced, argued = _reached(gone, parts.naming, fresh, naming, index, flipped)
    if any(map(bounded, (*removed, *added))):
        about_pairs = []
        bounds = {unit for units in index.bounds.values() for unit in units}
        pairs = voices.milestones(sorted(bounds, key=position.__getitem__), about_pairs)
        for unit in voices.crossed(old.milestones, pairs, parts.units, position):
            voiced.update(name for one in roles(unit, naming) for name in one.voiced)
    names, told = together(voiced, "voiced", index.voiced, naming, position)
    about_claims = Faults()
    built = claims.build(told, naming, voices.Holders(position, pairs), about_claims)
    all_claims = replaced(old.claims, parts.claims, names, built, rank)

    premise_names, told = together(argued, "argued", index.argued, naming, position)
    about_steps = Faults()
    new_steps = steps.build(told, naming, about_steps)
    old_steps = {s.id: s for name in premise_names for s in old.out(name)}
    all_steps = replaced(old.steps, parts.steps, old_steps, new_steps, rank)

    built_again = [step for _, _, step in new_steps]
    changed = {*names, *premise_names}
    for step in (*old_steps.values(), *built_again):
        changed.update((step.root, step.target, *step.premises))
    turned = {name for name in names if (name in old.claims) != (name in all_claims[0])}
    turned |= _turned(old_steps, {step.id: step for step in built_again})
    came = {name for one in (*removed, *added) for name, _ in written(one)}
    found = ArgMap(
        all_claims[0],
        all_steps[0],
        pairs,
        Parts(
            units,
            author,
            naming,
            all_claims[1],
            all_steps[1],
            people_after(parts.people, index.spoken, removed, added, rank, author),
            _faults(parts.claim_faults, names, about_claims),
            _faults(parts.step_faults, premise_names, about_steps),
            tuple(about_pairs),
            about_names,
            parts.hints.among(naming.taken, came),
            index,
        ),
        _by_end(old.reasons, premises, old_steps, built_again, all_steps[1], rank),
        _by_end(old.targets, ends, old_steps, built_again, all_steps[1], rank),
        old.in_doubt(turned),
        old.may_turn(turned),
    )
    found.keep(old.kept, changed)
    if not turned and all(rank.same(parts.claims.get(one), anchor) for one, anchor, _ in built):
        found.keep_positions(old)
    return found


def _turned(before: Mapping[str, Step], now: Mapping[str, Step]) -> set[str]:
    """The claims at steps that came or went, or lead elsewhere now."""
    found: set[str] = set()
    for name in before.keys() | now.keys():
        pair = [steps[name] for steps in (before, now) if name in steps]
        if len({(step.kind, step.premises, step.target, step.root) for step in pair}) > 1 or (
            len(pair) == 1
        ):
            found.update(one for s in pair for one in (s.root, s.target, *s.premises))
    return found


def _reached(
    gone: Iterable[Unit],
    before: Naming,
    fresh: Iterable[Unit],
    naming: Naming,
    index: Index,
    flipped: Iterable[str],
) -> tuple[set[str], set[str]]:
    """The names of claims, and of premises, that the change has to do with."""
    voiced, argued = set(flipped), set(flipped)
    for units, names in ((gone, before), (fresh, naming)):
        for unit in units:
            for one in roles(unit, names):
                voiced.update(one.voiced)
                argued.update(one.argued)
    for name in flipped:
        for unit in index.aimed.get(name, ()):
            for one in roles(unit, naming):
                if name in one.aimed:
                    argued.update(one.argued)
    return voiced, argued


def _faults(
    old: Mapping[str, Sequence[Located]], names: Collection[str], found: Faults
) -> Mapping[str, Sequence[Located]]:
    kept = {name: faults for name, faults in old.items() if name not in names}
    return {**kept, **found.by_name}


def _by_end(
    old: Ends,
    names: Callable[[Step], Iterable[str]],
    gone: Mapping[str, Step],
    fresh: Iterable[Step],
    anchors: Mapping[str, Anchor],
    rank: Rank,
) -> Ends:
    now = dict(old)
    added: dict[str, list[Step]] = {}
    for step in fresh:
        for name in names(step):
            added.setdefault(name, []).append(step)
    for name in {*added, *(name for step in gone.values() for name in names(step))}:
        kept = [step for step in now.get(name, ()) if step.id not in gone]
        kept += added.get(name, ())
        if kept:
            kept.sort(key=lambda step: rank(anchors[step.id]))
            now[name] = tuple(kept)
        else:
            now.pop(name, None)
    return now
