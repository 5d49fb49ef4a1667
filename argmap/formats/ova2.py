"""The JSON of OVA2: nodes with places on a canvas, edges with whole nodes at both ends."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import jsontext
from argmap.formats.aif import schemes
from argmap.formats.aif.net import Net, Node, full_name, joined
from argmap.formats.aif.reading import graph
from argmap.formats.graph import Graph, Source
from argmap.formats.jsontext import as_id, as_list, as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.markup import plain

SUFFIXES = (".ova2.json",)


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text that the file holds."""
    top = as_map(jsontext.load(source.text), "the file")
    net = _net(top, ledger)
    analysis = as_map(top.get("analysis") or {}, "analysis")
    text, spans = plain(as_text(analysis.get("txt"), "analysis.txt"))
    places = {key.removeprefix("node"): found for key, found in spans.items()}
    for key in places.keys() - net.nodes.keys():
        ledger.warn(f"the span of node {key} in the text belongs to no node")
    found = graph(net, ledger, {key: one for key, one in places.items() if key in net.nodes}, text)
    return found._replace(front=_front(analysis))


def _net(top: Mapping[str, object], ledger: Ledger) -> Net:
    people = {}
    for number, raw in enumerate(as_list(top.get("participants"), "participants")):
        at = f"participants[{number}]"
        entry = as_map(raw, at)
        people[as_id(entry.get("id"), f"{at}.id")] = full_name(entry, at)
    nodes = []
    for number, raw in enumerate(as_list(top.get("nodes"), "nodes")):
        at = f"nodes[{number}]"
        entry = as_map(raw, at)
        text = as_text(entry.get("text"), f"{at}.text")
        scheme = schemes.by_id(as_text(entry.get("scheme"), f"{at}.scheme"))
        person = people.get(as_text(entry.get("participantID"), f"{at}.participantID"), "")
        key = as_id(entry.get("id"), f"{at}.id")
        nodes.append(Node(key, as_text(entry.get("type"), f"{at}.type"), text, scheme, person))
    edges = []
    for number, raw in enumerate(as_list(top.get("edges"), "edges")):
        at = f"edges[{number}]"
        entry = as_map(raw, at)
        edges.append((_end(entry, "from", at), _end(entry, "to", at)))
    return joined(nodes, edges, ledger)


def _end(entry: Mapping[str, object], key: str, at: str) -> str:
    """The id of the node at an end: OVA writes the whole node."""
    end = entry.get(key)
    found = end.get("id") if isinstance(end, dict) else end
    return as_id(found, f"{at}.{key}")


def _front(analysis: Mapping[str, object]) -> dict[str, object]:
    names = {"documentTitle": "title", "documentSource": "source", "documentDate": "date"}
    found = {new: as_text(analysis.get(old), f"analysis.{old}") for old, new in names.items()}
    return {key: value for key, value in found.items() if value}
