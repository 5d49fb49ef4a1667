"""From a map to Argdown and back: the same map."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts import facts, names
from graphs import graphs
from hypothesis import given

from argmap.document import Document
from argmap.formats.carrying import give, take, written
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger


def there_and_back(document: Document) -> Document:
    given = give("argdown", document)
    assert not given.report.unbalanced()
    taken = take("argdown", Source("map", given.files[".argdown"]))
    assert not taken.report.unbalanced()
    assert not taken.report.warnings, given.files[".argdown"]
    assert taken.report.lossless, taken.report
    return Document.of(taken.text)


def check(document: Document) -> None:
    back = there_and_back(document)
    assert facts(back) == facts(document)
    assert names(document).items() <= names(back).items()


MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.argmap"))


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_maps(file: Path) -> None:
    check(Document.of(file.read_text("utf-8")))


@given(graphs())
def test_any_map(graph: Graph) -> None:
    check(Document.of(written(graph, Ledger())))
