"""Says in full which step is meant, where one word was enough before another step came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.document import Document
from argmap.edits.dangling import CODES
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import span_of
from argmap.model.values import Step, Where
from argmap.syntax.mapline import Name
from argmap.text import Span, TextEdit, arrange


def loose(before: Document, after: Document) -> bool:
    """Whether a reference has no end, or two, that had one."""
    known = {(fault.code, fault.message) for fault in before.diagnostics}
    return any(
        fault.code in CODES and (fault.code, fault.message) not in known
        for fault in after.diagnostics
    )


def clarified(document: Document, premise: str) -> list[TextEdit]:
    """Writes `rust>close` for `rust` wherever a step of that premise is meant by it alone."""
    found: dict[Span, dict[str, None]] = {}
    for step in document.map.out(premise):
        if step.kind == "contradict" or step.name:
            continue
        end = document.map.steps[step.target].premises[0] if _of_step(step) else step.target
        for other in (step, *document.map.onto(step.id)):
            for where in other.written:
                for span, text in _told(document, where, step, end):
                    found.setdefault(span, {})[text] = None
    # A link may be to several steps.
    return [TextEdit(span, " ".join(texts)) for span, texts in found.items()]


def told_apart(document: Document, one: str, other: str) -> list[TextEdit]:
    """References to steps of two claims in full, where both have some: once the two are one claim,
    `_rust` would be unclear, and `&rust` join too many."""
    if not (document.map.out(one) and document.map.out(other)):
        return []
    edits = (*clarified(document, one), *clarified(document, other))
    return [*{edit.span: edit for edit in edits}.values()]


def clear(document: Document, edits: Iterable[TextEdit]) -> tuple[TextEdit, ...]:
    """The edits, if no reference to a step could afterwards mean two: one claim may be for and
    the other against the same."""
    arranged = arrange(edits)
    before = {fault.message for fault in document.diagnostics}
    after = document.edit(arranged)
    for fault in after.diagnostics:
        if fault.code == "ambiguous-step" and fault.message not in before:
            line = after.lines.place(fault.span.start).line
            raise CannotEdit(
                f"line {line} could then mean either of two steps",
                "Take what is said of the step away first, or name the step (`step=r1`).",
            )
    return arranged


def _of_step(step: Step) -> bool:
    return step.kind == "undercut"


def _told(document: Document, where: Where, step: Step, end: str) -> Iterator[TextEdit]:
    same = document.map.same
    for one in where.head.attributes:
        name = same.get(one.name, one.name)
        if one.sign in ("_", "&") and not one.to and name in step.premises:
            yield TextEdit(span_of(document, where, one), f"{one.sign}{one.name}>{end}")
    if where.in_text:
        return
    line = where.unit.lines[where.index][1]
    target = line.target
    if line.form == "relation" and isinstance(target, Name) and not target.to:
        aims = same.get(target.name, target.name) in step.premises
        if aims and step.target != target.name:
            span: Span = target.span.shift(where.at + document.start(where.unit))
            yield TextEdit(span, f"#{target.name}>#{end}")
