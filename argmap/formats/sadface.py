"""SADFace: atoms joined by inference and conflict nodes, anchored in its resources."""

from __future__ import annotations

import json
from collections.abc import Mapping

from argmap.document import Document
from argmap.formats import jsontext
from argmap.formats.aif.net import Net, Node, joined
from argmap.formats.aif.reading import graph
from argmap.formats.aif.schemes import official
from argmap.formats.aif.writing import SYMMETRIC
from argmap.formats.counting import KINDS, MAP
from argmap.formats.graph import Graph, Saying, Source, Speaker
from argmap.formats.jsontext import as_id, as_list, as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.outward import called, voiced
from argmap.formats.resources import Resources
from argmap.model.values import Claim, Step

SUFFIXES = (".sadface.json", ".sadface")
UNITS = {"I": "atoms", "RA": "inferences", "CA": "conflicts"}
CARRIES = MAP | {*KINDS.values(), "linked steps", "schemes", "speakers", "holders",
                 "marks", "other wordings"}  # fmt: skip
RESOURCE = "00000000-0000-4000-8000-000000000000"
TIME = "2000-01-01T00:00:00"
FRONT = {
    "title": "title",
    "description": "description",
    "notes": "notes",
    "analyst_name": "analyst",
}
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
    more: dict[str, list[str]] = {}
    net = _net(top, ledger, resources, more)
    for conflict in net.of("CA"):
        before = net.before(conflict.id, "I")
        if len(before) == 1 and not net.after(before[0], "RA") and net.before(before[0], "RA"):
            ledger.warn(BACKWARDS.format(conflict.id))
    found = graph(net, ledger, resources.places, resources.text)
    claims = [
        claim._replace(
            sayings=(*claim.sayings, *(Saying((who,)) for who in more.get(claim.key, ())))
        )
        for claim in found.claims
    ]
    known = {speaker.key for speaker in found.speakers}
    others = dict.fromkeys(who for held in more.values() for who in held if who not in known)
    speakers = (*found.speakers, *(Speaker(who, (who,), unit="") for who in others))
    return found._replace(claims=tuple(claims), speakers=speakers, front=_front(top))


def _net(
    top: Mapping[str, object], ledger: Ledger, resources: Resources, more: dict[str, list[str]]
) -> Net:
    """`more` gets the further speakers of each atom."""
    nodes = []
    for number, raw in enumerate(as_list(top.get("nodes"), "nodes")):
        at = f"nodes[{number}]"
        entry = as_map(raw, at)
        key = as_id(entry.get("id"), f"{at}.id")
        name = as_text(entry.get("name"), f"{at}.name")
        text = as_text(entry.get("text"), f"{at}.text")
        kind = _kind(as_text(entry.get("type"), f"{at}.type"), name)
        person, *others = _speakers(entry.get("metadata"), f"{at}.metadata") or [""]
        more[key] = others
        if _symmetric(entry.get("metadata")):
            text = SYMMETRIC
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


def _speakers(metadata: object, path: str) -> list[str]:
    """SADFace has no speakers; they stand in a namespace of their own."""
    found = metadata.get("speaker") if isinstance(metadata, dict) else None
    if isinstance(found, dict):
        names = [found.get("name"), *as_list(found.get("others"), f"{path}.speaker.others")]
        told = (as_text(name, f"{path}.speaker") for name in names)
        return [name for name in told if name]
    return [found] if isinstance(found, str) and found else []


def _symmetric(metadata: object) -> bool:
    """Whether a conflict goes both ways: argmap says so in its own namespace."""
    found = metadata.get("argmap") if isinstance(metadata, dict) else None
    return isinstance(found, dict) and found.get("kind") == SYMMETRIC


def _front(top: Mapping[str, object]) -> dict[str, object]:
    metadata = as_map(top.get("metadata") or {}, "metadata")
    core = as_map(metadata.get("core") or {}, "metadata.core")
    found = {new: as_text(core.get(old), f"metadata.core.{old}") for old, new in FRONT.items()}
    return {key: value for key, value in found.items() if value}


def write(document: Document, ledger: Ledger) -> str:
    """SADFace 0.5.4, with the article as its resource; attacks lead from attacker to attacked."""
    ids = _Ids()
    atoms = {claim: ids.next() for claim in document.map.claims}
    schemes = {step: ids.next() for step in document.map.steps}
    edges: list[dict[str, str]] = []
    for step in document.map.steps.values():
        target = schemes[step.target] if step.kind == "undercut" else atoms[step.target]
        ends = [(atoms[one], schemes[step.id]) for one in step.premises]
        for start, end in (*ends, (schemes[step.id], target)):
            edges.append({"id": ids.next(), "source_id": start, "target_id": end})
    nodes = [_atom(document, claim, atoms[claim.id]) for claim in document.map.claims.values()]
    nodes += [_scheme(step, schemes[step.id]) for step in document.map.steps.values()]
    front = document.front
    core = {
        "id": ids.next(),
        "version": "0.5.4.0",
        "analyst_name": front.get("analyst"),
        "analyst_email": "",
        "created": TIME,
        "edited": TIME,
        # arguebuf reads none without these.
        "title": front.get("title"),
        "description": front.get("description"),
        "notes": front.get("notes"),
    }
    ledger.kept("front matter", sum(bool(front.get(key)) for key in FRONT.values()))
    text = {"id": RESOURCE, "type": "text", "content": document.article, "metadata": {"core": {}}}
    found = {"metadata": {"core": core}, "resources": [text], "nodes": nodes, "edges": edges}
    return json.dumps(found, indent=1) + "\n"


class _Ids:
    """Ids in the form of a UUID, counted, so that the same map is the same file."""

    def __init__(self) -> None:
        self._count = 0

    def next(self) -> str:
        self._count += 1
        return f"00000000-0000-4000-8000-{self._count:012x}"


def _atom(document: Document, claim: Claim, key: str) -> dict[str, object]:
    said = voiced(document, claim)
    spans = [span for one in said for span in one.pieces if span.start < span.end]
    sources = [
        {
            "resource_id": RESOURCE,
            "text": span.of(document.article),
            "offset": span.start,
            "length": span.end - span.start,
        }
        for span in spans
    ]
    metadata: dict[str, object] = {"core": {}}
    holders = [called(document, who) for who in document.map.holders(claim.id)]
    if holders:
        metadata["speaker"] = {"name": holders[0], "others": holders[1:]}
    text = document.wording(claim.id)
    return {"id": key, "type": "atom", "text": text, "sources": sources, "metadata": metadata}


def _scheme(step: Step, key: str) -> dict[str, object]:
    kind, name = ("inference", "support") if step.kind == "support" else ("conflict", "attack")
    name = official(step.scheme) if step.scheme else name
    metadata: dict[str, object] = {"core": {}}
    if step.kind == "contradict":
        metadata["argmap"] = {"kind": SYMMETRIC}
    return {"id": key, "type": kind, "name": name, "metadata": metadata}
