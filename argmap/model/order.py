"""Values by id in order of the text, some of them replaced."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple, TypeVar

from argmap.syntax.units import Unit

Value = TypeVar("Value")


class Anchor(NamedTuple):
    """What puts a value into its place in the text: the `order`-th thing in a unit."""

    unit: Unit
    order: int


Rank = Callable[[Anchor], tuple[int, int]]


def ranked(position: Mapping[Unit, int]) -> Rank:
    return lambda anchor: (position[anchor.unit], anchor.order)


def replaced(
    old: Mapping[str, Value],
    anchors: Mapping[str, Anchor],
    gone: Collection[str],
    fresh: Iterable[tuple[str, Anchor, Value]],
    rank: Rank,
) -> tuple[Mapping[str, Value], Mapping[str, Anchor]]:
    """`old` without what is gone, and with what is fresh at its place."""
    ids = [one for one in old if one not in gone]
    values, places = dict(old), dict(anchors)
    for one in gone:
        values.pop(one, None)
        places.pop(one, None)
    for one, anchor, value in fresh:
        values[one], places[one] = value, anchor
        at = bisect_left(ids, rank(anchor), key=lambda other: rank(places[other]))
        ids.insert(at, one)
    return {one: values[one] for one in ids}, places
