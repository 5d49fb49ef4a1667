"""A what-if in the front matter says something that this map does not have.

A claim that it sets aside was deleted or has another id by now, or the entry is not written as
such. `argmap eval --what-if` cannot take it up; the others it can.

Bad:

    ---
    argmap: 1
    what-if:
      dry cables: {without: [rust]}
    ---

    [It must close]{claim #close @lind}.

Good:

    ---
    argmap: 1
    what-if:
      open bridge: {without: [close]}
    ---

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.text import Place, Span

CODE = "stale-what-if"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    if "what-if" not in document.front.entries:
        return
    from argmap.evaluation.saved import BadWhatIf, named, names

    try:
        known = names(document)
    except BadWhatIf as bad:
        yield _finding(document, bad.line, bad.column, str(bad), bad.hint)
        return
    for name in known:
        try:
            named(document, name)
        except BadWhatIf as bad:
            yield _finding(document, bad.line, bad.column, str(bad), bad.hint)


def _finding(document: Document, line: int, column: int, message: str, hint: str) -> Diagnostic:
    start = document.lines.offset(Place(line, column)) if line else 0
    end = document.lines.span(line).end if line else 3
    hint = hint or "Take it out with `argmap eval FILE --forget NAME`, or name what is there."
    return Diagnostic(CODE, SEVERITY, Span(start, max(start, end)), message, hint)
