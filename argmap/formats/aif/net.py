"""The nodes and edges of an AIF graph, from the JSON of AIFdb, xAIF and OVA alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.formats.aif import schemes
from argmap.formats.jsontext import as_id, as_list, as_map, as_text
from argmap.formats.ledger import Ledger

CLAIM, LOCUTION = "I", "L"
STEPS = ("RA", "CA", "MA", "PA")
SCHEMES = "schemefulfillments"
KINDS = (CLAIM, LOCUTION, *STEPS, "TA", "YA")

UNITS = {kind: f"{kind} nodes" for kind in KINDS}

Ends = Mapping[str, list[str]]


class Node(NamedTuple):
    """`kind` is I, L, RA, CA, MA, PA, TA or YA; `scheme` the name of its scheme, in any spelling.
    `person` is who is told to say it, apart from what the text says."""

    id: str
    kind: str
    text: str
    scheme: str = ""
    person: str = ""


class Net(NamedTuple):
    """Nodes by id, in order of the file, and for each the nodes that edges lead to and from.
    `units` are what nodes of a kind are called in the account."""

    nodes: Mapping[str, Node]
    out: Ends
    into: Ends
    units: Mapping[str, str] = UNITS

    def unit(self, kind: str) -> str:
        return self.units.get(kind, "other nodes")

    def of(self, *kinds: str) -> Iterator[Node]:
        return (node for node in self.nodes.values() if node.kind in kinds)

    def after(self, node: str, *kinds: str) -> list[str]:
        """The nodes of these kinds that an edge leads to."""
        return [one for one in self.out.get(node, ()) if self.nodes[one].kind in kinds]

    def before(self, node: str, *kinds: str) -> list[str]:
        """The nodes of these kinds that an edge comes from."""
        return [one for one in self.into.get(node, ()) if self.nodes[one].kind in kinds]


def joined(
    nodes: list[Node],
    edges: list[tuple[str, str]],
    ledger: Ledger,
    units: Mapping[str, str] = UNITS,
) -> Net:
    """Puts nodes and edges together; edges that are said twice or lead nowhere are dropped."""
    found: dict[str, Node] = {}
    for node in nodes:
        name = units.get(node.kind, "other nodes")
        ledger.met(name)
        if node.id in found:
            ledger.dropped(name, "its id is that of an earlier node", node.id)
        else:
            found[node.id] = node
    out: dict[str, list[str]] = {}
    into: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    ledger.met("edges", len(edges))
    for edge in edges:
        start, end = edge
        if start not in found or end not in found:
            missing = start if start not in found else end
            ledger.dropped("edges", "leads to no node", f"{start} to {end}: no node {missing}")
        elif edge in seen:
            ledger.dropped("edges", "said twice", f"{start} to {end}")
        else:
            seen.add(edge)
            out.setdefault(start, []).append(end)
            into.setdefault(end, []).append(start)
    return Net(found, out, into, units)


def read(top: Mapping[str, object], path: str, ledger: Ledger) -> Net:
    """The net of AIF's arrays; `path` is where they stand ("AIF."). Raises Malformed."""
    fulfilled = _fulfilled(top, path)
    people = persons(top, path)
    nodes = []
    for number, raw in enumerate(as_list(top.get("nodes"), f"{path}nodes")):
        at = f"{path}nodes[{number}]"
        entry = as_map(raw, at)
        key = as_id(entry.get("nodeID"), f"{at}.nodeID")
        kind = as_text(entry.get("type"), f"{at}.type")
        scheme = as_text(entry.get("scheme"), f"{at}.scheme") or fulfilled.get(key, "")
        text = as_text(entry.get("text"), f"{at}.text")
        nodes.append(Node(key, kind, text, scheme, people.get(key, "")))
    edges = []
    for number, raw in enumerate(as_list(top.get("edges"), f"{path}edges")):
        at = f"{path}edges[{number}]"
        entry = as_map(raw, at)
        start = as_id(entry.get("fromID"), f"{at}.fromID")
        edges.append((start, as_id(entry.get("toID"), f"{at}.toID")))
    return joined(nodes, edges, ledger)


def _fulfilled(top: Mapping[str, object], path: str) -> dict[str, str]:
    """The schemes of nodes that are told apart from them."""
    found = {}
    for number, raw in enumerate(as_list(top.get(SCHEMES), path + SCHEMES)):
        at = f"{path}{SCHEMES}[{number}]"
        entry = as_map(raw, at)
        scheme = schemes.by_id(as_text(entry.get("schemeID"), f"{at}.schemeID"))
        if scheme:
            found[as_id(entry.get("nodeID"), f"{at}.nodeID")] = scheme
    return found


def persons(top: Mapping[str, object], path: str) -> dict[str, str]:
    """The names of who says which locution, where the file lists its participants.

    The package `xaif` gives all of them the id 1: an id that several share says nothing.
    """
    names: dict[str, set[str]] = {}
    for number, raw in enumerate(as_list(top.get("participants"), f"{path}participants")):
        at = f"{path}participants[{number}]"
        entry = as_map(raw, at)
        key = as_text(entry.get("participantID"), f"{at}.participantID")
        names.setdefault(key, set()).add(full_name(entry, at))
    found: dict[str, str] = {}
    for number, raw in enumerate(as_list(top.get("locutions"), f"{path}locutions")):
        at = f"{path}locutions[{number}]"
        entry = as_map(raw, at)
        called = names.get(as_text(entry.get("personID"), f"{at}.personID"), set())
        if len(called) == 1:
            found[as_text(entry.get("nodeID"), f"{at}.nodeID")] = next(iter(called))
    return found


def full_name(entry: Mapping[str, object], at: str) -> str:
    words = (as_text(entry.get(key), f"{at}.{key}").strip() for key in ("firstname", "surname"))
    return " ".join(word for word in words if word)
