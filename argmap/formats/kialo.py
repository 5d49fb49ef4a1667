"""Kialo's text export: one claim a line, its place in the tree before it.

1. Close the road.
1.1. Pro: Noise harms sleep.
1.2. Con: -> See 1.1.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.document import Document
from argmap.formats.graph import Claim, Graph, Source, Step
from argmap.formats.kialo_tree import TITLE, tree
from argmap.formats.ledger import Ledger
from argmap.text import EOL

SUFFIXES = (".kialo.txt", ".kialo")
CARRIES = frozenset({"claims", "supports", "attacks", "front matter"})

KINDS = {"Pro": "support", "Con": "attack"}
THESES = "a thesis stands below a question; it is tagged `thesis`, the question `question`"
LOST_LINK = "it points at no claim"
RING = "it points at itself"
ITSELF = "it supports or attacks its own claim"

_LINE = re.compile(r"(?P<path>(?:\d+\.)+) (?:(?P<kind>Pro|Con): )?(?P<text>.*)", re.DOTALL)
_SEE = re.compile(r"-> See (?P<path>\d+(?:\.\d+)*)\.?\s*\Z")
_LINK = re.compile(r"(?<!\\)\[(?P<words>[^\[\]]*)\]\((?P<url>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)")
_ESCAPED = re.compile(r"\\([()\[\]])|\A\\(?=->|Pro: |Con: )")


class Line(NamedTuple):
    """A claim or link: where it stands, whether it is for or against what is above it."""

    path: str
    kind: str
    text: str
    number: int

    @property
    def parent(self) -> str:
        return self.path[: self.path[:-1].rfind(".") + 1]


def read(file: Source, ledger: Ledger) -> Graph:
    """The discussion. A line that is no claim goes on from the one before it; links forward and
    backward are one claim in several places. Nothing is raised: any text has such lines or none."""
    title, lines = _lines(file.text, ledger)
    links = {line.path: see["path"] + "." for line in lines if (see := _SEE.match(line.text))}
    claims = [line for line in lines if line.path not in links]
    known = {line.path for line in claims}
    home = _homes(links, known, ledger)
    home.update((path, path) for path in known)
    theses = _theses(claims)
    questions = {line.parent for line in claims if line.path in theses}
    ledger.met("claims", len(claims))
    ledger.met("theses", len(theses))
    ledger.changed("theses", THESES, count=len(theses))
    steps: list[Step] = []
    for line in lines:
        if line.kind:
            ledger.met("relations")
            steps += _step(line, home, ledger)
    return Graph(
        tuple(_claim(line, theses, questions) for line in claims),
        tuple(steps),
        front={"title": title} if title else {},
    )


def _lines(text: str, ledger: Ledger) -> tuple[str, list[Line]]:
    """The title, and the lines with those that go on from them."""
    title = ""
    found: list[tuple[str, str, list[str], int]] = []
    known = {""}
    for number, line in enumerate(EOL.split(text.removeprefix("\ufeff")), 1):
        if number == 1 and line.startswith(TITLE):
            title = line[len(TITLE) :].strip()
            continue
        match = _LINE.fullmatch(line)
        if match and _begins(match["path"], known):
            known.add(match["path"])
            found.append((match["path"], match["kind"] or "", [match["text"]], number))
        elif found:
            found[-1][2].append(line)
        elif line.strip():
            ledger.met("lines before the first claim")
            why = "no claim stands above them"
            ledger.dropped("lines before the first claim", why, f"line {number}")
    return title, [
        Line(path, KINDS.get(kind, ""), "\n".join(texts).strip(), number)
        for path, kind, texts, number in found
    ]


def _begins(path: str, known: set[str]) -> bool:
    """Whether a line with that path is a claim: what is above it has come before, and there is one
    claim at the top. Else it is a list in the text of the claim before it."""
    parent = path[: path[:-1].rfind(".") + 1]
    return path not in known and parent in known and (bool(parent) or len(known) == 1)


def _homes(links: dict[str, str], known: set[str], ledger: Ledger) -> dict[str, str]:
    """The claim that each link is, however many links lie between."""
    ends: dict[str, str] = {}  # of each link that was followed; empty where it leads nowhere
    ledger.met("links", len(links))
    for start in links:
        way: list[str] = []
        path = start
        while path in links and path not in ends:
            ends[path] = ""  # met again on this way, it points at itself
            way.append(path)
            path = links[path]
        end = ends.get(path, path if path in known else "")
        ends.update(dict.fromkeys(way, end))
        if ends[start]:
            ledger.kept("links")
        else:
            why = RING if path in links else LOST_LINK
            ledger.dropped("links", why, f"{start} -> See {links[start]}")
    return {path: end for path, end in ends.items() if end}


def _theses(claims: list[Line]) -> set[str]:
    return {line.path for line in claims if line.parent and not line.kind}


def _step(line: Line, home: dict[str, str], ledger: Ledger) -> list[Step]:
    below, above = home.get(line.path), home.get(line.parent)
    if not below or not above:
        ledger.dropped("relations", LOST_LINK, line.path)
        return []
    if below == above:
        ledger.dropped("relations", ITSELF, line.path)
        return []
    return [Step(line.path, line.kind, (below,), above, unit="relations")]


def _claim(line: Line, theses: set[str], questions: set[str]) -> Claim:
    urls = dict.fromkeys(found["url"] for found in _LINK.finditer(line.text))
    text = _ESCAPED.sub(r"\1", _LINK.sub(r"\g<words>", line.text))
    tags = ("thesis",) if line.path in theses else ("question",) if line.path in questions else ()
    data = (("source", " ".join(urls)),) if urls else ()
    return Claim(line.path, " ".join(text.split()) or line.path, tags=tags, data=data)


def write(document: Document, ledger: Ledger) -> str:
    """The map as one tree. A claim stands in full once, elsewhere as a link."""
    return tree(document, ledger)
