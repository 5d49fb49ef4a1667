"""Faults of an article as values: what is wrong, where, and how to mend it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from argmap.text import Span, TextEdit


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Fix(NamedTuple):
    """Edits that mend a fault. A safe one cannot change what the annotator meant."""

    title: str
    edits: tuple[TextEdit, ...]
    safe: bool = False


class Related(NamedTuple):
    """Another place that the fault has to do with."""

    span: Span
    message: str


class Diagnostic(NamedTuple):
    """One fault. `code` names the rule as in `allow: [code]`; spans are offsets of the text."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
