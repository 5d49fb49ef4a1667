"""The lines of an .ann file: spans, relations, attributes, notes. A wrong line is skipped."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.formats.ledger import Ledger
from argmap.text import Span

_ENDS = re.compile(r"\r\n|\r|\n")
_UNDERCUT = re.compile(r"undercut of (R\d+)\b")
_LINKED = re.compile(r"linked with (R\d+)\b")
KINDS = {"E": "events", "N": "normalisations"}
NOT_READ = "a map has nothing like it"


Reader = Callable[["Annotations", int, str, Ledger], None]


class Wrong(Exception):
    """What is wrong with a line."""


class Spot(NamedTuple):
    """A text-bound annotation; `line` counts from 1."""

    id: str
    type: str
    pieces: tuple[Span, ...]
    text: str
    line: int


class Relation(NamedTuple):
    id: str
    name: str
    source: str
    target: str


@dataclass
class Annotations:
    """What a file says. `facts` are attributes and notes by what they are about; `stances` those
    named Stance; `undercuts` and `linked` relations that notes say more about."""

    spots: dict[str, Spot] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)
    facts: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    stances: dict[str, str] = field(default_factory=dict)
    undercuts: dict[str, str] = field(default_factory=dict)
    linked: dict[str, str] = field(default_factory=dict)
    equivalent: list[tuple[str, str]] = field(default_factory=list)


def parsed(source: str, ledger: Ledger) -> Annotations:
    """The annotations in any order; relations are looked at once all spans are known."""
    found = Annotations()
    later: list[tuple[int, str]] = []
    for number, line in enumerate(_ENDS.split(source), 1):
        if not line.strip():
            continue
        if not line.startswith("T"):
            later.append((number, line))
            continue
        _tried(_spot, found, number, line, ledger)
    # Attributes and notes may be about relations, so those come first.
    for number, line in sorted(later, key=lambda one: not one[1].startswith("R")):
        reader = {"R": _relation, "*": _equivalent, "#": _note}.get(line[0], _attribute)
        if line[0] in KINDS:
            ledger.met(KINDS[line[0]])
            ledger.dropped(KINDS[line[0]], NOT_READ, line.split("\t")[0])
            continue
        _tried(reader, found, number, line, ledger)
    return found


def _tried(reader: Reader, found: Annotations, number: int, line: str, ledger: Ledger) -> None:
    try:
        reader(found, number, line, ledger)
    except Wrong as wrong:
        ledger.met("malformed lines")
        ledger.dropped("malformed lines", "skipped", f"line {number}")
        ledger.warn(f"line {number}: {wrong}: {line[:80]}")


def _fields(line: str, least: int) -> list[str]:
    """The parts between tabs, at most three; a quotation mark means nothing."""
    found = line.split("\t", 2)
    if len(found) < least:
        raise Wrong(f"{least} parts with tabs between them are needed, not {len(found)}")
    return found


def _spot(found: Annotations, number: int, line: str, ledger: Ledger) -> None:
    key, told, *rest = _fields(line, 2)
    kind, _, offsets = told.partition(" ")
    pieces = []
    for part in offsets.split(";"):
        numbers = part.split()
        if len(numbers) != 2 or not all(one.isdecimal() and len(one) < 12 for one in numbers):
            raise Wrong("a type and two offsets are needed, such as `Claim 5 40`")
        start, end = map(int, numbers)
        if start > end:
            raise Wrong("the end is before the start")
        pieces.append(Span(start, end))
    if key in found.spots:
        raise Wrong(f"{key} was there before")
    ledger.met("spans")
    text = rest[0].split("\t")[0] if rest else ""
    found.spots[key] = Spot(key, kind, tuple(pieces), text, number)


def _relation(found: Annotations, _number: int, line: str, ledger: Ledger) -> None:
    key, told, *_ = _fields(line, 2)
    parts = told.split()
    if len(parts) != 3 or not all(":" in part for part in parts[1:]):
        raise Wrong("a relation and two ends are needed, such as `supports Arg1:T2 Arg2:T1`")
    ends = {name: value for name, _, value in (part.partition(":") for part in parts[1:])}
    source, target = (ends.get("Arg1", ""), ends.get("Arg2", ""))
    if not source or not target:
        source, target = (part.partition(":")[2] for part in parts[1:])
    missing = next((end for end in (source, target) if end not in found.spots), "")
    if missing:
        raise Wrong(f"there is no {missing}")
    if key in found.relations:
        raise Wrong(f"{key} was there before")
    ledger.met("relations")
    found.relations[key] = Relation(key, parts[0], source, target)


def _attribute(found: Annotations, _number: int, line: str, ledger: Ledger) -> None:
    if line[0] not in "AM":
        raise Wrong("no line of brat begins so")
    _, told, *_ = _fields(line, 2)
    name, _, rest = told.partition(" ")
    about, _, value = rest.partition(" ")
    if about not in found.spots and about not in found.relations:
        raise Wrong(f"there is no {about}" if about else "what it is about is missing")
    ledger.met("attributes")
    ledger.kept("attributes")
    if name.casefold() == "stance":
        found.stances[about] = value
    found.facts.setdefault(about, []).append((name, value.strip()))


def _equivalent(found: Annotations, _number: int, line: str, ledger: Ledger) -> None:
    _, told, *_ = _fields(line, 2)
    first, *others = told.split()[1:] or [""]
    missing = next((key for key in (first, *others) if key not in found.spots), None)
    if missing is not None:
        raise Wrong(f"there is no {missing}")
    for other in others:
        ledger.met("equivalences")
        found.equivalent.append((first, other))


def _note(found: Annotations, _number: int, line: str, ledger: Ledger) -> None:
    _, told, *rest = _fields(line, 2)
    about = told.partition(" ")[2].strip()
    note = rest[0] if rest else ""
    if about not in found.spots and about not in found.relations:
        raise Wrong(f"there is no {about}" if about else "what it is about is missing")
    ledger.met("notes")
    ledger.kept("notes")
    undercut, linked = _UNDERCUT.match(note), _LINKED.match(note)
    if about in found.relations and undercut:
        found.undercuts[about] = undercut[1]
    elif about in found.relations and linked:
        found.linked[about] = linked[1]
    else:
        found.facts.setdefault(about, []).append(("note", note))
