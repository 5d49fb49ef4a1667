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
from argmap.edits.heads import every
from argmap.model.values import Where
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
    "a line's target missing": Damage(r"(?<=[+>]>|->|_>) #[a-z][\w-]*(?=\n)", "", False),
    "a colon missing": Damage(r"(?<=[^\n]\n#[a-z]):(?= )", "", False),
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


class Note(NamedTuple):
    """A mark or map line: its place and words, the names in it (also the made-up one of its
    claim), and what the map has from it. `start` is where a milestone begins, `whole` all
    that it covers."""

    span: Span
    start: Span
    whole: Span
    written: str
    names: frozenset[str]
    meant: tuple[object, ...]


def annotations(document: Document) -> list[Note]:
    meant = meanings(document)
    found = []
    for where in every(document):
        span, head = document.span(where), where.head
        names = {part for one in head.attributes for part in (one.name, one.to)}
        if where.in_text:
            names.add(where.mark.name)
        else:
            names.update(re.findall(r"#([^\W_][\w-]*)", span.of(document.text)))
        says, claims = meant.get(where, ((), set()))
        start = begins(document, where)
        whole = Span(start.start, span.end)
        found.append(
            Note(span, start, whole, span.of(document.text), frozenset(names | claims), says)
        )
    return found


def begins(document: Document, where: Where) -> Span:
    pair = document.map.milestones.get(where)
    if pair is None:
        return document.span(where)
    return pair.start.span.shift(document.start(pair.unit))


def meanings(document: Document) -> dict[Where, tuple[tuple[object, ...], set[str]]]:
    """What is in the map from each mark or line: what is said by whom, and which steps."""
    found: dict[Where, tuple[list[object], set[str]]] = {}
    for claim in document.map.claims.values():
        for one in claim.occurrences:
            for piece in one.pieces:
                says, names = found.setdefault(piece, ([], set()))
                says.append((one.stance, one.speakers, one.via, one.label, one.denied))
                says.append(document.words(one))
                names.add(claim.id)
    for step in document.map.steps.values():
        for where in step.written:
            says, names = found.setdefault(where, ([], set()))
            root = step.target if step.kind != "undercut" else step.root
            says.append((step.kind, step.premises, root, step.scheme, step.weight, step.name))
            names.update((*step.premises, root, step.name))
            if step.kind == "undercut":
                names.update(document.map.steps[step.target].premises)
    return {where: (tuple(says), names) for where, (says, names) in found.items()}


def hit(notes: list[Note], damage: Span) -> set[int]:
    """Those that hold a changed character, and those nested in or around such a one."""
    inside = {
        n for n, note in enumerate(notes) if holds(note.span, damage) or holds(note.start, damage)
    }
    around = [notes[n].whole for n in inside]
    return inside | {
        n
        for n, note in enumerate(notes)
        if any(note.whole.holds(other) or other.holds(note.whole) for other in around)
    }


def holds(span: Span, damage: Span) -> bool:
    """Whether a changed character, or the place of new ones, is in a mark or line."""
    if damage.start == damage.end:
        return span.start < damage.start < span.end
    return span.start < damage.end and damage.start < span.end


def kept(before: Document, after: Document, edit: TextEdit) -> list[object]:
    """The annotations that the damage does not touch and that are not as they were: in the
    text, or, where they refer to nothing that it changed, in the map."""
    old, new = annotations(before), annotations(after)
    shift = len(edit.text) - (edit.span.end - edit.span.start)
    moved = Span(edit.span.start, edit.span.start + len(edit.text))
    touched, fresh = hit(old, edit.span), hit(new, moved)
    nested = [new[n].whole for n in fresh]
    # What a touched annotation says or said: whoever refers to that is touched as well.
    changed = {n for i in touched for n in old[i].names} | {n for i in fresh for n in new[i].names}
    there = {note.span: note for note in new}
    lost: list[object] = []
    for number, note in enumerate(old):
        place = note.span.shift(shift) if note.span.start >= edit.span.end else note.span
        if number in touched or any(other.holds(place) for other in nested):
            continue
        now = there.get(place)
        if now is None or now.written != note.written:
            lost.append(note)
        elif note.names.isdisjoint(changed) and now.meant != note.meant:
            lost.append((note, now))
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
