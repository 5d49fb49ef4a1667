"""AIF: what real and odd files become."""

from __future__ import annotations

import json

import pytest
from reading import steps, taken

from argmap.document import Document
from argmap.formats.ledger import Report
from argmap.formats.malformed import Malformed


def file(nodes: str, edges: str) -> str:
    """A file from `id kind text` lines and `from to` pairs."""
    rows = [line.split(maxsplit=2) for line in nodes.strip().splitlines()]
    found = [{"nodeID": row[0], "type": row[1], "text": " ".join(row[2:])} for row in rows]
    pairs = [pair.split(">") for pair in edges.split()]
    joined = [{"edgeID": "1", "fromID": a, "toID": b, "formEdgeID": None} for a, b in pairs]
    return json.dumps({"nodes": found, "edges": joined, "locutions": []})


def aif(text: str, companion: str | None = None) -> tuple[Document, Report]:
    return taken("aif", text, companion)


CLAIMS = "1 I alpha\n2 I beta\n3 I gamma\n"
TABLE = {
    "linked premises": ("4 RA RA", "1>4 2>4 4>3", ["alpha & beta +> gamma"]),
    "convergent premises": (
        "4 RA RA\n5 RA RA",
        "1>4 4>3 2>5 5>3",
        ["alpha +> gamma", "beta +> gamma"],
    ),
    "undercut": (
        "4 RA RA\n5 CA CA",
        "1>4 4>3 2>5 5>4",
        ["alpha +> gamma", "beta _> alpha+>gamma"],
    ),
    "undercut of a conflict": (
        "4 CA CA\n5 CA CA",
        "1>4 4>3 2>5 5>4",
        ["alpha -> gamma", "beta _> alpha->gamma"],
    ),
    "two conclusions": ("4 RA RA", "1>4 4>2 4>3", ["alpha +> beta", "alpha +> gamma"]),
    "nothing supported": ("4 RA RA", "1>4", []),
    "no premise": ("4 RA RA", "4>1", []),
    "a preference": ("4 PA PA", "1>4 4>2", []),
    "an unknown type": ("4 XX helps", "1>4 4>2", []),
    "a step supported": ("4 RA RA\n5 RA RA", "1>4 4>3 2>5 5>4", ["alpha +> gamma"]),
    "claims joined directly": ("4 RA RA", "1>2 1>4 4>3", ["alpha +> gamma"]),
    "a ring of conflicts": ("4 CA CA\n5 CA CA", "1>4 4>5 2>5 5>4", []),
    "a dangling edge": ("4 RA RA", "1>4 4>3 9>4", ["alpha +> gamma"]),
}


@pytest.mark.parametrize("what", TABLE)
def test_nodes_become_steps(what: str) -> None:
    nodes, edges, expected = TABLE[what]
    document, _ = aif(file(CLAIMS + nodes, edges))
    assert steps(document) == expected
    assert list(document.map.claims) == ["alpha", "beta", "gamma"]


@pytest.mark.parametrize(
    "what",
    ["a preference", "an unknown type", "nothing supported", "a step supported", "a dangling edge"],
)
def test_what_cannot_be_said_is_reported(what: str) -> None:
    nodes, edges, _ = TABLE[what]
    _, report = aif(file(CLAIMS + nodes, edges))
    assert report.count("dropped")


SPEECH = """
1 I it rusts
2 L Ann Lee : it rusts badly
3 YA Asserting
4 L Dev : Ann Lee : it rusts badly
5 L Bo: I agree
6 TA Default Transition
7 YA Agreeing
"""


def test_speakers_come_from_the_words_of_locutions() -> None:
    document, report = aif(file(SPEECH, "2>3 3>1 2>6 6>5 6>7 7>1"))
    claim = document.map.claims["it-rusts"]
    assert document.map.holders("it-rusts") == ("ann-lee", "bo")
    assert claim.get("said") == "it rusts badly"
    assert report.count("dropped", "L nodes") == 1
    assert [entry.examples for entry in report.entries] == [("4",)]


def test_words_in_the_text_beside_are_marked() -> None:
    beside = '<span class="highlighted" id="node9">It rusts, badly</span>.<br>I agree &amp; go.'
    document, _ = aif(file(SPEECH, "2>3 3>1"), beside)
    assert document.article == "It rusts, badly.\nI agree & go."
    assert document.text.startswith("[It rusts, badly]{claim #it-rusts @ann-lee}.")
    assert document.wording("it-rusts") == "it rusts"


def test_a_text_beside_that_has_nothing_to_do_with_it_is_left_out() -> None:
    document, report = aif(file(SPEECH, "2>3 3>1"), "Something else.")
    assert "Something" not in document.text
    assert report.warnings == ("no claim stands in the text beside it, so that was left out",)


WRONG = {
    '{"nodes": 3, "locutions": []}': "nodes",
    '{"nodes": [{"nodeID": [], "type": "I"}], "edges": []}': "nodes[0].nodeID",
    '{"nodes": [{"type": "I"}], "edges": []}': "nodes[0].nodeID",
    '{"nodes": [], "edges": [{"fromID": 1}]}': "edges[0].toID",
    "[]": "the file",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_told_with_its_path(text: str) -> None:
    with pytest.raises(Malformed) as told:
        aif(text)
    assert told.value.path == WRONG[text]
