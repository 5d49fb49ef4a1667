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
from argmap.document import Document
from argmap.syntax.units import Mark, Unit
from argmap.text import Span

CODE = "empty-mark"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    for unit, marks in document.found(_doubtful).items():
        base = document.start(unit)
        for mark in marks:
            if _is_empty(document, mark.words.shift(base)):
                hint = "Put the bracket before its words, or write the claim in a map block."
                span = mark.span.shift(base)
                yield Diagnostic(CODE, SEVERITY, span, "this mark covers no words", hint)


def _doubtful(unit: Unit) -> list[Mark]:
    """The marks that do not begin with a letter or digit: few."""
    return [mark for mark in unit.marks if not (mark.name or _has_words(unit, mark))]


def _has_words(unit: Unit, mark: Mark) -> bool:
    return mark.words.end > mark.words.start and unit.source[mark.words.start].isalnum()


def _is_empty(document: Document, words: Span) -> bool:
    # Marks may be nested thousands deep: no more than a few characters are looked at.
    start, end = document.article_span(words)
    return start == end or (end - start < 20 and not document.article[start:end].strip())
