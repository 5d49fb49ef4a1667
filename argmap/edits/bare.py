"""A mark taken away: its words stay, and whoever spoke in the marks inside of it still does."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.edits.heads import added, deletions
from argmap.model.values import Where
from argmap.syntax.head import quoted
from argmap.text import Span, TextEdit


def bare(document: Document, where: Where) -> list[TextEdit]:
    """The edits that take a mark away. Brackets in it stay as they are; marks in it that had
    their speakers from it get them written."""
    start = document.start(where.unit)
    mark = where.mark
    if not mark.name:
        head = Span(mark.words.end, mark.span.end).shift(start)
        opening = Span(mark.span.start + start, mark.span.start + start + 1)
        return [*deletions([opening, head]), *_voices(document, where, _inside(where))]
    spans = [mark.span.shift(start)]
    pair = document.map.milestones.get(where)
    if pair is None:
        return deletions(spans)
    spans.append(pair.start.span.shift(document.start(pair.unit)))
    first, last = document.position(pair.unit), document.position(where.unit)
    units = document.units[first : last + 1]
    covered = (Where(unit, index) for unit in units for index in range(len(unit.marks)))
    return [*deletions(spans), *_voices(document, where, covered)]


def _inside(where: Where) -> Iterator[Where]:
    """The marks inside of a mark, which come right after it."""
    marks = where.unit.marks
    for index in range(where.index + 1, len(marks)):
        if marks[index].span.start >= where.mark.span.end:
            return
        yield Where(where.unit, index)


def _voices(document: Document, gone: Where, others: Iterator[Where]) -> Iterator[TextEdit]:
    """Writes their speakers into those of the marks that would lose them."""
    if gone.head.label == "speaker" or not gone.head.names("@"):
        return
    before = document.holders
    after = before.without(gone)
    for where in others:
        if where == gone or where.head.label == "speaker" or where.head.names("@"):
            continue
        speakers, via = before.of(where)
        if (speakers, via) == after.of(where):
            continue
        words = [f"@{who}" for who in speakers]
        if via and where.head.get("via") is None:
            words.append("via=" + quoted(" ".join(f"@{who}" for who in via)))
        yield added(document, where, " ".join(words))
