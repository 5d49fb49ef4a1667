"""Values by id in order of the text, some of them replaced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from argmap.model.layers import changed
from argmap.syntax.units import Unit

Value = TypeVar("Value")


FEW = 20


class Anchor(NamedTuple):
    """What puts a value into its place in the text: the `order`-th thing in a unit."""

    unit: Unit
    order: int


class Rank:
    """The place of an anchor in the text; `instead` are the units that stand now just where
    removed ones stood, if all of a change do."""

    def __init__(self, position: Mapping[Unit, int], instead: Mapping[Unit, Unit]) -> None:
        self.position = position
        self.instead = instead

    def __call__(self, anchor: Anchor) -> tuple[int, int]:
        return self.position[anchor.unit], anchor.order

    def same(self, before: Anchor | None, now: Anchor) -> bool:
        """Whether an anchor is known to be where one was before the change."""
        if before is None or before.order != now.order:
            return False
        return self.instead.get(before.unit, before.unit) is now.unit


def ranked(
    position: Mapping[Unit, int],
    before: Sequence[Unit],
    removed: Collection[Unit],
    added: Iterable[Unit],
) -> Rank:
    """The rank among the units at `position`, which were those `before` the change."""
    if len(before) != len(position):
        return Rank(position, {})
    gone = set(removed)
    instead = {before[position[unit]]: unit for unit in added}
    return Rank(position, instead if instead.keys() == gone else {})


def replaced(
    old: Mapping[str, Value],
    anchors: Mapping[str, Anchor],
    gone: Collection[str],
    fresh: Iterable[tuple[str, Anchor, Value]],
    rank: Rank,
) -> tuple[Mapping[str, Value], Mapping[str, Anchor]]:
    """`old` without what is gone, and with what is fresh at its place."""
    fresh = list(fresh)
    if not fresh and not any(one in old for one in gone):
        return old, anchors
    moved = {**dict.fromkeys(gone), **{one: anchor for one, anchor, _ in fresh}}
    places = changed(anchors, moved)
    values = dict(old)
    stay = all(rank.same(anchors.get(one), anchor) for one, anchor, _ in fresh)
    if stay and len(fresh) == sum(one in old for one in gone):
        values.update({one: value for one, _, value in fresh})
        return values, places
    few = len(gone) < FEW
    ids = list(old) if few else [one for one in old if one not in gone]
    for one in gone:
        if few and one in old:
            ids.remove(one)  # faster for a few than a look at each
        values.pop(one, None)
    for one, anchor, value in fresh:
        values[one] = value
        at = bisect_left(ids, rank(anchor), key=lambda other: rank(places[other]))
        ids.insert(at, one)
    return dict(zip(ids, map(values.__getitem__, ids), strict=True)), places
