"""Faults of an article as values: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from argmap.text import Span, TextEdit


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a fault. A safe one cannot change what the annotator meant."""

    title: str
    edits: tuple[TextEdit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the fault has to do with."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault. `code` names the rule as in `allow: [code]`; spans are offsets of the text."""

    code: str
    severity: Severity
    span: Span
    message: str
    hint: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
