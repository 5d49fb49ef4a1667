"""Who speaks in a mark: its own `@`, or else the nearest mark's around it that has one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from argmap.diagnostic import Severity
from argmap.model import faults
from argmap.model.values import Located, Where
from argmap.syntax.units import Start, Unit, speaker_names


class Milestone(NamedTuple):
    """A paired milestone: the mark that ends it, and where it starts."""

    end: Where
    unit: Unit
    start: Start


class Cover(NamedTuple):
    """The text that a milestone with speakers covers, by number of unit and offset in it."""

    start: tuple[int, int]
    end: tuple[int, int]
    mark: Where


def milestones(units: Sequence[Unit], found: list[Located]) -> dict[Where, Milestone]:
    """Pairs the ends of milestones with the nearest start of their name before them."""
    opened: dict[str, list[tuple[Unit, Start]]] = {}
    pairs: dict[Where, Milestone] = {}
    for unit in units:
        if not unit.starts and not any(mark.name for mark in unit.marks):
            continue
        ends = [(mark.span.start, index) for index, mark in enumerate(unit.marks) if mark.name]
        events = sorted([(start.span.start, -1 - i) for i, start in enumerate(unit.starts)] + ends)
        for _, index in events:
            if index < 0:
                start = unit.starts[-1 - index]
                opened.setdefault(start.name, []).append((unit, start))
                continue
            where = Where(unit, index)
            name = where.mark.name
            if opened.get(name):
                pairs[where] = Milestone(where, *opened[name].pop())
            else:
                found.append(
                    faults.located(
                        "milestone-without-start",
                        where,
                        where.mark.span,
                        f"this ends `{name}`, which nowhere begins",
                        f"Write `{{<#{name}}}` where it begins.",
                    )
                )
    for name, rest in opened.items():
        for unit, start in rest:
            found.append(
                Located(
                    "milestone-without-end",
                    Severity.ERROR,
                    unit,
                    start.span,
                    f"this begins `{name}`, which nowhere ends",
                    f"Write `{{#{name}> claim}}` where it ends.",
                )
            )
    return pairs


def crossed(
    before: Mapping[Where, Milestone],
    now: Mapping[Where, Milestone],
    old: Sequence[Unit],
    position: Mapping[Unit, int],
) -> Iterator[Unit]:
    """The units in which the speakers of a mark may change when these milestones do: those that
    lie in one that came or went, of the units at `position`, which were `old`."""
    changed = set(before.values()) ^ set(now.values())
    was = {unit: number for number, unit in enumerate(old)}
    found: set[Unit] = {one.end.unit for one in changed}
    for places, units in ((was, old), (position, sorted(position, key=position.__getitem__))):
        ends = [0] * (len(units) + 1)
        for end, unit, _ in changed:
            if end.head.names("@") and unit in places and end.unit in places:
                ends[places[unit]] += 1
                ends[places[end.unit] + 1] -= 1
        found.update(unit for unit, depth in zip(units, accumulate(ends), strict=False) if depth)
    return (unit for unit in found if unit in position)


class Outward:
    """Ways outward from each of some nested things, to be gone in long strides: there may be
    thousands of them around one place."""

    def __init__(self) -> None:
        self.around: list[int] = []
        self.depth: list[int] = []
        self.stride: list[int] = []

    def add(self, around: int) -> None:
        """One more thing, right inside of number `around` (-1: of none)."""
        number = len(self.around)
        self.around.append(around)
        self.depth.append(self.depth[around] + 1 if around >= 0 else 0)
        far = self.stride[around] if around >= 0 else number
        even = around >= 0 and far != around and self.depth[around] - self.depth[far] == (
            self.depth[far] - self.depth[self.stride[far]]
        )  # fmt: skip
        self.stride.append(self.stride[far] if even else around if around >= 0 else number)

    def first(self, start: int, fits: Callable[[int], bool]) -> int:
        """The first thing from `start` outward that fits, as all around it do; -1 if none."""
        at = start
        while at >= 0 and not fits(at):
            far = self.stride[at]
            at = self.around[at] if far == at or fits(far) else far
        return at


class Holders:
    """Answers who speaks in a mark or map line; the mark `gone` is taken to say nothing of it."""

    def __init__(
        self,
        position: Mapping[Unit, int],
        pairs: Mapping[Where, Milestone],
        gone: Where | None = None,
    ) -> None:
        self.position = position
        self.pairs = pairs
        self.gone = gone
        self.known: dict[Unit, Outward] = {}
        self.covers: list[Cover] = []
        self.outward = Outward()
        for where, (_, unit, start) in pairs.items():
            if self._gives(where):
                opening = (position[unit], start.span.start)
                self.covers.append(Cover(opening, (position[where.unit], where.span.end), where))
        self.covers.sort(key=lambda cover: (cover.start, (-cover.end[0], -cover.end[1])))
        self.openings = [cover.start for cover in self.covers]
        still: list[int] = []
        for index, cover in enumerate(self.covers):
            while still and self.covers[still[-1]].end <= cover.end:
                still.pop()  # whatever it holds, this one begins nearer to and holds too
            self.outward.add(still[-1] if still else -1)
            still.append(index)

    def without(self, gone: Where) -> Holders:
        """The answers if a mark were not there."""
        return Holders(self.position, self.pairs, gone)

    def of(self, where: Where) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The speakers, and through whom they are reported; nobody for the article itself."""
        head = where.head
        speakers = head.names("@")
        if speakers or not where.in_text:
            written = head.get("via")
            return speakers, speaker_names(written) if written else ()
        outer = self._outer(where)
        if outer is None:
            return (), _via(where)
        return outer.head.names("@"), _via(where) or _via(outer)

    def _gives(self, where: Where) -> bool:
        """Whether the marks in a mark have their speakers from it."""
        head = where.head
        return where != self.gone and head.label != "speaker" and bool(head.names("@"))

    def _outer(self, where: Where) -> Where | None:
        """The nearest mark with speakers around a mark: of those that hold all of it, the one
        that begins last."""
        place = self.position[where.unit]
        start, end = (place, where.mark.span.start), (place, where.mark.span.end)
        pair = self.pairs.get(where)
        if pair is not None:
            start = (self.position[pair.unit], pair.start.span.start)
        bracket = self._bracket(where, start)
        at = bisect_right(self.openings, start) - 1 if self.covers else -1
        at = self.outward.first(at, lambda number: self.covers[number].end >= end)
        if at < 0 or (bracket is not None and self.covers[at].start < (place, bracket.span.start)):
            return bracket
        return self.covers[at].mark

    def _bracket(self, where: Where, start: tuple[int, int]) -> Where | None:
        marks, place = where.unit.marks, self.position[where.unit]
        outward = self._outward(where.unit)
        at = outward.first(
            outward.around[where.index], lambda number: (place, marks[number].span.start) <= start
        )
        return Where(where.unit, at) if at >= 0 else None

    def _outward(self, unit: Unit) -> Outward:
        """For each mark of a unit the bracket with speakers around it; in one pass for all."""
        known = self.known.get(unit)
        if known is None:
            known = self.known[unit] = Outward()
            for mark in unit.marks:
                outer = mark.outer
                if outer >= 0 and not self._gives(Where(unit, outer)):
                    outer = known.around[outer]
                known.add(outer)
        return known


def _via(where: Where) -> tuple[str, ...]:
    written = where.head.get("via")
    return speaker_names(written) if written else ()
