"""Reads plain GraphML, and the text and edges of what yEd draws."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.formats.graph import Claim, Graph, Mention, Pairs, Saying, Speaker, Step
from argmap.formats.jsontext import as_list, as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed
from argmap.formats.xmltext import Element
from argmap.text import Span

STEPS = {
    "support": "support", "supports": "support", "inference": "support", "ra": "support",
    "pro": "support", "attack": "attack", "attacks": "attack", "conflict": "attack",
    "ca": "attack", "con": "attack", "rebut": "attack", "undercut": "undercut",
    "undercuts": "undercut", "contradict": "contradict", "contradiction": "contradict",
}  # fmt: skip
KIND = ("kind", "type", "relation", "role")
FILLS = {"#DEF8E9": "support", "#FBDEDB": "attack", "#FDF6D9": "dialogue", "#EEE3F3": "dialogue"}
"""What AIFdb means by its colours."""

UNKNOWN = "it says neither for nor against"
DANGLING = "an end of it is not in the file"
DIALOGUE = "steps of a dialogue are no part of the map"
NO_END = "nothing leads from it to what it is for or against"
NO_PREMISE = "no claim leads to it"
MORE = "a node with several conclusions is one step for each"
SUPPORTED = "a support of a step has no place"


class Node(NamedTuple):
    """`kind` is one of the kinds of steps, dialogue, or empty for a claim."""

    key: str
    kind: str
    told: Mapping[str, str]


class Edge(NamedTuple):
    source: str
    target: str
    kind: str
    role: str


def graph(root: Element, ledger: Ledger) -> Graph:
    names = {
        key.get("id"): key.get("attr.name") or key.get("yfiles.type") for key in _all(root, "key")
    }
    top = next(iter(_all(root, "graph")), None)
    about = _told(top, names) if top else {}
    nodes = {one.key: one for one in _nodes(root, names)}
    edges = list(_edges(root, names, nodes, ledger))
    ledger.met("nodes", len(nodes))
    dialogue = {key for key, one in nodes.items() if one.kind == "dialogue"}
    ledger.dropped("nodes", DIALOGUE, count=len(dialogue))
    speakers = {one.key: one for one in _speakers(about)}
    text = about.get("text", "")
    claims = [_claim(one, speakers, text) for one in nodes.values() if not one.kind]
    steps = [*_node_steps(nodes, edges, speakers, ledger), *_edge_steps(nodes, edges, ledger)]
    front = _json(about.get("front", ""), "front") or {}
    title = about.get("title", "")
    given = as_map(front, "front") if front else {"title": title} if title else {}
    return Graph(
        tuple(claims),
        tuple(steps),
        tuple(speakers.values()),
        text,
        given,
        tuple(_mentions(about, speakers)),
    )


def _all(root: Element, tag: str) -> Iterator[Element]:
    """All elements of that name, in order."""
    stack = [root]
    while stack:
        one = stack.pop()
        if one.tag.rpartition(":")[2] == tag:
            yield one
        stack += reversed(one.children)


def _told(element: Element, names: Mapping[str, str]) -> dict[str, str]:
    """The data right below an element, by the names that the keys declare."""
    found: dict[str, str] = {}
    for one in element.all("data"):
        name = names.get(one.get("key"), "") or one.get("key")
        if name in ("nodegraphics", "edgegraphics"):
            found.update(_drawn(one))
        else:
            found.setdefault(name, one.text)
    return found


def _drawn(element: Element) -> Iterator[tuple[str, str]]:
    """What yEd draws: the labels and the colour."""
    labels = [*_all(element, "NodeLabel"), *_all(element, "EdgeLabel")]
    words = [" ".join(one.text.split()) for one in labels]
    yield "text", next((one for one in reversed(words) if one), "")
    for fill in _all(element, "Fill"):
        yield "fill", fill.get("color").upper()


def _nodes(root: Element, names: Mapping[str, str]) -> Iterator[Node]:
    for one in _all(root, "node"):
        if one.get("yfiles.foldertype") or any(one.all("graph")):
            continue
        key = one.get("id")
        if not key:
            one.refuse("the attribute `id` is missing")
        told = _told(one, names)
        kind = STEPS.get(told.get("kind", told.get("type", "")).strip().lower(), "")
        yield Node(key, kind or FILLS.get(told.get("fill", ""), ""), told)


def _edges(
    root: Element, names: Mapping[str, str], nodes: Mapping[str, Node], ledger: Ledger
) -> Iterator[Edge]:
    for one in _all(root, "edge"):
        ledger.met("edges")
        told = _told(one, names)
        source, target = one.get("source"), one.get("target")
        if source not in nodes or target not in nodes:
            ledger.dropped("edges", DANGLING, f"{source} -> {target}")
            continue
        if "dialogue" in (nodes[source].kind, nodes[target].kind):
            ledger.dropped("edges", DIALOGUE, f"{source} -> {target}")
            continue
        said = next((told[name] for name in KIND if told.get(name)), told.get("text", ""))
        yield Edge(source, target, STEPS.get(said.strip().lower(), ""), said)


def _node_steps(
    nodes: Mapping[str, Node],
    edges: list[Edge],
    speakers: dict[str, Speaker],
    ledger: Ledger,
) -> Iterator[Step]:
    """The steps that are nodes, with the edges to and from them."""
    into: defaultdict[str, list[str]] = defaultdict(list)
    onto: defaultdict[str, list[str]] = defaultdict(list)
    for edge in edges:
        begins, ends = nodes[edge.source].kind, nodes[edge.target].kind
        if begins:
            onto[edge.source].append(edge.target)
        if ends and not begins:
            into[edge.target].append(edge.source)
        if begins or ends:
            ledger.kept("edges")
    for key, node in nodes.items():
        if node.kind in ("", "dialogue"):
            continue
        if not onto[key] or not into[key]:
            ledger.dropped("nodes", NO_PREMISE if onto[key] else NO_END, key)
            continue
        if len(onto[key]) > 1:
            ledger.met("further conclusions", len(onto[key]) - 1)
            ledger.changed("further conclusions", MORE, key, len(onto[key]) - 1)
        yield from _steps(node, into[key], onto[key], nodes, speakers, ledger)


def _steps(
    node: Node,
    premises: list[str],
    targets: list[str],
    nodes: Mapping[str, Node],
    speakers: dict[str, Speaker],
    ledger: Ledger,
) -> Iterator[Step]:
    told = node.told
    for number, target in enumerate(targets):
        kind = node.kind
        if nodes[target].kind:
            if kind == "support":
                ledger.dropped("" if number else "nodes", SUPPORTED, node.key)
                continue
            kind = "undercut"
        elif kind == "undercut":
            kind = "attack"
        if kind == "contradict" and len(premises) > 1:
            kind = "attack"
        said = _sayings(told, speakers)
        yield Step(
            f"{node.key}\n{number}" if number else node.key,
            kind,
            tuple(premises),
            target,
            told.get("name", ""),
            told.get("scheme", ""),
            _weight(told),
            said[0].speakers if said else (),
            tuple(told.get("tags", "").split()),
            _pairs(told),
            "" if number else "nodes",
        )


def _edge_steps(nodes: Mapping[str, Node], edges: list[Edge], ledger: Ledger) -> Iterator[Step]:
    """The edges that lead from claim to claim."""
    for number, edge in enumerate(edges):
        if nodes[edge.source].kind or nodes[edge.target].kind:
            continue
        if not edge.kind or edge.kind == "undercut":
            name = f"{edge.source} {edge.role} {edge.target}".replace("  ", " -> ")
            ledger.dropped("edges", UNKNOWN, name)
            continue
        yield Step(f"edge {number}", edge.kind, (edge.source,), edge.target, unit="edges")


def _claim(node: Node, speakers: dict[str, Speaker], source: str) -> Claim:
    told = node.told
    text = next((told[name] for name in ("text", "label", "description") if told.get(name)), "")
    words = " ".join(text.split()) or node.key
    name = node.key.removeprefix("c:")
    label = told.get("label", "")
    return Claim(
        node.key,
        words,
        tuple(_within(one, source) for one in _sayings(told, speakers, has_text=bool(source))),
        "" if name.removeprefix("n").isdecimal() else name,
        label if label in ("claim", "premise") else "",
        tuple(told.get("tags", "").split()),
        _pairs(told),
        "nodes",
    )


def _sayings(
    told: Mapping[str, str], speakers: dict[str, Speaker], *, has_text: bool = False
) -> list[Saying]:
    """Who says it, and where in the graph's text, if it has one."""
    if told.get("says"):
        return [_saying(one, speakers) for one in as_list(_json(told["says"], "says"), "says")]
    names = [name.strip() for name in told.get("speaker", "").split(";") if name.strip()]
    keys = tuple(_known(name, speakers) for name in names)
    start, end = told.get("start", ""), told.get("end", "")
    placed = start.isdecimal() and end.isdecimal() and len(start + end) < 20
    pieces = (Span(int(start), max(int(start), int(end))),) if placed and has_text else ()
    return [Saying(keys, pieces)] if keys or pieces else []


def _within(saying: Saying, text: str) -> Saying:
    """A saying without places that the text does not have."""
    pieces = tuple(span for span in saying.pieces if span.end <= len(text))
    return saying._replace(pieces=pieces)


def _saying(value: object, speakers: dict[str, Speaker]) -> Saying:
    found = as_map(value, "says")
    pieces = []
    for one in as_list(found.get("pieces"), "says.pieces"):
        ends = as_list(one, "says.pieces")
        if len(ends) == 2 and all(isinstance(end, int) for end in ends):
            start, end = int(str(ends[0])), int(str(ends[1]))
            pieces.append(Span(max(0, start), max(0, start, end)))
    who, via = (
        tuple(_known(as_text(one, key), speakers) for one in as_list(found.get(key), key))
        for key in ("speakers", "via")
    )
    return Saying(who, tuple(pieces), via)


def _known(name: str, speakers: dict[str, Speaker]) -> str:
    """The key of a speaker by key or name, who is added if need be."""
    if name not in speakers:
        speakers[name] = Speaker(name, (name,), unit="")
    return name


def _speakers(about: Mapping[str, str]) -> Iterator[Speaker]:
    for value in as_list(_json(about.get("speakers", ""), "speakers"), "speakers"):
        one = as_map(value, "speakers")
        key = as_text(one.get("id"), "speakers.id")
        names = tuple(as_text(name, "names") for name in as_list(one.get("names"), "names"))
        tags = tuple(as_text(tag, "tags") for tag in as_list(one.get("tags"), "tags"))
        data = [as_map(pair, "data") for pair in as_list(one.get("data"), "data")]
        pairs = tuple((k, as_text(v, "data")) for pair in data for k, v in pair.items())
        yield Speaker(key, names or (key,), key, tags, pairs, "")


def _mentions(about: Mapping[str, str], speakers: dict[str, Speaker]) -> Iterator[Mention]:
    for value in as_list(_json(about.get("mentions", ""), "mentions"), "mentions"):
        one = as_map(value, "mentions")
        start, end = one.get("start"), one.get("end")
        if isinstance(start, int) and isinstance(end, int) and 0 <= start <= end:
            named = as_list(one.get("speakers"), "speakers")
            keys = tuple(_known(as_text(name, "speakers"), speakers) for name in named)
            yield Mention(Span(start, end), keys)


def _pairs(told: Mapping[str, str]) -> Pairs:
    data = _json(told.get("data", ""), "data")
    found = as_map(data, "data") if data else {}
    return tuple((key, as_text(value, "data")) for key, value in found.items())


def _weight(told: Mapping[str, str]) -> float | None:
    try:
        weight = float(told.get("weight", ""))
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None


def _json(text: str, path: str) -> object:
    """What `write` tells as JSON; another tool's own words under such a name say nothing."""
    if not text.strip():
        return None
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Malformed(f"here should be JSON: {error}", path=path) from None
