"""The edit that takes an attribute out of its head."""

from __future__ import annotations

from argmap.diagnostic import Fix
from argmap.text import Span, TextEdit


def without(text: str, span: Span, *, safe: bool) -> Fix:
    """Removes an attribute that is not the first of its head, with the space before it."""
    start = len(text[max(0, span.start - 200) : span.start].rstrip(" \t\r\n"))
    gap = min(span.start, 200) - start
    return Fix(
        f"remove `{span.of(text)[:60]}`", (TextEdit(Span(span.start - gap, span.end), ""),), safe
    )
