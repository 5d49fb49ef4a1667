"""What was measured, as rows of a table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tests.bench.measure import Cost

SEEN = 0.05
"""Seconds above start-up from which on growth says anything."""


class Row(NamedTuple):
    """What `what` cost for an input of `size` (`count` of something, for the growth). `other` is
    the cost of `peer` in the same run. `aim` says what was aimed at and `note` what was reached,
    where that is not a time or a ratio."""

    what: str
    size: str
    count: int
    cost: Cost
    peer: str = ""
    other: Cost | None = None
    aim: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """argmap's user time as a share of the peer's; None where that is not known."""
        if self.other is None or self.other.code or self.cost.code not in (0, 1):
            return None
        return self.cost.user / self.other.user if self.other.user else None


class Part(NamedTuple):
    """A table, with the user time that each command needs to start at all."""

    title: str
    rows: Sequence[Row]
    started: float = 0.0


def growth(part: Part) -> list[float | None]:
    """For each row the exponent from the size before to this one; 1 is linear. None for the first
    size, and where one of both is too quick to tell."""
    found: list[float | None] = []
    before: dict[str, tuple[int, float]] = {}
    for row in part.rows:
        above = row.cost.user - part.started
        last = before.get(row.what)
        told = last and last[0] < row.count and min(last[1], above) > SEEN
        found.append(
            math.log(above / last[1]) / math.log(row.count / last[0]) if last and told else None
        )
        before[row.what] = (row.count, above)
    return found


HEAD = ("", "size", "user s", "wall s", "MiB", "growth", "peer", "user s", "MiB", "ratio", "aim")


def lines(part: Part) -> Iterator[str]:
    """The table as Markdown."""
    yield f"### {part.title}"
    yield ""
    table = [
        HEAD,
        *(_cells(row, grown) for row, grown in zip(part.rows, growth(part), strict=True)),
    ]
    used = [at for at in range(len(HEAD)) if any(row[at] for row in table[1:])]
    for number, row in enumerate(table):
        yield "| " + " | ".join(row[at] for at in used) + " |"
        if not number:
            yield "|" + "|".join("---" if at in (0, 1, 6, 10) else "--:" for at in used) + "|"
    yield ""


def _cells(row: Row, grown: float | None) -> tuple[str, ...]:
    other, ratio = row.other, row.ratio
    return (
        row.what,
        row.size,
        row.note or _seconds(row.cost.user) + _failed(row.cost),
        _seconds(row.cost.wall),
        f"{row.cost.memory:.0f}" if row.cost.memory else "",
        "" if grown is None else f"{grown:.2f}",
        row.peer,
        _seconds(other.user) + _failed(other) if other else "",
        f"{other.memory:.0f}" if other and other.memory else "",
        "" if ratio is None else f"{ratio:.2f}",
        row.aim,
    )


def _seconds(value: float) -> str:
    return "" if not value else f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _failed(cost: Cost) -> str:
    """0 is sound, 1 are findings."""
    if cost.code in (0, 1):
        return ""
    return f" (exit {cost.code})" if cost.code > 0 else f" (signal {-cost.code})"


def plain(parts: Iterable[Part]) -> list[dict[str, object]]:
    """The same for JSON."""
    return [
        {
            "title": part.title,
            "rows": [
                {
                    **row._asdict(),
                    "cost": row.cost._asdict(),
                    "other": row.other._asdict() if row.other else None,
                    "growth": grown,
                    "ratio": row.ratio,
                }
                for row, grown in zip(part.rows, growth(part), strict=True)
            ],
        }
        for part in parts
    ]
