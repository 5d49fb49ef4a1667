"""The bench runs; what it measures is not judged here."""

from __future__ import annotations

from argmap.document import Document
from tests.bench.__main__ import edit
from tests.bench.made import article
from tests.bench.measure import measure


def test_the_articles_are_sound_and_always_the_same() -> None:
    text = article(20_000)
    assert text == article(20_000)
    assert 20_000 <= len(text) < 21_000
    document = Document.of(text)
    assert document.diagnostics == ()
    assert len(document.map.claims) > 100


def test_the_measures_measure() -> None:
    cost = measure(["-c", "pass"], 2)
    assert cost.wall > 0
    assert cost.memory > 1
    median, high = edit(article(5_000), 5)
    assert 0 < median <= high


def test_the_maps_to_be_evaluated_are_sound() -> None:
    from tests.bench import evaluation

    document = evaluation.made(300)
    assert document.diagnostics == ()
    assert len(document.map.claims) == 300
    assert len(document.map.steps) > 250
    for run in evaluation.tasks(document.map).values():
        assert evaluation.timed(run, 1)[0] > 0
