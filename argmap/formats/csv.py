"""The map as tables parted by commas."""

from __future__ import annotations

from argmap.document import Document
from argmap.formats.ledger import Ledger
from argmap.formats.tables import CARRIES, files

SUFFIXES = (".csv",)

__all__ = ["CARRIES", "SUFFIXES", "write"]


def write(document: Document, _ledger: Ledger) -> dict[str, str]:
    """A table of the claims, and one of the relations."""
    return files(document, SUFFIXES[0], ",")
