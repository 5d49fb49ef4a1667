"""Marks taken away."""

from __future__ import annotations

from argmap.document import Document
from argmap.edits.bare import bare
from argmap.edits.dangling import swept
from argmap.model.values import Where
from argmap.text import TextEdit


def unmark(document: Document, where: Where, *, dangling: str = "refuse") -> tuple[TextEdit, ...]:
    """Takes a mark away, its words stay. What refers to it goes too where `dangling` is "drop";
    else CannotEdit is raised. Marks inside of it keep their speakers."""
    return swept(document, bare(document, where), refuse=dangling == "refuse")
