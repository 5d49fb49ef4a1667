"""arguebuf's JSON: nodes and edges as objects by their ids, schemes as names in capitals."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import jsontext
from argmap.formats.aif.net import Node, joined
from argmap.formats.aif.reading import graph
from argmap.formats.graph import Graph, Source
from argmap.formats.jsontext import as_id, as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.resources import Resources

SUFFIXES = (".arguebuf.json", ".arguebuf")
KINDS = {"support": "RA", "attack": "CA", "rephrase": "MA", "preference": "PA"}
UNITS = {
    "I": "atoms",
    "RA": "support schemes",
    "CA": "attack schemes",
    "MA": "rephrase schemes",
    "PA": "preference schemes",
}


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text of its resources."""
    top = as_map(jsontext.load(source.text), "the file")
    resources = Resources(ledger)
    for key, raw in as_map(top.get("resources") or {}, "resources").items():
        entry = as_map(raw, f"resources.{key}")
        resources.add(key, as_text(entry.get("text"), f"resources.{key}.text"))
    people = _people(top)
    nodes = []
    for key, raw in as_map(top.get("nodes"), "nodes").items():
        at = f"nodes.{key}"
        nodes.append(_node(key, as_map(raw, at), at, people, resources))
    edges = []
    for key, raw in as_map(top.get("edges") or {}, "edges").items():
        entry = as_map(raw, f"edges.{key}")
        start = as_id(entry.get("source"), f"edges.{key}.source")
        edges.append((start, as_id(entry.get("target"), f"edges.{key}.target")))
    found = graph(joined(nodes, edges, ledger, UNITS), ledger, resources.places, resources.text)
    major = as_text(top.get("majorClaim"), "majorClaim")
    claims = (
        claim._replace(tags=("thesis", *claim.tags)) if claim.key == major else claim
        for claim in found.claims
    )
    return found._replace(claims=tuple(claims))


def _people(top: Mapping[str, object]) -> dict[str, str]:
    found = {}
    for key, raw in as_map(top.get("participants") or {}, "participants").items():
        entry = as_map(raw, f"participants.{key}")
        names = (as_text(entry.get(n), f"participants.{key}.{n}") for n in ("name", "username"))
        found[key] = next(filter(None, names), key)
    return found


def _node(
    key: str, entry: Mapping[str, object], at: str, people: Mapping[str, str], resources: Resources
) -> Node:
    if "atom" in entry:
        atom = as_map(entry["atom"], f"{at}.atom")
        text = as_text(atom.get("text"), f"{at}.atom.text")
        person = people.get(as_text(atom.get("participant"), f"{at}.atom.participant"), "")
        if isinstance(atom.get("reference"), dict):
            reference = as_map(atom["reference"], f"{at}.atom.reference")
            of = as_text(reference.get("resource"), f"{at}.atom.reference.resource")
            words = as_text(reference.get("text"), f"{at}.atom.reference.text") or text
            resources.place(key, of, reference.get("offset", 0), words)
        return Node(key, "I", text, person=person)
    scheme = as_map(entry.get("scheme") or {}, f"{at}.scheme")
    for name, kind in KINDS.items():
        if name in scheme:
            told = as_text(scheme[name], f"{at}.scheme.{name}").casefold()
            return Node(key, kind, "", _scheme(told, name))
    return Node(key, "a scheme without a kind" if not scheme else ", ".join(scheme), "")


def _scheme(told: str, name: str) -> str:
    short = told.removeprefix(f"{name}_").replace("_", "-")
    return "" if short in ("default", "unspecified", name) else short
