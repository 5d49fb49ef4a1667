"""Frameworks as files: what is written reads back, and a map keeps its outcome."""

from __future__ import annotations

import importlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation import Policy, evaluate
from argmap.evaluation.grounded import grounded
from argmap.formats.abstract import Abstract, of_document
from argmap.formats.carrying import give, take
from argmap.formats.detecting import detect
from argmap.formats.graph import Source
from tests.evaluation.maps import maps

NAMES = ("af", "tgf", "apx")


def module(name: str) -> Any:
    return importlib.import_module(f"argmap.formats.{name}")


@st.composite
def frameworks(draw: st.DrawFn) -> Abstract:
    size = draw(st.integers(1, 8))
    number = st.integers(0, size - 1)
    pairs = draw(st.lists(st.tuples(number, number), unique=True, max_size=20))
    return Abstract([str(one) for one in range(1, size + 1)], tuple(pairs))


@given(frameworks(), st.sampled_from(NAMES))
def test_what_is_written_reads_back(found: Abstract, name: str) -> None:
    text = module(name).shown(found)
    again = module(name).parse(text)
    assert [*again.names] == [*found.names]
    assert set(again.attacks) == set(found.attacks)
    assert detect(text) == name


@given(frameworks(), st.sampled_from(NAMES))
def test_a_framework_is_a_map_and_the_map_is_it_again(found: Abstract, name: str) -> None:
    apart = Abstract(found.names, tuple((a, b) for a, b in found.attacks if a != b))
    taken = take(name, Source("x", module(name).shown(apart)))
    assert taken.report.lossless
    assert not taken.report.unbalanced()
    document = Document.of(taken.text)
    assert not document.diagnostics
    given_ = give(name, document)
    again = module(name).parse(next(iter(given_.files.values())))
    assert set(again.attacks) == set(apart.attacks)
    labels = grounded(apart.framework).labels
    statuses = evaluate(document.map, Policy.STRICT).statuses.values()
    assert [one == "stands" for one in statuses] == [label == 1 for label in labels]


@given(maps(), st.sampled_from([*Policy]))
def test_a_map_written_as_a_framework_has_the_same_outcome(text: str, policy: Policy) -> None:
    document = Document.of(text)
    found = of_document(document, policy)
    assert len(set(found.names)) == len(found.names)
    labels = dict(zip(found.names, grounded(found.framework).labels, strict=True))
    for claim, status in evaluate(document.map, policy).statuses.items():
        assert (labels[claim] == 1) == (status == "stands")
        assert (labels[claim] == 0) == (status == "contested")


@pytest.mark.parametrize("name", NAMES)
def test_what_an_argument_attacks_by_itself_is_told(name: str) -> None:
    text = module(name).shown(Abstract(["1", "2"], ((0, 0), (0, 1))))
    report = take(name, Source("x", text)).report
    assert report.count("dropped", "attacks") == 1
    assert not report.unbalanced()
