"""The file says that it is written in another version of the language.

This argmap reads version 1; marks of a later one may mean something else.

Bad:

    ---
    argmap: 2
    ---

    [It must close]{claim #close @lind}.

Good:

    ---
    argmap: 1
    ---

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.syntax.cells import front_end
from argmap.text import Span

CODE = "unknown-version"
SEVERITY = Severity.WARNING
VERSION = "1"


def check(document: Document) -> Iterator[Diagnostic]:
    written = document.front.get("argmap")
    if "argmap" in document.front.entries and written != VERSION:
        start = document.text.index("argmap", 0, front_end(document.text))
        span = Span(start, document.lines.span(document.lines.place(start).line).end)
        message = f"`{written[:60]}` is no version of the language that this argmap reads"
        yield Diagnostic(CODE, SEVERITY, span, message, "Write `argmap: 1`, or update argmap.")
