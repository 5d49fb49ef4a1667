"""Attributes put into heads and taken out of them, with as little change as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.model.values import Where
from argmap.syntax import names
from argmap.syntax.head import Attribute
from argmap.text import Span, TextEdit

Picked = Callable[[Attribute], bool]


def legal(name: str) -> str:
    """A name in its normal form. Raises CannotEdit where it cannot be one."""
    normal = names.normal(name.strip())
    wrong = names.fault(normal)
    if wrong:
        raise CannotEdit(
            f"`{normal[:60]}` cannot be a name: {wrong}",
            "A name has letters of any script and digits, with `-` or `_` only inside.",
        )
    return normal


def every(document: Document) -> Iterator[Where]:
    """All marks and map lines, in order of the text."""
    for unit in document.units:
        for index in range(len(unit.marks)):
            yield Where(unit, index)
        for index in range(len(unit.lines)):
            yield Where(unit, index, in_text=False)


def span_of(document: Document, where: Where, attribute: Attribute) -> Span:
    """The place of an attribute in the text."""
    return attribute.span.shift(where.at + document.start(where.unit))


def head_span(document: Document, where: Where) -> Span:
    """The head with its braces; empty, at the end of the line, where a map line has none."""
    start = document.start(where.unit)
    if where.head.attributes or where.in_text or where.head.span.end:
        return where.head.span.shift(where.at + start)
    line = where.unit.lines[where.index][1]
    source = document.text[where.at + start + line.span.start : where.at + start + line.span.end]
    end = where.at + start + line.span.start + len(source.rstrip())
    return Span(end, end)


def added(document: Document, where: Where, words: str) -> TextEdit:
    """`words` as the last attributes of a head."""
    start, end = head_span(document, where)
    if start == end:
        return TextEdit(Span(end, end), f" {{{words}}}")
    inside = document.text[start + 1 : end - 1]
    at = start + 1 + len(inside.rstrip())
    gap = "" if at == start + 1 or document.text[at - 1].isspace() else " "
    return TextEdit(Span(at, at), gap + words)


def named_head(document: Document, where: Where, name: str) -> TextEdit:
    """`#name` behind the label of a head."""
    labels = where.head.of("")
    if not labels:
        return added(document, where, f"#{name}")
    end = span_of(document, where, labels[0]).end
    return TextEdit(Span(end, end), f" #{name}")


def removed(document: Document, where: Where, picked: Picked) -> list[TextEdit]:
    """The attributes that are picked, out; each with the white space before it."""
    gone = [one for one in where.head.attributes if picked(one)]
    if not gone:
        return []
    start, end = head_span(document, where)
    bare = len(gone) == len(where.head.attributes)
    if bare and not where.in_text:
        text = document.text
        while start and text[start - 1] in " \t":
            start -= 1
        return [TextEdit(Span(start, end), "")]
    edits = deletions(_with_space(document, span_of(document, where, one), start) for one in gone)
    if bare and not where.mark.name:
        first = span_of(document, where, gone[0])
        return [TextEdit(first, "claim"), *(e for e in edits if e.span.start >= first.end)]
    return edits


def _with_space(document: Document, span: Span, head: int) -> Span:
    text, start, end = document.text, span.start, span.end
    while start > head + 1 and text[start - 1].isspace():
        start -= 1
    if start == head + 1:
        start = span.start
        while text[end].isspace():
            end += 1
    return Span(start, end)


def deletions(spans: Iterable[Span]) -> list[TextEdit]:
    """One deletion for each run of spans that touch."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return [TextEdit(span, "") for span in joined]
