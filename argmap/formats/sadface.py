"""SADFace: atoms joined by inference and conflict nodes, anchored in its resources."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import jsontext
from argmap.formats.aif.net import Net, Node, joined
from argmap.formats.aif.reading import graph
from argmap.formats.graph import Graph, Source
from argmap.formats.jsontext import as_id, as_list, as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.resources import Resources

SUFFIXES = (".sadface.json", ".sadface")
UNITS = {"I": "atoms", "RA": "inferences", "CA": "conflicts"}
CONFLICTS = ("conflict", "attack", "disagree")
PLAIN = ("support", *CONFLICTS)
BACKWARDS = (
    "conflict {} has one source, the claim that the map is about; if the file writes its attacks "
    "the other way round, as SADFace 0.5 does, they are read the wrong way"
)


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text of its resources."""
    top = as_map(jsontext.load(source.text), "the file")
    resources = Resources(ledger)
    for number, raw in enumerate(as_list(top.get("resources"), "resources")):
        at = f"resources[{number}]"
        entry = as_map(raw, at)
        content = as_text(entry.get("content"), f"{at}.content")
        resources.add(as_id(entry.get("id"), f"{at}.id"), content)
    net = _net(top, ledger, resources)
    for conflict in net.of("CA"):
        before = net.before(conflict.id, "I")
        if len(before) == 1 and not net.after(before[0], "RA") and net.before(before[0], "RA"):
            ledger.warn(BACKWARDS.format(conflict.id))
    found = graph(net, ledger, resources.places, resources.text)
    return found._replace(front=_front(top))


def _net(top: Mapping[str, object], ledger: Ledger, resources: Resources) -> Net:
    nodes = []
    for number, raw in enumerate(as_list(top.get("nodes"), "nodes")):
        at = f"nodes[{number}]"
        entry = as_map(raw, at)
        key = as_id(entry.get("id"), f"{at}.id")
        name = as_text(entry.get("name"), f"{at}.name")
        text = as_text(entry.get("text"), f"{at}.text")
        kind = _kind(as_text(entry.get("type"), f"{at}.type"), name)
        person = _speaker(entry.get("metadata"), f"{at}.metadata")
        nodes.append(Node(key, kind, text, "" if name in PLAIN else name, person))
        for index, place in enumerate(as_list(entry.get("sources"), f"{at}.sources")):
            where = f"{at}.sources[{index}]"
            found = as_map(place, where)
            of = as_text(found.get("resource_id"), f"{where}.resource_id")
            words = as_text(found.get("text"), f"{where}.text") or text
            resources.place(key, of, found.get("offset"), words)
    edges = []
    for number, raw in enumerate(as_list(top.get("edges"), "edges")):
        at = f"edges[{number}]"
        entry = as_map(raw, at)
        start = as_id(entry.get("source_id"), f"{at}.source_id")
        edges.append((start, as_id(entry.get("target_id"), f"{at}.target_id")))
    return joined(nodes, edges, ledger, UNITS)


def _kind(told: str, name: str) -> str:
    """Older files have one type, `scheme`, for inferences and conflicts."""
    if told == "atom":
        return "I"
    if told == "conflict" or (told == "scheme" and name in CONFLICTS):
        return "CA"
    if told == "inference" or (told == "scheme" and name == "support"):
        return "RA"
    return name or told


def _speaker(metadata: object, path: str) -> str:
    """SADFace has no speakers; they stand in a namespace of their own."""
    if not isinstance(metadata, dict):
        return ""
    found = metadata.get("speaker")
    if isinstance(found, dict):
        return as_text(found.get("name"), f"{path}.speaker.name")
    return found if isinstance(found, str) else ""


def _front(top: Mapping[str, object]) -> dict[str, object]:
    metadata = as_map(top.get("metadata") or {}, "metadata")
    core = as_map(metadata.get("core") or {}, "metadata.core")
    names = {"title": "title", "description": "description", "notes": "notes",
             "analyst_name": "analyst"}  # fmt: skip
    found = {new: as_text(core.get(old), f"metadata.core.{old}") for old, new in names.items()}
    return {key: value for key, value in found.items() if value}
