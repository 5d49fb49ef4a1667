"""Carneades 4's YAML: statements, arguments with undercutters, issues of rival positions."""

from __future__ import annotations

from argmap.document import Document
from argmap.formats.counting import BARE
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".carneades.yml", ".carneades.yaml", ".carneades")
CARRIES = BARE


def read(file: Source, ledger: Ledger) -> Graph:
    """The statements as claims, the arguments as steps. Raises Malformed or YamlFault."""
    from argmap.formats.carneades_reading import graph

    return graph(file.text, ledger)


def write(document: Document, ledger: Ledger) -> str:
    """An attack is an argument for a rival of the claim, as Carneades has it; `meta` says so."""
    from argmap.formats.carneades_writing import write as writing

    return writing(document, ledger)
