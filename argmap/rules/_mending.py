"""Applies the fixes of findings to a text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from argmap import rules
from argmap.diagnostic import Diagnostic, Fix
from argmap.document import Document
from argmap.text import Span, TextEdit

ROUNDS = 20
"""One fix can uncover the next; more rounds than this would be two fixes undoing each other."""


class Mended(NamedTuple):
    """The Document after the fixes, how many were applied, and what is still wrong."""

    document: Document
    applied: int
    left: tuple[Diagnostic, ...]


def mend(document: Document, *, unsafe: bool = False, off: Collection[str] = ()) -> Mended:
    """Applies all safe fixes, or all fixes, until none is left; the article stays as it is."""
    applied = 0
    seen = {document.text}
    found = rules.check(document, off)
    for _ in range(ROUNDS):
        after, count = _round(document, [*_chosen(found, unsafe=unsafe)])
        if after.text in seen:
            break
        document, applied = after, applied + count
        seen.add(document.text)
        found = rules.check(document, off)
    return Mended(document, applied, found)


def fix_of(fault: Diagnostic, *, unsafe: bool) -> Fix | None:
    """The fix that would be applied for a fault."""
    return next((fix for fix in fault.fixes if fix.safe or unsafe), None)


def _chosen(found: Collection[Diagnostic], *, unsafe: bool) -> Iterator[Fix]:
    """Of fixes that touch the same characters the first; the others wait for the next round."""
    end = -1
    for fault in found:
        fix = fix_of(fault, unsafe=unsafe)
        if fix is not None and (around := _extent(fix)).start > end:
            yield fix
            end = around.end


def _extent(fix: Fix) -> Span:
    return Span(min(e.span.start for e in fix.edits), max(e.span.end for e in fix.edits))


def _round(document: Document, fixes: list[Fix]) -> tuple[Document, int]:
    """The Document after the fixes, and how many of them were applied."""
    after = document.edit(_edits(fixes))
    if after.article == document.article:
        return after, len(fixes)
    # One of them touches the article's own words after all: halve until it stands alone.
    if len(fixes) == 1:
        return document, 0
    middle = len(fixes) // 2
    later, count = _round(document, fixes[middle:])
    earlier, more = _round(later, fixes[:middle])
    return earlier, count + more


def _edits(fixes: list[Fix]) -> list[TextEdit]:
    return [edit for fix in fixes for edit in fix.edits]
