"""xAIF, and the JSON of OVA3: AIF with its source text, in which spans anchor the nodes."""

from __future__ import annotations

from argmap.formats import jsontext
from argmap.formats.aif import net as nets
from argmap.formats.aif.reading import graph
from argmap.formats.graph import Graph, Source
from argmap.formats.jsontext import as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.markup import plain
from argmap.text import Span

SUFFIXES = (".xaif.json", ".ova3.json", ".xaif")


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text that the file holds."""
    top = as_map(jsontext.load(source.text), "the file")
    net = nets.read(as_map(top.get("AIF"), "AIF"), "AIF.", ledger)
    text, spans = plain(_text(top))
    places: dict[str, tuple[Span, ...]] = {}
    for key, found in spans.items():
        node = key.removeprefix("node")
        node = node if node in net.nodes else key
        if node in net.nodes:
            places[node] = found
        else:
            ledger.warn(f"the span {key!r} of the text belongs to no node")
    return graph(net, ledger, places, text)


def _text(top: dict[str, object]) -> str:
    """The source text, a string or an object with one; an address is not followed."""
    found = top.get("text")
    if isinstance(found, dict):
        return as_text(found.get("txt"), "text.txt")
    return as_text(found, "text")
