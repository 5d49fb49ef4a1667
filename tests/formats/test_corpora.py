"""Every file of the corpora: what it is, that it imports, and that nothing in it is lost."""

from __future__ import annotations

from collections import Counter
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple

import pytest
import rawcounts
import rawcounts_texts

from argmap.cli import importing
from argmap.document import Document
from argmap.formats.ledger import Report

HERE = Path(__file__).parent
PLACES = [line.split("\t") for line in (HERE / "corpora.tsv").read_text("utf-8").splitlines()]
COLUMNS, *ROWS = [
    line.split("\t") for line in (HERE / "totals.tsv").read_text("utf-8").splitlines()
]
TOTALS = {row[0]: dict(zip(COLUMNS[1:], map(int, row[1:]), strict=True)) for row in ROWS}
COUNTED = {
    "aif": rawcounts.aif,
    "xaif": rawcounts.xaif,
    "ova2": rawcounts.ova2,
    "arggraph": rawcounts.arggraph,
    "aml": rawcounts.aml,
    "brat": rawcounts.brat,
    "sadface": rawcounts.sadface,
    "argdown": rawcounts_texts.argdown,
    "argdown-json": rawcounts_texts.argdown_json,
    "kialo": rawcounts_texts.kialo,
    "graphml": rawcounts_texts.graphml,
    "mindmup": rawcounts_texts.mindmup,
    "argview": rawcounts_texts.argview,
    "carneades": rawcounts_texts.carneades,
}
"""How the files of a format are counted plainly."""


@pytest.fixture(scope="session")
def corpora(shared: Path) -> Path:
    return shared / "corpora"


def found(corpora: Path) -> dict[str, tuple[str, str]]:
    """Each file of the corpora with what it is and the format that it belongs to."""
    paths = sorted(path for path in corpora.rglob("*") if path.is_file())
    names = [path.relative_to(corpora).as_posix() for path in paths]
    return {name: place(name) for name in names}


def place(name: str) -> tuple[str, str]:
    fitting = [(kind, of) for pattern, kind, of in PLACES if fnmatch(name, pattern)]
    assert len(fitting) == 1, f"{name} stands {len(fitting)} times in corpora.tsv"
    return fitting[0]


def imported(path: Path) -> tuple[str, Document, Report]:
    job = importing.jobs([str(path)])[0]
    got = importing.read(job, None)
    return got.format, Document.of(got.taken.text), got.taken.report


def test_each_file_is_placed(corpora: Path) -> None:
    kinds = Counter(kind for kind, _ in found(corpora).values())
    assert kinds == {"map": 255, "companion": 127, "neither": 3}


class Tried(NamedTuple):
    """A map of the corpora: what is counted plainly in the file, and what its import gives."""

    raw: rawcounts.Counts
    ours: rawcounts.Counts
    report: Report


@pytest.fixture(scope="module")
def tried(corpora: Path) -> dict[str, Tried]:
    """Each map, imported."""
    every: dict[str, Tried] = {}
    for name, (kind, of) in found(corpora).items():
        if kind == "map":
            told, document, report = imported(corpora / name)
            assert told == of, name
            assert not report.unbalanced(), name
            assert not [f for f in document.diagnostics if f.severity == "error"], name
            ours = counts(document, report)
            every[name] = Tried(COUNTED[of](corpora / name), ours, report)
    return every


def test_each_map_imports(tried: dict[str, Tried]) -> None:
    for name, one in tried.items():
        agree(one.ours, one.raw, one.report, name)


def test_the_totals_of_each_corpus(tried: dict[str, Tried]) -> None:
    """`totals.tsv` was made by counting plainly, and is fixed: a fault that were in both counts
    would change it. `joined` is how many linked steps fewer there are, being said twice."""
    raw: dict[str, Counter[str]] = {}
    ours: dict[str, Counter[str]] = {}
    for name, one in tried.items():
        corpus = name.partition("/")[0]
        raw.setdefault(corpus, Counter()).update({"maps": 1, **one.raw._asdict()})
        ours.setdefault(corpus, Counter()).update({"maps": 1, **one.ours._asdict()})
    assert raw.keys() == TOTALS.keys()
    for corpus, fixed in TOTALS.items():
        table = {name: count for name, count in fixed.items() if name != "joined"}
        assert dict(raw[corpus]) == table, corpus
        assert dict(ours[corpus]) == {**table, "linked": fixed["linked"] - fixed["joined"]}, corpus


def agree(ours: rawcounts.Counts, raw: rawcounts.Counts, report: Report, name: str) -> None:
    """A linked step that is said twice, or that a lone one joined, is one linked step less."""
    assert ours._replace(linked=0) == raw._replace(linked=0), name
    assert 0 <= raw.linked - ours.linked <= report.count("changed"), name


def counts(document: Document, report: Report) -> rawcounts.Counts:
    """What became of the file, with what is reported as written in another way."""
    steps = document.map.steps.values()
    kinds = Counter(step.kind for step in steps)
    again = sum(report.kept.get(unit, 0) for unit in ("MA nodes", "restatements"))
    return rawcounts.Counts(
        len(document.map.claims) + again,
        kinds["support"] + report.count("changed", "RA nodes"),
        kinds["attack"] + kinds["contradict"],
        kinds["undercut"],
        sum(len(step.premises) > 1 for step in steps),
        len(document.map.speakers),
    )
