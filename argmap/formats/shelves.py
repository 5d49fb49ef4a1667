"""Where the parts of a map that nothing connects stand in a picture: on shelves, as on a page.

Graphviz puts them all in one row, which nobody can print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf, log

SHAPE = 1.6
"""Width to height of the page aimed at."""


@dataclass(frozen=True)
class Part:
    """Boxes that hang together: `wide` of them side by side, `tall` of them in the longest way."""

    tops: tuple[str, ...]
    bottoms: tuple[str, ...]
    wide: int
    tall: int


def parts(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> list[Part]:
    """The parts of a graph whose edges lead up; first those with edges, in order of the nodes."""
    up: dict[str, list[str]] = {node: [] for node in nodes}
    down: dict[str, list[str]] = {node: [] for node in nodes}
    for lower, upper in edges:
        up[lower].append(upper)
        down[upper].append(lower)
    found: list[Part] = []
    seen: set[str] = set()
    for node in nodes:
        if node not in seen:
            members = _reached([node], up, down)
            seen.update(members)
            found.append(_part(list(members), up, down))
    return sorted(found, key=lambda part: part.tall == 1)


def _part(members: list[str], up: dict[str, list[str]], down: dict[str, list[str]]) -> Part:
    tops = [node for node in members if not up[node]] or members[:1]
    bottoms = [node for node in members if not down[node]] or members[-1:]
    levels = [tops]
    seen = set(tops)
    while levels[-1]:
        below = dict.fromkeys(one for node in levels[-1] for one in down[node] if one not in seen)
        seen.update(below)
        levels.append(list(below))
    levels.pop()
    return Part(tuple(tops), tuple(bottoms), max(map(len, levels)), len(levels))


def _reached(start: list[str], *ways: dict[str, list[str]]) -> dict[str, None]:
    found = dict.fromkeys(start)
    waiting = list(start)
    while waiting:
        node = waiting.pop()
        for way in ways:
            new = [one for one in way[node] if one not in found]
            found.update(dict.fromkeys(new))
            waiting += new
    return found


def shelved(
    found: Sequence[Part], side: float = 165, level: float = 105, *, turned: bool = False
) -> list[list[Part]]:
    """The parts on shelves, so many that the page comes near to SHAPE.

    `side` is what a box takes beside another, `level` what it takes above another. `turned` where
    the shelves stand upright.
    """
    shape = 1 / SHAPE if turned else SHAPE
    best: list[list[Part]] = []
    least = inf
    for room in _rooms(found):
        shelves = _filled(found, room)
        width = max(sum(part.wide for part in shelf) for shelf in shelves) * side
        height = sum(max(part.tall for part in shelf) for shelf in shelves) * level
        off = abs(log(width / height / shape))
        if off < least:
            best, least = shelves, off
    return best


def _rooms(found: Sequence[Part]) -> Iterator[int]:
    """Widths of a shelf to try."""
    room = max((part.wide for part in found), default=0)
    total = sum(part.wide for part in found)
    while found:
        yield room
        if room >= total:
            return
        room += max(1, room // 12)


def _filled(found: Sequence[Part], room: int) -> list[list[Part]]:
    """Each part on the last shelf, or on the one before if it leaves room; else on a new one.

    Single boxes have shelves of their own: beside a tree they would float in the air.
    """
    shelves: list[list[Part]] = []
    left: list[int] = []
    for part in found:
        recent = range(max(0, len(shelves) - 2), len(shelves))
        alike = [n for n in recent if (shelves[n][0].tall == 1) == (part.tall == 1)]
        place = next((n for n in alike if left[n] >= part.wide), None)
        if place is None:
            shelves.append([part])
            left.append(room - part.wide)
        else:
            shelves[place].append(part)
            left[place] -= part.wide
    return shelves
