"""Writes GraphML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from argmap.document import Document
from argmap.formats.ledger import Ledger
from argmap.formats.plain import plain
from argmap.model.values import Claim, Step

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns\
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
KEYS = (
    ("node", "kind", "string"),
    ("node", "text", "string"),
    ("node", "speaker", "string"),
    ("node", "start", "int"),
    ("node", "end", "int"),
    ("node", "label", "string"),
    ("node", "name", "string"),
    ("node", "scheme", "string"),
    ("node", "weight", "double"),
    ("node", "tags", "string"),
    ("node", "data", "string"),
    ("node", "says", "string"),
    ("edge", "role", "string"),
    ("graph", "title", "string"),
    ("graph", "text", "string"),
    ("graph", "front", "string"),
    ("graph", "speakers", "string"),
    ("graph", "mentions", "string"),
)
"""What the nodes, edges and the graph have. `says` tells as JSON what `speaker`, `start` and `end`
cannot: who says a claim together, who passes it on, and all its places."""

NO_XML = "signs that XML cannot hold became U+FFFD"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ID = {(domain, name): f"d{number}" for number, (domain, name, _) in enumerate(KEYS)}


def write(document: Document, ledger: Ledger) -> str:
    body = "".join(_lines(document))
    found = len(_ILLEGAL.findall(body))
    if found:
        ledger.met("characters", found)
        ledger.changed("characters", NO_XML, count=found)
        body = _ILLEGAL.sub("\ufffd", body)
    return HEAD + body + "</graphml>\n"


def _lines(document: Document) -> Iterator[str]:
    for domain, name, kind in KEYS:
        key = _ID[domain, name]
        yield f'  <key id="{key}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '  <graph id="map" edgedefault="directed">\n'
    for line in _data("graph", _about(document)):
        yield f"    {line}\n"
    for claim in document.map.claims.values():
        yield _node(f"c:{claim.id}", _claim(document, claim))
    for step in document.map.steps.values():
        yield _node(f"s:{step.id}", _step(document, step))
    edges = (edge for step in document.map.steps.values() for edge in _edges(step))
    for number, (source, target, role) in enumerate(edges):
        ends = f"source={_quoted(source)} target={_quoted(target)}"
        told = "".join(_data("edge", [("role", role)]))
        yield f'    <edge id="e{number}" {ends}>{told}</edge>\n'
    yield "  </graph>\n"


def _about(document: Document) -> Iterator[tuple[str, str]]:
    told = plain(document)
    yield "title", str(document.front.get("title") or "")
    yield "text", document.article if document.article.strip() else ""
    yield "front", _json(told.get("front") or "")
    yield "speakers", _json(told["speakers"])
    yield "mentions", _json(told["mentions"])


def _claim(document: Document, claim: Claim) -> Iterator[tuple[str, str]]:
    found = document.map
    yield "kind", "claim"
    yield "text", document.wording(claim.id)
    yield "speaker", _people(document, found.holders(claim.id))
    sayings = []
    label = ""
    for said in claim.occurrences:
        label = label or (said.label if said.in_text else "")
        spans = [document.article_span(span) for span in document.spans(said)]
        pieces = [[*span] for span in spans] if said.in_text else []
        told = {"speakers": said.speakers, "via": said.via, "pieces": pieces}
        sayings.append({key: value for key, value in told.items() if value})
    first = next((one["pieces"][0] for one in sayings if "pieces" in one), None)
    if first:
        yield "start", str(first[0])
        yield "end", str(first[1])
    yield "label", label
    yield "tags", " ".join(claim.tags)
    yield "data", _json(dict(claim.data))
    yield "says", _json([one for one in sayings if one])


def _step(document: Document, step: Step) -> Iterator[tuple[str, str]]:
    yield "kind", step.kind
    yield "speaker", _people(document, step.speakers)
    yield "name", step.name
    yield "scheme", step.scheme
    yield "weight", "" if step.weight is None else f"{step.weight:g}"
    yield "tags", " ".join(step.tags)
    yield "data", _json(dict(step.data))
    yield "says", _json([{"speakers": step.speakers}] if step.speakers else [])


def _edges(step: Step) -> Iterator[tuple[str, str, str]]:
    node = f"s:{step.id}"
    for premise in step.premises:
        yield f"c:{premise}", node, "premise"
    target = f"s:{step.target}" if step.kind == "undercut" else f"c:{step.target}"
    yield node, target, "conclusion" if step.kind == "support" else "target"


def _people(document: Document, ids: Iterable[str]) -> str:
    return "; ".join(document.map.speakers[who].name for who in ids)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if value else ""


def _node(name: str, told: Iterable[tuple[str, str]]) -> str:
    return f"    <node id={_quoted(name)}>{''.join(_data('node', told))}</node>\n"


def _data(domain: str, told: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, value in told:
        if value:
            text = escape(value, {"\r": "&#13;"})
            yield f'<data key="{_ID[domain, name]}">{text}</data>'


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
