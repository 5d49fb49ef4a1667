"""A remark inside of a comment.

In a map block `%%` makes the rest of its line a comment: a `{>>` in it opens no remark, and what
is meant to go on in the next line is no longer hidden.

Bad:

    %% speakers {>> ask again
    @lind = Mara Lind {role=expert}

    [It must close]{claim #close @lind}.

Good:

    %% speakers: ask again
    @lind = Mara Lind {role=expert} {>> or ask her colleague <<}

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.syntax.units import Unit
from argmap.text import Span

CODE = "remark-in-comment"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    """One that ends on its line is whole, only no remark: a note."""
    for unit, found in document.found(_opened).items():
        for at, whole in found:
            start = document.start(unit) + at
            yield _finding(Span(start, start + 3), whole=whole)


def _opened(unit: Unit) -> list[tuple[int, bool]]:
    """Where in comments of a unit a remark would begin, and whether it would end there too."""
    found: list[tuple[int, bool]] = []
    for at, line in unit.lines:
        if line.form == "other" and unit.source.startswith("%%", at):
            source = line.span.shift(at).of(unit.source)
            opens = source.find("{>>")
            if opens >= 0:
                found.append((at + opens, source.find("<<}", opens) > 0))
    return found


def _finding(span: Span, *, whole: bool) -> Diagnostic:
    message = "this is part of a comment, and begins no remark"
    if whole:
        return Diagnostic(CODE, Severity.NOTE, span, message, "Remove `%%` if it is to be one.")
    hint = "A comment ends with its line: write `%%` on each, or the remark on a line of its own."
    return Diagnostic(CODE, SEVERITY, span, message, hint)
