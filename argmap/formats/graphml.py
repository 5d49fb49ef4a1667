"""GraphML: what networkx, Gephi and yEd open. Claims and steps are nodes, so that an undercut is an
edge like any other. Argunet's maps and pictures drawn by yEd are read as well."""

from __future__ import annotations

from argmap.document import Document
from argmap.formats.counting import EVERYTHING
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".graphml",)
CARRIES = EVERYTHING - {"denials", "restatements", "other wordings"}


def read(file: Source, ledger: Ledger) -> Graph:
    """The graph of a file: plain, drawn by yEd, or Argunet's. Raises Malformed."""
    from argmap.formats import xmltext

    root = xmltext.parse(file.text)
    if any(
        name.startswith("xmlns") and "argunet" in value for name, value in root.attributes.items()
    ):
        from argmap.formats.argunet import graph as argunet

        return argunet(root, ledger)
    from argmap.formats.graphml_reading import graph

    return graph(root, ledger)


def write(document: Document, ledger: Ledger) -> str:
    """Nodes of the kind claim, support, attack, undercut or contradict; edges in the role of
    premise or target."""
    from argmap.formats.graphml_writing import write as writing

    return writing(document, ledger)
