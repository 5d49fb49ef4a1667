"""The problems of the article, for the pane that lists them and for its fixes."""

from __future__ import annotations

from functools import lru_cache

from argmap import rules
from argmap.diagnostic import Diagnostic, Fix
from argmap.document import Document
from argmap.tui.desk import Desk

__all__ = ["Fix", "counted", "found", "here"]


@lru_cache(maxsize=2)
def _found(document: Document) -> tuple[Diagnostic, ...]:
    return rules.check(document)


def found(desk: Desk) -> tuple[Diagnostic, ...]:
    """What is wrong, in order of the text."""
    return _found(desk.document)


def here(desk: Desk) -> Diagnostic | None:
    """The problem under the cursor of its pane."""
    every = found(desk)
    desk.problem_at = max(0, min(desk.problem_at, len(every) - 1))
    return every[desk.problem_at] if every else None


def counted(desk: Desk) -> tuple[int, int]:
    """How many errors, and how many warnings. Of a large text only those of the language: the
    rules look at all of it, which would be felt at every key."""
    large = len(desk.document.text) > 200_000
    every = desk.document.diagnostics if large else found(desk)
    errors = sum(one.severity == "error" for one in every)
    return errors, sum(one.severity == "warning" for one in every)
