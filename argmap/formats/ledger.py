"""The account of an import or export: what was met, and whether it was kept, changed or dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

EXAMPLES = 3


class Entry(NamedTuple):
    """Things of one unit ("I nodes") that met the same fate, "changed" or "dropped", and why.
    `examples` are the first few of them, as a user could find them in the file."""

    fate: str
    unit: str
    why: str
    many: int
    examples: tuple[str, ...] = ()


class Report(NamedTuple):
    """What became of a file. For each unit that was met: met = kept + changed + dropped.

    `warnings` are about single places of the file and change no count.
    """

    met: Mapping[str, int]
    kept: Mapping[str, int]
    entries: tuple[Entry, ...]
    warnings: tuple[str, ...] = ()

    @property
    def lossless(self) -> bool:
        return not self.entries

    def count(self, fate: str, unit: str = "") -> int:
        """How many were changed or dropped, of one unit or of all."""
        return sum(e.many for e in self.entries if e.fate == fate and unit in ("", e.unit))

    def unbalanced(self) -> dict[str, int]:
        """Units of which some disappeared uncounted, with how many; none in a sound report."""
        found = {unit: met - self.kept.get(unit, 0) for unit, met in self.met.items()}
        for unit in self.kept:
            found.setdefault(unit, -self.kept[unit])
        for entry in self.entries:
            found[entry.unit] = found.get(entry.unit, 0) - entry.many
        return {unit: rest for unit, rest in found.items() if rest}


def total(reports: Iterable[Report]) -> Report:
    """The account of several files as one, without their warnings and examples."""
    met: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    others: Counter[tuple[str, str, str]] = Counter()
    for report in reports:
        met.update(report.met)
        kept.update(report.kept)
        for entry in report.entries:
            others[entry.fate, entry.unit, entry.why] += entry.many
    entries = tuple(Entry(*key, many) for key, many in sorted(others.items()))
    return Report(met, kept, entries)


class Ledger:
    """A report in the making."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()
        self._kept: Counter[str] = Counter()
        self._others: Counter[tuple[str, str, str]] = Counter()
        self._examples: dict[tuple[str, str, str], list[str]] = {}
        self._warnings: list[str] = []

    def met(self, unit: str, count: int = 1) -> None:
        """Things of the file were found."""
        if unit and count:
            self._met[unit] += count

    def kept(self, unit: str, count: int = 1) -> None:
        if unit and count:
            self._kept[unit] += count

    def changed(self, unit: str, why: str, example: str = "", count: int = 1) -> None:
        self._other("changed", unit, why, example, count)

    def dropped(self, unit: str, why: str, example: str = "", count: int = 1) -> None:
        self._other("dropped", unit, why, example, count)

    def rest(self, unit: str) -> None:
        """All others of the unit that were met are kept."""
        self._kept[unit] = self._met[unit] - self.told(unit)

    def kept_of(self, unit: str) -> int:
        """How many of the unit were kept so far."""
        return self._kept[unit]

    def told(self, unit: str) -> int:
        """How many of the unit were changed or dropped so far."""
        return sum(count for key, count in self._others.items() if key[1] == unit)

    def warn(self, message: str) -> None:
        """One place of the file is wrong, and was passed over or mended."""
        self._warnings.append(message)

    def _other(self, fate: str, unit: str, why: str, example: str, count: int) -> None:
        if not unit or not count:
            return
        key = (fate, unit, why)
        self._others[key] += count
        examples = self._examples.setdefault(key, [])
        if example and len(examples) < EXAMPLES:
            examples.append(example)

    def report(self) -> Report:
        entries = (
            Entry(*key, count, tuple(self._examples[key])) for key, count in self._others.items()
        )
        ordered = sorted(entries, key=lambda entry: entry.fate)
        kept = {unit: count for unit, count in self._kept.items() if count}
        return Report(dict(self._met), kept, tuple(ordered), tuple(self._warnings))
