"""The XML of the microtext corpora: units of text, what they argue, and edges onto edges."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.document import Document
from argmap.formats import xmltext
from argmap.formats.counting import MAP
from argmap.formats.graph import Claim, Graph, Saying, Source, Speaker, Step
from argmap.formats.ledger import Ledger
from argmap.formats.xmltext import Element
from argmap.text import Span

SUFFIXES = (".arggraph.xml", ".arggraph")
CARRIES = MAP | {"undercuts", "contradictions", "linked steps", "holders", "marks"}
KINDS = {"sup": "support", "exa": "support", "reb": "attack", "und": "undercut"}
VOICES = {"pro": "Proponent", "opp": "Opponent"}


class Units(NamedTuple):
    """The text of a graph and its elementary units: where each stands, None for an implicit one."""

    text: str
    order: Mapping[str, int]
    words: Mapping[str, str]
    places: Mapping[str, Span | None]


class Edge(NamedTuple):
    id: str
    source: str
    target: str
    type: str


def read(source: Source, ledger: Ledger) -> Graph:
    """The map, with the marks in the text that its units make up."""
    root = xmltext.parse(source.text)
    if root.tag != "arggraph":
        root.refuse("the file should begin with <arggraph>")
    _once(root)
    units = _units(root, ledger)
    edges = [_edge(element) for element in root.all("edge")]
    for edge in edges:
        ledger.met(f"{edge.type} edges")
    claims = list(_claims(root, units, edges, ledger))
    voices = dict.fromkeys(who for claim in claims for who in claim.sayings[0].speakers)
    return Graph(
        tuple(claims),
        tuple(_steps(edges, ledger)),
        tuple(Speaker(who, (VOICES.get(who, who),), unit="") for who in voices),
        units.text,
        _front(root),
    )


def _once(root: Element) -> None:
    """Refuses an id that is given twice: an edge would lead to either."""
    for tags in (("edu",), ("adu", "joint"), ("edge",)):
        seen: set[str] = set()
        for element in (one for tag in tags for one in root.all(tag)):
            key = element.get("id")
            if key and key in seen:
                element.refuse(f"the id `{key[:60]}` is given twice")
            seen.add(key)


def _front(root: Element) -> dict[str, object]:
    names = {"id": "title", "topic_id": "topic", "stance": "stance"}
    return {new: root.get(old) for old, new in names.items() if root.get(old)}


def _units(root: Element, ledger: Ledger) -> Units:
    pieces: list[str] = []
    at = 0
    order: dict[str, int] = {}
    words: dict[str, str] = {}
    places: dict[str, Span | None] = {}
    for element in root.all("edu"):
        key = element.get("id") or element.refuse("has no id")
        order[key], words[key], places[key] = len(order), element.text, None
        ledger.met("edus")
        if element.get("implicit") != "true":
            places[key] = Span(at, at + len(element.text))
            pieces.append(element.text)
            at += len(element.text) + 1
    return Units(" ".join(pieces), order, words, places)


def _edge(element: Element) -> Edge:
    values = [element.get(name) for name in ("id", "src", "trg", "type")]
    if not all(values):
        element.refuse("needs id, src, trg and type")
    return Edge(*values)


def _claims(root: Element, units: Units, edges: list[Edge], ledger: Ledger) -> Iterator[Claim]:
    parts: dict[str, list[str]] = {}
    for edge in edges:
        if edge.type == "seg":
            parts.setdefault(edge.target, []).append(edge.source)
    joints = {element.get("id") for element in root.all("joint")}
    adus = {element.get("id") for element in root.all("adu")}
    used: set[str] = set()
    ledger.met("joints", len(joints))
    for element in root.all("adu"):
        key = element.get("id") or element.refuse("has no id")
        direct = parts.get(key, [])
        through = [part for joint in direct if joint in joints for part in parts.get(joint, [])]
        known = {edu for edu in (*direct, *through) if edu in units.order}
        edus = sorted(known, key=units.order.__getitem__)
        used.update(edus, (joint for joint in direct if joint in joints))
        yield _claim(element, key, edus, units, ledger)
    _account(units, joints, used, ledger)
    _account_edges(edges, {*units.order, *joints}, adus | joints, ledger)


def _claim(element: Element, key: str, edus: list[str], units: Units, ledger: Ledger) -> Claim:
    ledger.met("adus")
    who = element.get("type")
    pieces: list[Span] = []
    for edu in edus:
        span = units.places[edu]
        if span is not None and pieces and pieces[-1].end + 1 == span.start:
            pieces[-1] = Span(pieces[-1].start, span.end)
        elif span is not None and span.start < span.end:
            pieces.append(span)
    tags = () if pieces else ("implicit",)
    saying = Saying((who,) if who else (), tuple(pieces))
    words = " ".join(units.words[edu] for edu in edus)
    return Claim(key, words, (saying,), tags=tags, unit="adus")


def _account(units: Units, joints: set[str], used: set[str], ledger: Ledger) -> None:
    for edu in units.order:
        if edu in used or units.places[edu] is not None:
            ledger.kept("edus")
        else:
            ledger.dropped("edus", "implicit, and nobody says it", edu)
    for joint in sorted(joints):
        if joint in used:
            ledger.kept("joints")
        else:
            ledger.dropped("joints", "belongs to no claim", joint)


def _account_edges(edges: list[Edge], parts: set[str], wholes: set[str], ledger: Ledger) -> None:
    for edge in edges:
        if edge.type == "seg" and edge.source in parts and edge.target in wholes:
            ledger.kept("seg edges")
        elif edge.type == "seg":
            ledger.dropped("seg edges", "leads to nothing", edge.id)


def _steps(edges: list[Edge], ledger: Ledger) -> Iterator[Step]:
    """The relations; one more premise (`add`) may be told before what it belongs to."""
    by_id = {edge.id: edge for edge in edges}
    added: dict[str, list[str]] = {}
    for edge in edges:
        if edge.type != "add":
            continue
        target = _added_to(edge, by_id)
        if target is None:
            ledger.dropped("add edges", "adds a premise to nothing", edge.id)
        else:
            ledger.kept("add edges")
            added.setdefault(target.id, []).append(edge.source)
    for edge in edges:
        if edge.type in KINDS:
            premises = (edge.source, *added.get(edge.id, ()))
            kind, scheme = KINDS[edge.type], "example" if edge.type == "exa" else ""
            unit = f"{edge.type} edges"
            yield Step(edge.id, kind, premises, edge.target, scheme=scheme, unit=unit)
        elif edge.type not in ("seg", "add"):
            ledger.dropped(f"{edge.type} edges", "a relation that is not known", edge.id)


def _added_to(edge: Edge, by_id: Mapping[str, Edge]) -> Edge | None:
    """The relation that gets the premise: an `add` may aim at another one."""
    seen = {edge.id}
    target = by_id.get(edge.target)
    while target is not None and target.type == "add" and target.id not in seen:
        seen.add(target.id)
        target = by_id.get(target.target)
    return target if target is not None and target.type in KINDS else None


def write(document: Document, ledger: Ledger) -> str:
    """The microtexts' XML: the article cut into units at the marks, joined by single spaces."""
    from argmap.formats.arggraph_writing import Writer

    return Writer(document, ledger).text()
