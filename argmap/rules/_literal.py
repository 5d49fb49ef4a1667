"""The fix that takes what looks like a mark for the article's own characters."""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix
from argmap.document import Document
from argmap.text import Span, TextEdit


def literal(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Puts a backslash before the first brace of the finding."""
    written = fault.span.of(document.text)
    at = min((at for at in map(written.find, "{}") if at >= 0), default=-1)
    if at < 0:
        return ()
    start = fault.span.start + at
    return (Fix("take it for the article's own text", (TextEdit(Span(start, start), "\\"),)),)
