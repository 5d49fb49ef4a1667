"""To a format and back: an equal map, in all that the format can carry."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from reading import taken
from signature import signature
from texts import texts

from argmap import formats
from argmap.cli import importing
from argmap.document import Document
from argmap.formats.carrying import give
from argmap.formats.ledger import Report

ROOT = Path(__file__).resolve().parents[2]
MAPS = sorted((ROOT / "maps").glob("*.argmap"))
WAYS = {
    "aif": {},
    "aif, dialogue": {"dialogue": True},
    "xaif": {},
    "sadface": {},
    "brat": {},
    "arggraph": {},
}
"""The formats that are written and read, with their options."""


def equal(document: Document, way: str) -> None:
    """An equal map, in what the format carries and the report does not say was changed."""
    back, report = there_and_back(document, way)
    lost = {entry.unit for entry in report.entries}
    if way == "arggraph" and lost & {"marks", "article", "characters", "contradictions"}:
        # Its text is made of units with single spaces between them, so other words are the same.
        assert shapes(back) == shapes(document)
        return
    kept = carried(way) - (lost if way != "aif, dialogue" and way != "xaif" else set())
    ours, theirs = signature(document, kept), signature(back, kept)
    if "claims" in lost or "contradictions" in lost:
        ours, theirs = ({"marks": one["marks"]} for one in (ours, theirs))
    assert theirs == ours


def shapes(document: Document) -> Counter[tuple[str, int]]:
    """How many claims there are, and steps of each kind, conflicts being one, by their premises."""
    kinds = {"contradict": "attack"}
    steps = document.map.steps.values()
    found = Counter((kinds.get(step.kind, step.kind), len(step.premises)) for step in steps)
    found["claims", 0] = len(document.map.claims)
    return found


def there_and_back(document: Document, way: str) -> tuple[Document, Report]:
    name = way.partition(",")[0]
    given = give(name, document, **WAYS[way])
    assert not given.report.unbalanced()
    text, *beside = given.files.values()
    back, report = taken(name, text, beside[0] if beside else None)
    assert not report.count("dropped", "edges")
    return back, given.report


def carried(way: str) -> frozenset[str]:
    module = formats.by_name(way.partition(",")[0])
    return frozenset(module.carries(**WAYS[way]) if hasattr(module, "carries") else module.CARRIES)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_maps_come_back(path: Path, way: str) -> None:
    document = Document.of(path.read_bytes().decode())
    equal(document, way)


@pytest.mark.parametrize("way", WAYS)
@given(text=texts())
def test_generated_maps_come_back(text: str, way: str) -> None:
    document = Document.of(text)
    equal(document, way)


@pytest.mark.parametrize(
    "text",
    [
        "[ab]{#x}[cd]{..x} e",
        "[ab]{#x}[cd]{=x} e",
        "[ab]{#x @a}[cd]{..x} e",
        "[ab]{#x}[cd]{..x}[ef]{..x} [g]{#h +x}",
        "{<#b}ab [cd]{#x}[ef{#b> claim} gh]{..x} i",
    ],
)
def test_marks_that_touch_stay_two(text: str) -> None:
    equal(Document.of(text), "xaif")


@pytest.mark.parametrize("way", WAYS)
def test_files_of_the_corpora_come_back(way: str, shared: Path) -> None:
    name = way.partition(",")[0]
    seen = 0
    for path in sorted((shared / "corpora").rglob("*")):
        if not path.is_file() or path.suffix in (".md", ".txt", ".yml"):
            continue
        job = importing.jobs([str(path)])[0]
        try:
            got = importing.read(job, None)
        except importing.Unknown:
            continue
        if got.format != name and "own-examples" not in path.parts:
            continue
        equal(Document.of(got.taken.text), way)
        seen += 1
    assert seen
