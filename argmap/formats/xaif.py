"""xAIF, and the JSON of OVA3: AIF with its source text, in which spans anchor the nodes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence

from argmap.document import Document
from argmap.formats import jsontext
from argmap.formats.aif import CARRIES as AIF
from argmap.formats.aif import TALK, schemes
from argmap.formats.aif import net as nets
from argmap.formats.aif.reading import graph
from argmap.formats.aif.writing import Drawing, Drawn, Made
from argmap.formats.graph import Graph, Source
from argmap.formats.jsontext import as_map, as_text
from argmap.formats.ledger import Ledger
from argmap.formats.markup import APART, plain
from argmap.formats.outward import nested, parted
from argmap.text import Span

SUFFIXES = (".xaif.json", ".ova3.json", ".xaif")
CARRIES = AIF | TALK | {"marks", "other wordings"}


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


def write(document: Document, ledger: Ledger) -> str:
    """A file that OVA3 opens: nodes on a grid, and the article with spans round the words."""
    drawn = Drawing(document, ledger, dialogue=True).drawn()
    people = {who: number for number, who in enumerate(drawn.speakers, 1)}
    pairs = [{"fromID": start, "toID": end} for start, end in drawn.edges]
    named = [parted(document.map.speakers[who]) for who in drawn.speakers]
    found = {
        "AIF": {
            "nodes": [{"nodeID": n.id, "text": n.text, "type": n.kind} for n in drawn.nodes],
            "edges": [{"edgeID": n, **pair} for n, pair in enumerate(pairs, 1)],
            "schemefulfillments": [
                {"nodeID": n.id, "schemeID": schemes.IDS[n.scheme]}
                for n in drawn.nodes
                if n.scheme in schemes.IDS
            ],
            "participants": [
                {"participantID": number, "firstname": first, "surname": rest}
                for number, (first, rest) in enumerate(named, 1)
            ],
            "locutions": [
                {"nodeID": n.id, "personID": people[n.speaker], "start": None, "end": None}
                for n in drawn.nodes
                if n.kind == "L"
            ],
            "descriptorfulfillments": [],
            "cqdescriptorfulfillments": [],
        },
        "text": _marked(document.article, list(_anchors(drawn))),
        "OVA": {
            "firstname": "",
            "surname": "",
            "url": "",
            "nodes": [_placed(n, number) for number, n in enumerate(drawn.nodes)],
            # OVA3 takes the edges from here.
            "edges": [{**pair, "visible": True} for pair in pairs],
        },
    }
    return json.dumps(found, indent=1) + "\n"


def _placed(made: Made, number: int) -> dict[str, object]:
    x, y = 100 + 220 * (number % 6), 60 + 110 * (number // 6)
    return {"nodeID": made.id, "visible": True, "x": x, "y": y, "timestamp": ""}


def _anchors(drawn: Drawn) -> Iterator[tuple[str, Span]]:
    """Each locution, and each claim in the article's own voice, with the ranges of its words."""
    for made in drawn.nodes:
        yield from ((made.id, span) for span in made.pieces)


def _marked(article: str, anchors: Sequence[tuple[str, Span]]) -> str:
    """The article as HTML. A span that crosses another one is closed and opened again."""
    anchors = [one for one in anchors if one[1].start < one[1].end]
    ends = {(key, span.end) for key, span in anchors}
    pieces: list[str] = []
    open_: list[int] = []
    at = 0

    def close(until: int) -> None:
        nonlocal at
        while open_ and open_[-1] <= until:
            pieces.append(_escaped(article[at : open_[-1]]) + "</span>")
            at = open_.pop()
        pieces.append(_escaped(article[at:until]))
        at = until

    for span, number, more in nested([one for _, one in anchors]):
        close(span.start)
        key = anchors[number][0]
        apart = f' {APART}="yes"' if not more and (key, span.start) in ends else ""
        pieces.append(f'<span class="highlighted" id="node{key}"{apart}>')
        open_.append(span.end)
    close(len(article))
    return f"<div>{''.join(pieces)}</div>"


def _escaped(text: str) -> str:
    return html.escape(text, quote=False).replace("\r", "&#13;").replace("\n", "<br>")
