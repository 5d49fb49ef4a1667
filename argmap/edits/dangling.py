"""Takes out what refers to nothing once something else is gone."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.document import Document
from argmap.edits.bare import bare
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import deletions, every, removed, span_of
from argmap.edits.mapblock import line_removed
from argmap.model.values import Where
from argmap.text import Span, TextEdit, arrange, invert, move

CODES = frozenset(
    {
        "unknown-target",
        "unknown-step",
        "ambiguous-step",
        "fragment-without-beginning",
        "self-relation",
        "loose-bullet",
        "step-cycle",
        "no-step",
    }
)
ROUNDS = 1000


def swept(
    document: Document, edits: Iterable[TextEdit], *, refuse: bool = False
) -> tuple[TextEdit, ...]:
    """The edits, and those that take out every reference which they leave without its end.

    With `refuse`, CannotEdit is raised instead, naming the first such reference.
    """
    every_edit = list(arrange(edits))
    before = {(fault.code, fault.message) for fault in document.diagnostics}
    for _ in range(ROUNDS):
        after = document.edit(every_edit)
        lost = [
            fault
            for fault in after.diagnostics
            if fault.code in CODES and (fault.code, fault.message) not in before
        ]
        if after.article != document.article:
            raise CannotEdit("this would change the article itself", "Change it in the source.")
        if not lost:
            return tuple(every_edit)
        if refuse:
            line = after.lines.place(lost[0].span.start).line
            raise CannotEdit(
                f"line {line} would be left without what it refers to: {lost[0].message}",
                "Remove that first, or ask for it to go as well.",
            )
        spans = [edit for fault in lost for edit in _out(after, fault.span, fault.code)]
        if not spans:
            line = after.lines.place(lost[0].span.start).line
            raise CannotEdit(f"line {line} cannot be kept sound: {lost[0].message}")
        every_edit = _joined(document, every_edit, spans)
    raise CannotEdit("too much hangs on this to take it out in one go")


def _out(document: Document, span: Span, code: str) -> list[TextEdit]:
    """What takes out the attribute, bullet or line at a place."""
    for where in every(document):
        whole = document.span(where)
        if not whole.holds(span):
            continue
        at = [one for one in where.head.attributes if span_of(document, where, one).holds(span)]
        if code == "step-cycle" and not at:  # of which the whole mark is told
            at = [one for one in where.head.attributes if one.sign == "_"]
        if at and code == "self-relation":
            at = [one for one in where.head.attributes if one.sign in ("+", "-", "!")]
            if not at and (where.in_text or where.unit.lines[where.index][1].form != "relation"):
                return []  # a bullet with words of its own below the claim that it would be
        if at:
            if at[0].sign in ("=", "..") and not where.head.of("#"):
                return bare(document, where)
            return removed(document, where, at[0].__eq__)
        if not where.in_text:
            return [TextEdit(line_removed(document, where), "")]
        if _innermost(document, where, span):
            return bare(document, where)
    return []


def _innermost(document: Document, where: Where, span: Span) -> bool:
    head = where.head.span.shift(where.at + document.start(where.unit))
    return head.holds(span) or document.span(where) == span


def _joined(document: Document, edits: list[TextEdit], more: Iterable[TextEdit]) -> list[TextEdit]:
    """`more`, made for the text after `edits`, told for the text before them."""
    back = invert(document.text, edits)
    fresh: list[TextEdit] = []
    for (start, end), text in more:
        span = Span(move(start, back, after=True), move(end, back))
        fresh.append(TextEdit(Span(span.start, max(span.start, span.end)), text))
    return together([*edits, *fresh])


def together(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Edits made one by one as a set: nothing is put into what others take out."""
    every_edit = list(edits)
    cuts = deletions(edit.span for edit in every_edit if not edit.text)
    kept = (edit for edit in every_edit if edit.text)
    left = [edit for edit in kept if not any(_inside(edit.span, cut.span) for cut in cuts)]
    return list(arrange([*cuts, *left]))


def _inside(span: Span, cut: Span) -> bool:
    return (cut.start < span.start and span.end < cut.end) or (
        span != cut and cut.holds(span) and span.start < span.end
    )
