"""Prints what an import or export kept, changed and dropped."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from argmap.visible import visible

if TYPE_CHECKING:
    import argparse

    from argmap.formats.ledger import Entry, Report

WARNINGS = 20
"""So many warnings are printed for a file, the others counted."""


def add_options(parser: argparse.ArgumentParser) -> None:
    told = "how to tell what was kept, changed and dropped (to standard error)"
    parser.add_argument("--report", choices=("text", "json", "none"), default="text", help=told)
    strict = "fail, and write nothing, when anything is changed or dropped"
    parser.add_argument("--strict", action="store_true", help=strict)


def tell(report: Report, how: str, about: Mapping[str, str]) -> None:
    """Prints a report to standard error; `about` names the file and the format."""
    if how == "json":
        import json

        found = {
            **about,
            "met": dict(report.met),
            "kept": dict(report.kept),
            "changed": [_plain(entry) for entry in report.entries if entry.fate == "changed"],
            "dropped": [_plain(entry) for entry in report.entries if entry.fate == "dropped"],
            "warnings": list(report.warnings),
        }
        print(json.dumps(found), file=sys.stderr)
        return
    if how == "text":
        for line in lines(report, about.get("file", "")):
            print(visible(line, keep=""), file=sys.stderr)


def lines(report: Report, file: str = "") -> Iterable[str]:
    """The report for people: a line of what was kept, one for each kind of change or loss."""
    yield from warnings(report, file)
    yield "kept: " + (_counts(report.kept) or "nothing")
    alike: dict[tuple[str, str], list[Entry]] = {}
    for entry in report.entries:
        alike.setdefault((entry.fate, entry.why), []).append(entry)
    for (fate, why), entries in alike.items():
        counts = ", ".join(_some(entry.many, entry.unit) for entry in entries)
        named = [_short(one) for entry in entries for one in entry.examples]
        more = " …" if sum(entry.many for entry in entries) > len(named) else ""
        examples = f" ({', '.join(named)}{more})" if named else ""
        yield f"{fate}: {counts}: {why}{examples}"


def warnings(report: Report, file: str) -> Iterable[str]:
    """What is wrong with single places of a file; the first few of them."""
    prefix = f"{file}: " if file else ""
    for warning in report.warnings[:WARNINGS]:
        yield f"{prefix}{warning}"
    if len(report.warnings) > WARNINGS:
        yield f"{prefix}{len(report.warnings) - WARNINGS} more such warnings"


def _counts(kept: Mapping[str, int]) -> str:
    return ", ".join(_some(count, unit) for unit, count in kept.items())


def _some(count: int, unit: str) -> str:
    """A number of things, whose name is in the plural."""
    return f"{count} {unit.removesuffix('s') if count == 1 else unit}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _plain(entry: Entry) -> dict[str, object]:
    return {
        "unit": entry.unit,
        "count": entry.many,
        "why": entry.why,
        "examples": list(entry.examples),
    }
