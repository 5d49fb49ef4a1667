"""Reads a text in a format, and looks that the article is sound and nothing is lost uncounted."""

from __future__ import annotations

from argmap.document import Document
from argmap.formats.carrying import take
from argmap.formats.graph import Source
from argmap.formats.ledger import Report

ARROWS = {"support": "+>", "attack": "->", "undercut": "_>", "contradict": "><"}


def taken(name: str, text: str, companion: str | None = None) -> tuple[Document, Report]:
    got = take(name, Source("file", text, companion))
    document = Document.of(got.text)
    assert not [fault for fault in document.diagnostics if fault.severity == "error"], got.text
    assert not got.report.unbalanced()
    return document, got.report


def steps(document: Document) -> list[str]:
    return [
        f"{' & '.join(step.premises)} {ARROWS[step.kind]} {step.target}"
        for step in document.map.steps.values()
    ]
