"""Reads the lines of a map block: speakers, claims, relations, and bullets nested below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.diagnostic import Severity
from argmap.syntax.mapline import Group, MapLine, Name
from argmap.syntax.reading import Reader
from argmap.syntax.statements import (
    About,
    At,
    Link,
    Person,
    Ref,
    Relation,
    Same,
    Source,
    StepRef,
    Voice,
)

ARROWS = {"+>": "support", "->": "attack", "_>": "undercut", "><": "contradict"}
BULLETS = {"+": "support", "-": "attack", "_": "undercut"}


class Row(NamedTuple):
    """An open line of an outline: bullets below it hang from its claim or from its step.
    `adrift`: it is not clear what the line itself, or one above it, hangs from."""

    indent: str | None
    claim: Ref | None
    step: int | None
    adrift: bool = False


def read(lines: Sequence[tuple[int, MapLine]], reader: Reader) -> None:
    """Says what the lines (each with its offset in the unit) say."""
    rows: list[Row] = []
    for index, (at, line) in enumerate(lines):
        source = Source(index, in_text=False)
        if line.form == "bullet":
            _bullet(line, source, at, rows, reader)
        elif line.form == "claim":
            about = reader.about(line.head, at, of_step=False)
            claim, written = _claim(line, source, at, about, reader)
            if not written:
                reader.no_step(line.head, about, at)
            rows = [Row(None, claim, None)]
        elif line.form == "relation":
            rows = [Row(None, None, _relation(line, source, at, reader))]
        elif line.form == "speaker":
            rows = []
            assert line.name is not None
            reader.say(Person(line.name.name, source))
        elif line.faults:
            _broken(line, rows)


def _broken(line: MapLine, rows: list[Row]) -> None:
    """Nothing hangs from a line that cannot be read, nor from the one above it instead."""
    while rows and (rows[-1].indent is None or len(rows[-1].indent) >= len(line.indent)):
        rows.pop()
    rows.append(Row(line.indent, None, None))


def _claim(
    line: MapLine, source: Source, at: int, about: About, reader: Reader
) -> tuple[Ref, list[int]]:
    """A claim with its text; and the numbers of the steps its head writes."""
    claim: Ref
    if line.name is not None:
        claim = line.name.name
        for second in line.head.of("#"):
            reader.fault(
                "second-id",
                second.span.shift(at),
                f"this line already has the id `{claim}`",
                f"Remove one of them, or write `={second.name}` if both are the same claim.",
            )
    else:
        claim, _ = reader.subject(line.head, at)
    reader.say(Voice(claim, "defines", source, line.head.names("!")))
    return claim, reader.relations(line.head, claim, about, source)


def _relation(line: MapLine, source: Source, at: int, reader: Reader) -> int | None:
    premises = tuple(name.name for name in line.premises)
    kind = "same" if line.arrow == "=" else ARROWS[line.arrow]
    about = reader.about(line.head, at, of_step=True)
    target = line.target
    assert target is not None
    is_step = isinstance(target, Group) or bool(target.to)
    if is_step and kind == "attack":
        kind = "undercut"
    if is_step and kind != "undercut":
        reader.fault(
            "step-as-target",
            target.span.shift(at),
            f"`{line.arrow}` cannot aim at a step",
            "Only an undercut (`_>`) aims at a step; name a claim here.",
        )
        return None
    if kind == "same":
        for premise in premises:
            reader.say(Same(premise, target.name if isinstance(target, Name) else "", source))
        return None
    aim: Ref | StepRef = _step(target) if kind == "undercut" else getattr(target, "name", "")
    return reader.say(Relation(kind, premises, aim, about, source))


def _step(target: Name | Group) -> StepRef:
    if isinstance(target, Name):
        return StepRef((target.name,), "", target.to)
    kind = ARROWS.get(target.arrow, "support")
    return StepRef(tuple(name.name for name in target.premises), kind, target.target.name)


def _bullet(line: MapLine, source: Source, at: int, rows: list[Row], reader: Reader) -> None:
    hung = _hang(line, at, rows, reader)
    if line.text_span is None and line.name is not None:
        claim: Ref = line.name.name
        about = reader.about(line.head, at, of_step=True)
    else:
        about = reader.about(line.head, at, of_step=False)
        claim, _ = _claim(line, source, at, about, reader)
    if hung is None:
        rows.append(Row(line.indent, claim, None, adrift=True))
        return
    parent, sibling = hung
    step: int | None = None
    if line.sign == "&":
        if sibling is None or sibling.step is None:
            _loose(line, at, reader, "no step stands beside it that it could be linked to")
        else:
            reader.say(Link(claim, At(sibling.step), about, source))
            step = sibling.step
    elif line.sign == "_":
        if parent is None or parent.step is None:
            _loose(line, at, reader, "no step stands above it that it could undercut")
        else:
            step = reader.say(Relation("undercut", (claim,), At(parent.step), about, source))
    elif parent is None or parent.claim is None:
        _loose(line, at, reader, "no claim stands above it")
    else:
        kind = BULLETS[line.sign]
        step = reader.say(Relation(kind, (claim,), parent.claim, about, source))
    rows.append(Row(line.indent, claim, step, parent is not None and parent.adrift))


def _hang(
    line: MapLine, at: int, rows: list[Row], reader: Reader
) -> tuple[Row | None, Row | None] | None:
    """The row that a bullet hangs from, and its sibling before it; closes the rows it ends.
    None, and a fault, where the white space before it does not tell."""
    sibling: Row | None = None
    while rows and (above := rows[-1].indent) is not None:
        if not (line.indent.startswith(above) or above.startswith(line.indent)):
            if rows[-1].adrift:
                rows.pop()
                continue
            reader.fault(
                "mixed-indent",
                line.span.shift(at),
                "this line is indented with other white space than the line above it, "
                "so it is not clear under which line it hangs",
                "Indent with spaces alone or with tabs alone.",
                Severity.ERROR,
            )
            return None
        if len(above) < len(line.indent):
            break
        row = rows.pop()
        sibling = row if len(above) == len(line.indent) else None
    return (rows[-1] if rows else None), sibling


def _loose(line: MapLine, at: int, reader: Reader, why: str) -> None:
    reader.fault(
        "loose-bullet",
        line.span.shift(at),
        f"this `{line.sign}` relates to nothing: {why}",
        "Indent it below the line it belongs to.",
    )
