"""The fix that takes what looks like a mark for the article's own characters."""

from __future__ import annotations

import re

from argmap.diagnostic import Diagnostic, Fix
from argmap.document import Document
from argmap.text import Span, TextEdit

ESCAPE = re.compile(r"\\(?=[][{}\\])")
"""A backslash that is a character of its own in a head, and none in the article's words."""


def literal(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Puts a backslash before the first brace of the finding, and before backslashes in it."""
    written = fault.span.of(document.text)
    at = min((at for at in map(written.find, "{}") if at >= 0), default=-1)
    if at < 0:
        return ()
    places = [at, *(found.start() for found in ESCAPE.finditer(written, at))]
    starts = [fault.span.start + place for place in places]
    edits = tuple(TextEdit(Span(start, start), "\\") for start in starts)
    # What else stands there, as another head, may mean something else then.
    if len(edits) > 1 and document.edit(edits).article != document.article:
        return ()
    return (Fix("take it for the article's own text", edits),)
