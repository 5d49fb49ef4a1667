"""Runs the Markdown suites, and the examples that grammars/README.md teaches with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from suite_views import VIEWS

from argmap.document import Document

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "tests/suites").glob("*.md")), ROOT / "grammars/README.md"]
BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*$", re.MULTILINE | re.DOTALL
)


class Expectation(NamedTuple):
    file: Path
    line: int
    article: str
    view: str
    options: tuple[str, ...]
    expected: str
    body: tuple[int, int]


def expectations(file: Path, text: str) -> Iterator[Expectation]:
    """Each view block with the article block before it."""
    article = ""
    for block in BLOCK.finditer(text):
        kind, *options = block["info"].split() or [""]
        body = block["body"]
        if kind == "article":
            article = body.removesuffix("\n")
            for name, end in (("crlf", "\r\n"), ("cr", "\r")):
                if name in options:
                    article = article.replace("\n", end)
        elif kind in VIEWS:
            line = text.count("\n", 0, block.start()) + 1
            yield Expectation(file, line, article, kind, tuple(options), body, block.span("body"))


def shown(case: Expectation) -> str:
    lines = [*VIEWS[case.view](Document.of(case.article), *case.options)]
    text = "\n".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    return text + "\n" if text else ""


CASES = [
    case
    for file in FILES
    if file.name != "README.md" or file.parent.name == "grammars"
    for case in expectations(file, file.read_text("utf-8"))
]


@pytest.mark.parametrize(
    "case", CASES, ids=lambda case: f"{case.file.stem}:{case.line}:{case.view}"
)
def test_case(case: Expectation) -> None:
    if os.environ.get("ARGMAP_UPDATE"):
        pytest.skip("the expectations are rewritten, not compared")
    assert shown(case) == case.expected


def test_every_view_is_used() -> None:
    assert {case.view for case in CASES} == set(VIEWS)


def test_a_wrong_expectation_is_seen(tmp_path: Path) -> None:
    text = "```article\n[a]{claim #a}\n```\n\n```claims\nb: a\n```\n"
    (case,) = expectations(tmp_path, text)
    assert shown(case) != case.expected


@pytest.mark.skipif(not os.environ.get("ARGMAP_UPDATE"), reason="ARGMAP_UPDATE=1 rewrites them")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_update(file: Path) -> None:
    text = file.read_text("utf-8")
    for case in reversed([*expectations(file, text)]):
        start, end = case.body
        text = text[:start] + shown(case) + text[end:]
    file.write_text(text, "utf-8")
