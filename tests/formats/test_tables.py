"""Tables for spreadsheets, and spans for pandoc."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from argmap.document import Document
from argmap.formats.carrying import give

ARTICLE = """# Road

[Close, "now" it]{claim #close @ann .thesis}. [It rusts]{premise #rust @ann +close weight=0.5}.

#safe: Rust\tbreaks. {.implicit note=x}
#safe & #rust +> #close
"""


def tables(text: str, name: str = "csv") -> list[list[dict[str, str]]]:
    delimiter = {"csv": ",", "tsv": "\t"}[name]
    given = give(name, Document.of(text))
    assert not given.report.unbalanced()
    return [list(csv.DictReader(io.StringIO(t), delimiter=delimiter)) for t in given.files.values()]


@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_tables(name: str) -> None:
    claims, relations = tables(ARTICLE, name)
    first = claims[0]
    assert first["text"] == 'Close, "now" it'
    assert (first["speakers"], first["tags"], first["position"]) == ("ann", "thesis", "yes")
    assert (first["start"], first["end"], first["heading"]) == ("8", "23", "Road")
    assert claims[-1] | {"heading": "", "start": ""} == claims[-1]
    assert sorted((r["premise"], r["target"], r["linked"], r["weight"]) for r in relations) == [
        ("rust", "close", "yes", "0.5"),
        ("safe", "close", "yes", "0.5"),
    ]


def test_tables_hold_all_claims_and_premises(root: Path) -> None:
    for file in sorted((root / "maps").glob("*.argmap")):
        document = Document.of(file.read_text("utf-8"))
        claims, relations = tables(document.text)
        assert [row["id"] for row in claims] == list(document.map.claims)
        assert Counter(row["kind"] for row in relations) == Counter(
            step.kind for step in document.map.steps.values() for _ in step.premises
        )


def spans(text: str) -> list[tuple[str, list[str], dict[str, str]]]:
    """The spans that pandoc finds: id, classes, attributes."""
    pandoc = shutil.which("pandoc")
    if not pandoc:
        pytest.skip("needs pandoc (Debian package pandoc)")
    made = subprocess.run(
        [pandoc, "-f", "markdown", "-t", "json"],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    found: list[tuple[str, list[str], dict[str, str]]] = []
    stack: list[Any] = [json.loads(made.stdout)["blocks"]]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            if one.get("t") == "Span":
                name, classes, pairs = one["c"][0]
                found.append((name, classes, dict(pairs)))
            stack += one.values()
        elif isinstance(one, list):
            stack += one
    return found


def test_pandoc_keeps_every_span(root: Path) -> None:
    for file in sorted((root / "maps").glob("*.argmap")):
        document = Document.of(file.read_text("utf-8"))
        text = give("pandoc", document).files[".pandoc.md"]
        found = spans(text)
        assert len(found) == text.count("]{")
        steps = {pairs["step"] for _, classes, pairs in found if "step" in classes}
        assert steps == set(document.map.steps)
        ids = [name for name, classes, _ in found if name and "step" not in classes]
        assert sorted(ids) == sorted(document.map.claims)


CROSSING = """{<#a}One [two]{claim #b}

three [fo{#a> claim}ur [x]]{claim #c} and \\[ five.
"""


def test_marks_that_cross_become_several_spans() -> None:
    given = give("pandoc", Document.of(CROSSING))
    assert given.report.count("changed", "marks") > 0
    found = spans(given.files[".pandoc.md"])
    assert {name for name, _, _ in found if name} == set(Document.of(CROSSING).map.claims)
    assert len(found) == given.files[".pandoc.md"].count("]{")


def test_spans_of_an_article() -> None:
    text = give("pandoc", Document.of(ARTICLE)).files[".pandoc.md"]
    assert '[It rusts]{#rust .premise by="ann" supports="close"}' in text
    assert '- [Rust breaks.]{#safe .claim .implicit supports="close" note="x"}' in text
