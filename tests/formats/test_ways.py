"""From a map to a format and back: what the format has a place for comes back as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts import facts, names
from graphs import graphs
from hypothesis import assume, given
from hypothesis import strategies as st
from reading import taken

from argmap.document import Document
from argmap.formats.carrying import give, take, written
from argmap.formats.graph import Claim, Graph, Saying, Source, Step
from argmap.formats.ledger import Ledger

ROOT = Path(__file__).parents[2]
MAPS = sorted((ROOT / "maps").glob("*.argmap"))
WHOLE = ("graphml", "carneades")
"""Formats with a place for all that `facts` tells."""


def there_and_back(name: str, document: Document) -> Document:
    given = give(name, document)
    assert not given.report.unbalanced()
    text = next(iter(given.files.values()))
    taken = take(name, Source("map", text))
    assert not taken.report.unbalanced()
    assert taken.report.lossless, taken.report
    return Document.of(taken.text)


def check(name: str, document: Document) -> None:
    back = there_and_back(name, document)
    assert facts(back) == facts(document)
    assert names(document).items() <= names(back).items()


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
@pytest.mark.parametrize("name", WHOLE)
def test_the_maps(name: str, file: Path) -> None:
    check(name, Document.of(file.read_text("utf-8")))


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_words_stay_marked_in_graphml(file: Path) -> None:
    """The article itself comes along, with its marks in the same places."""
    document = Document.of(file.read_text("utf-8"))
    back = there_and_back("graphml", document)
    assert back.article.rstrip() == document.article.rstrip()
    for claim in document.map.claims.values():
        assert places(back, claim.id) == places(document, claim.id)


def places(document: Document, claim: str) -> set[object]:
    said = document.map.claims[claim].occurrences
    return {document.article_span(s) for one in said if one.in_text for s in document.spans(one)}


@pytest.mark.parametrize("name", WHOLE)
def test_real_maps_come_back(name: str, shared: Path) -> None:
    patterns = {"graphml": "own-examples/*.graphml", "carneades": "carneades-yaml/*.yml"}
    files = sorted((shared / "corpora").glob(patterns[name]))
    assert files
    for file in files:
        document, _ = taken(name, file.read_text("utf-8"))
        back = Document.of(
            take(name, Source("map", next(iter(give(name, document).files.values())))).text
        )
        assert facts(back) == facts(document), file.name


@pytest.mark.parametrize("name", WHOLE)
@given(graph=graphs())
def test_any_map(name: str, graph: Graph) -> None:
    """Without a text: marks that cross take speakers from each other."""
    claims = (claim._replace(sayings=bare(claim)) for claim in graph.claims)
    document = Document.of(written(Graph(tuple(claims), *graph[1:3]), Ledger()))
    # Carneades has no undercut of a contradiction.
    assume(not give(name, document).report.count("dropped", "undercuts"))
    check(name, document)


def bare(claim: Claim) -> tuple[Saying, ...]:
    return tuple(saying._replace(pieces=()) for saying in claim.sayings)


@st.composite
def trees(draw: st.DrawFn) -> Graph:
    """Claims for and against each other, as Kialo has them: shared ones and rings as well."""
    count = draw(st.integers(1, 8))
    words = st.sampled_from(
        ["Close it", "(a) [b] \\(c\\)", "-> See 1.1.", "Pro: x", "1. y", "Lärm"]
    )
    claims = [Claim(str(n), f"{draw(words)} {n}" if n else draw(words)) for n in range(count)]
    ends = st.integers(0, count - 1)
    kinds = st.sampled_from(["support", "attack"])
    made = draw(st.lists(st.tuples(kinds, ends, ends), max_size=10))
    steps = [Step(f"s{n}", kind, (str(a),), str(b)) for n, (kind, a, b) in enumerate(made)]
    return Graph(tuple(claims), tuple(steps))


@given(trees())
def test_any_tree_in_kialo(graph: Graph) -> None:
    document = Document.of(written(graph, Ledger()))
    text = give("kialo", document).files[".kialo.txt"]
    back, report = taken("kialo", text)
    told = {(document.wording(s.premises[0]), s.kind, document.wording(s.target))
            for s in document.map.steps.values()}  # fmt: skip
    again = {(back.wording(s.premises[0]), s.kind, back.wording(s.target))
             for s in back.map.steps.values()}  # fmt: skip
    assert again == told
    words = sorted(document.wording(one) for one in document.map.claims)
    found = sorted(back.wording(one) for one in back.map.claims)
    assert [one for one in found if one in words] == words
    assert len(found) - len(words) in (0, 1)  # the question above several theses
    assert report.count("dropped") == 0
