"""A mark that covers no words.

Nothing of the article says it. A claim that the article leaves unsaid belongs into a map block.

Bad:

    [It must close]{claim #close @lind}. []{claim #old @lind +close}

Good:

    [It must close]{claim #close @lind}.

    #old: The bridge is old. {.implicit +close}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document, Gaps
from argmap.syntax.units import Mark, Unit
from argmap.text import Span

CODE = "empty-mark"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    for unit, marks in document.found(_empty).items():
        for mark in marks:
            hint = "Put the bracket before its words, or write the claim in a map block."
            span = mark.span.shift(document.start(unit))
            yield Diagnostic(CODE, SEVERITY, span, "this mark covers no words", hint)


def _empty(unit: Unit) -> list[Mark]:
    """Nearly all marks begin with a letter or digit. Of the others, which may be nested thousands
    deep, no more than a few characters are looked at."""
    doubtful = [mark for mark in unit.marks if not (mark.name or _has_words(unit, mark))]
    gaps = Gaps.of(unit.removed if doubtful else ())
    return [mark for mark in doubtful if _is_empty(unit, gaps, mark.words)]


def _has_words(unit: Unit, mark: Mark) -> bool:
    return mark.words.end > mark.words.start and unit.source[mark.words.start].isalnum()


def _is_empty(unit: Unit, gaps: Gaps, words: Span) -> bool:
    start, end = gaps.own_offset(words.start), gaps.own_offset(words.end)
    return start == end or (end - start < 20 and not unit.kept[start:end].strip())
