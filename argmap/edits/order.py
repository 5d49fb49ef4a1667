"""Claims moved: below another claim, or up and down among the lines beside them."""

from __future__ import annotations

from argmap.document import Document
from argmap.edits.dangling import swept
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import span_of
from argmap.edits.relations import SIGNS, relate
from argmap.model.values import Step, Where
from argmap.text import Span, TextEdit, arrange, line_end


def move(document: Document, step: str, target: str) -> tuple[TextEdit, ...]:
    """Hangs a step below another claim: what supported or attacked one now does so the other.

    Undercuts of the step go along. Raises CannotEdit where the step is written as a bullet with
    others below it, or where `target` is one of its premises.
    """
    found = document.map.steps.get(step)
    if found is None or found.kind not in ("support", "attack"):
        raise CannotEdit("only a reason or an objection can be moved")
    if target not in document.map.claims:
        raise CannotEdit(f"no claim has the id `{target}`")
    if target in found.premises:
        raise CannotEdit("a claim cannot be a reason for or against itself")
    if target == found.target:
        return ()
    edits = [edit for where in found.written for edit in _aimed(document, where, found, target)]
    claim = document.map.claims[target]
    if claim.generated:
        named = relate(document, found.kind, found.premises[0], target)
        edits += (edit for edit in named if f"#{target}" in edit.text)
    moved = swept(document, arrange([*edits, *_references(document, found, target)]))
    after = document.edit(moved).map
    if not any(
        set(one.premises) == set(found.premises) and one.target == target and one.kind == found.kind
        for one in after.steps.values()
    ):
        raise CannotEdit("this step cannot be moved alone", "Change it in the source.")
    return moved


def _aimed(document: Document, where: Where, step: Step, target: str) -> list[TextEdit]:
    """The place where a step names what it aims at, with the new name."""
    same = document.map.same
    for one in where.head.attributes:
        if one.sign == SIGNS[step.kind] and same.get(one.name, one.name) == step.target:
            return [TextEdit(span_of(document, where, one), SIGNS[step.kind] + target)]
    if where.in_text:
        return []
    line = where.unit.lines[where.index][1]
    place = line.target
    if line.form == "relation" and place is not None and hasattr(place, "span"):
        span = place.span.shift(where.at + document.start(where.unit))
        return [TextEdit(span, f"#{target}")]
    raise CannotEdit(
        "this relation is a bullet: it hangs where it is indented",
        "Move the bullet with `reorder`, or in the source.",
    )


def _references(document: Document, step: Step, target: str) -> list[TextEdit]:
    """Undercuts and links that name the step by what it aims at, as in `_rust>close`."""
    edits: list[TextEdit] = []
    every = [document.map.steps[one.id] for one in document.map.onto(step.id)]
    for other in (*every, step):
        for where in other.written:
            for one in where.head.attributes:
                if one.sign in ("_", "&") and one.to == step.target and one.name in step.premises:
                    span = span_of(document, where, one)
                    edits.append(TextEdit(span, f"{one.sign}{one.name}>{target}"))
    return list(dict.fromkeys(edits))


def reorder(document: Document, where: Where, by: int) -> tuple[TextEdit, ...]:
    """Moves a map line up (`by` below 0) or down among its siblings, with what hangs from it."""
    if where.in_text:
        raise CannotEdit("only the lines of a map block can be reordered")
    blocks, own = _siblings(document, where)
    other = own + by
    if not 0 <= other < len(blocks):
        raise CannotEdit("there is no line beside it on that side")
    text = document.text
    first, last = sorted((own, other))
    a, b = blocks[first], blocks[last]
    between = Span(a.end, b.start).of(text)
    upper, lower = a.of(text), b.of(text)
    end = line_end(text)
    if not lower.endswith(("\n", "\r")):  # the last line of the text has no line end
        upper, lower = upper.rstrip("\r\n"), lower + end
    whole = Span(a.start, b.end)
    edit = TextEdit(whole, lower + between + upper)
    if document.edit([edit]).article != document.article:
        raise CannotEdit("these lines cannot change places", "Change it in the source.")
    return (edit,)


def _siblings(document: Document, where: Where) -> tuple[list[Span], int]:
    """The ranges of the lines beside one, each with what hangs from it; and which is its own."""
    rows = _lines(document, where)
    indents = [indent for _, indent, _ in rows]
    own = next(n for n, (_, _, one) in enumerate(rows) if one == where)
    level = indents[own]
    top = own
    while top and len(indents[top - 1]) >= len(level):
        top -= 1
    found: list[Span] = []
    mine = 0
    at = top
    while at < len(rows) and len(indents[at]) >= len(level):
        end = at + 1
        while end < len(rows) and len(indents[end]) > len(level):
            end += 1
        if at <= own < end:
            mine = len(found)
        found.append(Span(rows[at][0].start, rows[end - 1][0].end))
        at = end
    return found, mine


def _lines(document: Document, where: Where) -> list[tuple[Span, str, Where]]:
    """All lines of the map block around a line: place, indentation, and which it is."""
    units = document.units
    first = last = next(n for n, unit in enumerate(units) if unit is where.unit)
    while first and units[first - 1].is_map:
        first -= 1
    while last + 1 < len(units) and units[last + 1].is_map:
        last += 1
    found: list[tuple[Span, str, Where]] = []
    for unit in units[first : last + 1]:
        start = document.start(unit)
        for index, (at, line) in enumerate(unit.lines):
            cell = unit.cells[unit.offsets.index(at)]
            place = Span(start + at, start + at + len(cell.source))
            found.append((place, line.indent or "", Where(unit, index, in_text=False)))
    return found
