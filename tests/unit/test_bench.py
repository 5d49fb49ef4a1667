"""The bench runs, and its inputs say the same; what it measures is not judged here."""

from __future__ import annotations

from pathlib import Path

from argmap.document import Document
from argmap.formats.carrying import take
from argmap.formats.graph import Source
from tests.bench import debates, scanner
from tests.bench.asked import Asked
from tests.bench.edits import edit
from tests.bench.made import article
from tests.bench.measure import Cost, python, together
from tests.bench.rows import Part, Row, growth, lines


def test_the_articles_are_sound_and_always_the_same() -> None:
    text = article(20_000)
    assert text == article(20_000)
    assert 20_000 <= len(text) < 21_000
    document = Document.of(text)
    assert document.diagnostics == ()
    assert len(document.map.claims) > 100


def test_the_debates_are_one_debate_in_each_language() -> None:
    for kind, suffix in (("argdown", "argdown"), ("aif", "json"), ("yaml", "yaml")):
        text = debates.FORMS[suffix](50)
        document = Document.of(take(kind, Source(f"debate.{suffix}", text)).text)
        said = [one.words for one in debates.debate(50)]
        assert [document.wording(name) for name in document.map.claims] == said
        signs = ["+" if step.kind == "support" else "-" for step in document.map.steps.values()]
        assert sorted(signs) == sorted(one.sign for one in debates.debate(50) if one.sign)
    document = Document.of(debates.as_argmap(50))
    assert document.diagnostics == ()
    assert len(document.map.steps) == 49


def test_the_scanner_finds_the_marks_that_argmap_finds() -> None:
    text = article(20_000)
    found = {(mark.start, mark.end) for mark in scanner.marks(text)}
    document = Document.of(text)
    assert found == {document.span(c.occurrences[0].where) for c in document.map.claims.values()}


def test_the_measures_measure() -> None:
    quick, slow = together([python("-c", "pass"), python("-c", "sum(range(3_000_000))")], 1)
    assert 0 < quick.cpu < slow.cpu
    assert quick.wall > 0
    assert quick.memory > 1
    assert together([python("-c", "raise SystemExit(3)")], 1)[0].code == 3
    median, high = edit(article(5_000), 5)
    assert 0 < median <= high


def test_growth_is_told_between_sizes_that_can_be_told_from_the_start() -> None:
    rows = [
        Row("check", str(count), count, Cost(seconds, 0, 1, 10), "peer", Cost(2, 0, 2, 20))
        for count, seconds in ((10, 0.1), (1_000, 1.1), (10_000, 10.1))
    ]
    part = Part("Growing", rows, started=0.1)
    assert [one and round(one, 2) for one in growth(part)] == [None, None, 1.0]
    assert "| check | 10000 | 10.10 | 1.00 | 10 | 1.00 | peer | 2.00 | 20 | 5.05 |" in lines(part)


def test_an_input_is_written_once(tmp_path: Path) -> None:
    asked = Asked({}, (), 1, tmp_path)
    assert Path(asked.file("a", "one")).read_text() == "one"
    assert Path(asked.file("a", "two")).read_text() == "one"


def test_the_maps_to_be_evaluated_are_sound() -> None:
    from tests.bench import evaluation

    document = evaluation.made(300)
    assert document.diagnostics == ()
    assert len(document.map.claims) == 300
    assert len(document.map.steps) > 250
    for run in evaluation.tasks(document.map).values():
        assert evaluation.timed(run, 1)[0] > 0
