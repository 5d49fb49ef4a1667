"""Argdown (argdown.org): text that people write debates in, read as its own tools read it."""

from __future__ import annotations

from argmap.document import Document
from argmap.formats.counting import BARE
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".argdown", ".ad", ".adown")
CARRIES = BARE


def read(file: Source, ledger: Ledger) -> Graph:
    """What an Argdown text says. Whatever is wrong in it is a warning; nothing is raised."""
    from argmap.formats.argdown.into import graph
    from argmap.formats.argdown.reading import read as reading

    return graph(reading(file.text), ledger)


def write(document: Document, ledger: Ledger) -> str:
    """The map as Argdown: an outline of the relations, and arguments with their structure."""
    from argmap.formats.argdown.writing import write as writing

    return writing(document, ledger)
