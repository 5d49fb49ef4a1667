"""AIF, the Argument Interchange Format, as AIFdb writes it in JSON."""

from __future__ import annotations

import json

from argmap.document import Document
from argmap.formats import jsontext
from argmap.formats.aif import net as nets
from argmap.formats.aif.reading import graph
from argmap.formats.aif.schemes import IDS
from argmap.formats.aif.writing import Drawing, Made
from argmap.formats.counting import KINDS, MAP
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".aif.json", ".aif")
OPTIONS = ("dialogue",)
CARRIES = MAP | {*KINDS.values(), "linked steps", "schemes", "restatements"}
TALK = frozenset({"speakers", "holders", "via", "step speakers"})
"""What is in it as well if it is written as a dialogue."""

TIME = "2000-01-01 00:00:00"
"""AIFdb wants a time for every node; the same map is the same file at any time."""


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


def carries(*, dialogue: bool = False) -> frozenset[str]:
    return CARRIES | TALK if dialogue else CARRIES


def write(document: Document, ledger: Ledger, *, dialogue: bool = False) -> str:
    """AIFdb's JSON; with `dialogue` the locutions, illocutions and transitions too."""
    drawn = Drawing(document, ledger, dialogue=dialogue).drawn()
    persons = {who: str(number) for number, who in enumerate(drawn.speakers, 1)}
    edges = [
        {"edgeID": str(number), "fromID": start, "toID": end, "formEdgeID": None}
        for number, (start, end) in enumerate(drawn.edges, 1)
    ]
    said = [
        {
            "nodeID": made.id,
            "personID": persons[made.speaker],
            "timestamp": TIME,
            "start": None,
            "end": None,
            "source": None,
        }
        for made in drawn.nodes
        if made.kind == "L"
    ]
    found = {"nodes": [_node(made) for made in drawn.nodes], "edges": edges, "locutions": said}
    return json.dumps(found, indent=1) + "\n"


def _node(made: Made) -> dict[str, str]:
    found = {"nodeID": made.id, "text": made.text, "type": made.kind, "timestamp": TIME}
    if made.scheme:
        found["scheme"] = made.scheme
        found["schemeID"] = IDS.get(made.scheme, "0")
    return found
