"""AIF, the Argument Interchange Format, as AIFdb writes it in JSON."""

from __future__ import annotations

from argmap.formats import jsontext
from argmap.formats.aif import net as nets
from argmap.formats.aif.reading import graph
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".aif.json", ".aif")


def read(source: Source, ledger: Ledger) -> Graph:
    """The map of an AIFdb export; the text beside it, if there is one, gets the marks."""
    from argmap.formats.aif.anchoring import anchored

    top = jsontext.as_map(jsontext.load(source.text), "the file")
    net = nets.read(top, "", ledger)
    if source.companion is None:
        return graph(net, ledger)
    text, places = anchored(net, source.companion)
    if not places:
        ledger.warn("no claim stands in the text beside it, so that was left out")
        return graph(net, ledger)
    return graph(net, ledger, places, text)
