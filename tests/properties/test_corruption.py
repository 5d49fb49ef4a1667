"""The corruption gate: damage to one place leaves every annotation elsewhere as it is.

`ARGMAP_CORRUPTIONS=10000` runs more than the 400 of each run.
"""

from __future__ import annotations

import os
import random
import re
import sys
from pathlib import Path
from typing import NamedTuple

from texts import ROWS

from argmap.document import Document
from argmap.text import Span, TextEdit

ROOT = Path(__file__).resolve().parents[2]
COUNT = int(os.environ.get("ARGMAP_CORRUPTIONS", "400"))
PROSE = {name: row for name, row in ROWS.items() if name not in ("front", "own-front", "wrong")}


class Damage(NamedTuple):
    """A way to break a text: where it applies, what it writes there, whether that is legal."""

    where: str
    text: str
    legal: bool


DAMAGES = {
    "a `[` deleted": Damage(r"\[(?=[^\[\]]*\]\{(?:claim|premise))", "", False),
    "a `]` deleted": Damage(r"\](?=\{(?:claim|premise))", "", False),
    "a `{` deleted": Damage(r"(?<=\])\{(?=(?:claim|premise))", "", False),
    "a `}` deleted": Damage(r"(?<=[\w\"])\}", "", False),
    "a `[` doubled": Damage(r"\[(?=\w)", "[[", True),
    "a `]` doubled": Damage(r"\](?=\{)", "]]", True),
    "a `{` doubled": Damage(r"(?<=\])\{(?=[a-z#])", "{{", False),
    "a `}` doubled": Damage(r"(?<=\w)\}", "}}", True),
    "garbage in a head": Damage(r"(?<=\{)(?=(?:claim|premise))", "%? ", False),
    "a half-typed head": Damage(r"(?<=[\w\]])\{(?:claim|premise)[^{}]*\}", "{claim #ha", False),
    "an open quote": Damage(r"(?<=\{)(?=(?:claim|premise))", 'note="', False),
    "a bad arrow": Damage(r"(?<=[a-z]) (?:\+>|->|_>) (?=#)", " ~> ", False),
    "a target missing": Damage(r"(?<= )[+-]#?[a-z][\w-]*(?=[ }])", "+", False),
    "half a milestone": Damage(r"\{<#[a-z]+\}", "{<#", False),
}


class Score(NamedTuple):
    tried: int
    kept: int
    illegal: int
    told: int


def _piece(rnd: random.Random) -> str:
    """A row of the language among prose; a map block ends with a blank line."""
    name = rnd.choice(sorted(PROSE))
    end = "\n\n" if name.startswith("map") else rnd.choice([" and so on. ", " so.\n", " on.\n\n"])
    return PROSE[name] + end


def documents(rnd: random.Random) -> list[str]:
    maps = [path.read_text("utf-8") for path in sorted((ROOT / "maps").glob("*.argmap"))]
    made = ["".join(_piece(rnd) for _ in range(rnd.randint(3, 12))) for _ in range(40)]
    return [*maps, *made]


def annotations(document: Document) -> list[tuple[Span, tuple[object, ...], set[str]]]:
    """Each mark and map line: its place, what it says, and the names in it."""
    found = []
    for unit in document.units:
        start = document.start(unit)
        for mark in unit.marks:
            heads = tuple((a.sign, a.name, a.to, a.value) for a in mark.head.attributes)
            says = (unit.words(mark.words), heads, mark.name)
            names = {part for _, name, to, _ in heads for part in (name, to)} | {mark.name}
            found.append((mark.span.shift(start), says, names))
        for at, line in unit.lines:
            heads = tuple((a.sign, a.name, a.to, a.value) for a in line.head.attributes)
            says = (line.form, line.text, line.arrow, heads)
            found.append((line.span.shift(start + at), says, set()))
    return found


def touched(spans: list[Span], damage: Span) -> set[int]:
    """Those that hold the damage, and those nested with or around such a one."""
    hit = {
        n for n, span in enumerate(spans) if span.start <= damage.end and damage.start <= span.end
    }
    around = [spans[n] for n in hit]
    return hit | {
        n
        for n, span in enumerate(spans)
        if any(span.holds(other) or other.holds(span) for other in around)
    }


def kept(before: Document, after: Document, edit: TextEdit) -> list[object]:
    """The annotations that the damage does not touch and that are not there any more."""
    old, new = annotations(before), annotations(after)
    shift = len(edit.text) - (edit.span.end - edit.span.start)
    there = {(span, says) for span, says, _ in new}
    hit = touched([span for span, _, _ in old], edit.span)
    moved = Span(edit.span.start, edit.span.start + len(edit.text))
    fresh = {new[n][0] for n in touched([span for span, _, _ in new], moved)}
    lost: list[object] = []
    for number, (span, says, _) in enumerate(old):
        place = span.shift(shift) if span.start >= edit.span.end else span
        around = any(other.holds(place) for other in fresh)
        if number not in hit and not around and (place, says) not in there:
            lost.append((span, says))
    return lost


def new_faults(before: Document, after: Document, edit: TextEdit) -> bool:
    """Whether something is diagnosed that was not, or not there."""
    shift = len(edit.text) - (edit.span.end - edit.span.start)
    known = {
        (f.code, f.message, f.span.start + (shift if f.span.start >= edit.span.end else 0))
        for f in before.diagnostics
    }
    return any((f.code, f.message, f.span.start) not in known for f in after.diagnostics)


def test_damage_stays_where_it_is() -> None:
    rnd = random.Random(7)
    texts = documents(rnd)
    score = {name: Score(0, 0, 0, 0) for name in DAMAGES}
    failures: list[str] = []
    tries = 0
    while tries < COUNT:
        text = rnd.choice(texts)
        name = rnd.choice(sorted(DAMAGES))
        damage = DAMAGES[name]
        places = list(re.finditer(damage.where, text))
        if not places:
            continue
        tries += 1
        place = rnd.choice(places)
        before = Document.of(text)
        edit = TextEdit(Span(*place.span()), damage.text)
        after = before.edit([edit])
        lost = kept(before, after, edit)
        told = new_faults(before, after, edit)
        old = score[name]
        score[name] = Score(
            old.tried + 1,
            old.kept + (not lost),
            old.illegal + (not damage.legal),
            old.told + bool(told and not damage.legal),
        )
        if lost or not (told or damage.legal):
            line = text.count("\n", 0, place.start()) + 1
            shown = after.text[max(0, edit.span.start - 40) : edit.span.start + 40]
            failures.append(f"{name}, line {line}: {shown!r} lost {lost[:2]}")
    for name, one in sorted(score.items()):
        sys.stdout.write(
            f"\n{name}: {one.kept}/{one.tried} identical, {one.told}/{one.illegal} diagnosed"
        )
    assert not failures, f"{len(failures)} of {COUNT}\n" + "\n".join(failures[:10])
