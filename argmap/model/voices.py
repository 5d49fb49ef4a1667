"""Who speaks in a mark: its own `@`, the mark's around it, or the milestone's around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
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
    speakers: tuple[str, ...]
    via: tuple[str, ...]


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


class Inherited(NamedTuple):
    """What a mark has from those around it; `outermost` is the number of the widest."""

    speakers: tuple[str, ...]
    via: tuple[str, ...]
    outermost: int


class Holders:
    """Answers who speaks in a mark or map line."""

    def __init__(self, position: Mapping[Unit, int], pairs: Mapping[Where, Milestone]) -> None:
        self.known: dict[Unit, list[Inherited]] = {}
        self.position = position
        covers = []
        for where, (_, unit, start) in pairs.items():
            if speakers := where.head.names("@"):
                opening = (self.position[unit], start.span.start)
                closing = (self.position[where.unit], where.mark.span.start)
                covers.append(Cover(opening, closing, speakers, _via(where)))
        self.covers = sorted(covers)
        self.openings = [cover.start for cover in self.covers]
        self.around: list[int] = []
        still: list[int] = []
        for index, cover in enumerate(self.covers):
            while still and self.covers[still[-1]].end <= cover.start:
                still.pop()
            self.around.append(still[-1] if still else -1)
            still.append(index)

    def of(self, where: Where) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The speakers, and through whom they are reported; nobody for the article itself."""
        speakers = where.head.names("@")
        if speakers or not where.in_text:
            return speakers, _via(where)
        speakers, via, outermost = self._inherited(where.unit)[where.index]
        if speakers:
            return speakers, _via(where) or via
        return self._covered(Where(where.unit, outermost), where)

    def _inherited(self, unit: Unit) -> list[Inherited]:
        """For each mark of a unit, what the marks around it say; in one pass for all of them,
        since they may be nested thousands deep."""
        known = self.known.get(unit)
        if known is None:
            known = self.known[unit] = []
            for index, mark in enumerate(unit.marks):
                if mark.outer < 0:
                    known.append(Inherited((), (), index))
                    continue
                outer, around = Where(unit, mark.outer), known[mark.outer]
                speakers = () if outer.head.label == "speaker" else outer.head.names("@")
                known.append(
                    Inherited(speakers, _via(outer), around.outermost) if speakers else around
                )
        return known

    def _covered(self, outermost: Where, where: Where) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if not self.covers or where.mark.name:
            return (), _via(where)
        place = self.position[where.unit]
        start, end = (place, outermost.mark.span.start), (place, outermost.mark.span.end)
        at = bisect_right(self.openings, start) - 1
        while at >= 0:
            cover = self.covers[at]
            if cover.end >= end:
                return cover.speakers, _via(where) or cover.via
            at = self.around[at]
        return (), _via(where)


def _via(where: Where) -> tuple[str, ...]:
    written = where.head.get("via")
    return speaker_names(written) if written else ()
