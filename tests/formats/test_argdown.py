"""Argdown: cases of what its text says, and whatever text it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from argdown_views import VIEWS
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.formats.argdown import grammar
from argmap.formats.argdown.bare import bare
from argmap.formats.argdown.cutting import cells
from argmap.formats.argdown.reading import read
from argmap.formats.argdown.tables import TABLES
from argmap.syntax import generate
from argmap.syntax import grammar as loading
from argmap.syntax.machine import Node

FILE = Path(__file__).parents[1] / "suites/argdown/reading.md"
BLOCK = re.compile(r"^```(?P<info>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
PIECES = [
    *("[A]", "[B]: b", "<C>", "<D>: d", "(1)", "(2) ", "----", "--", "-- rule {a: 1} --"),
    *("\n", "\n", "\n\n", "\r", "\r\n", "  ", "\t", "+ ", "- ", "_ ", "+>", "-> ", "><", "<_ "),
    *("* ", "1. ", "# ", "#tag", "#(", ")", "{a: 1}", "{", "}", "{\n", "===\n", "//", "/*", "*/"),
    *(
        "<!--",
        "-->",
        "*",
        "**",
        "_",
        "\\",
        ":->:",
        "[",
        "]",
        "](x)",
        "@[",
        "@<",
        "<",
        ">",
        ".",
        ":",
    ),
    *("words", "ö", '"', "'", "\x00", "😀"),
]


class Case(NamedTuple):
    line: int
    source: str
    view: str
    expected: str
    body: tuple[int, int]


def cases(text: str) -> Iterator[Case]:
    source = ""
    for block in BLOCK.finditer(text):
        if block["info"] == "argdown":
            source = block["body"]
        elif block["info"] in VIEWS:
            line = text.count("\n", 0, block.start()) + 1
            yield Case(line, source, block["info"], block["body"], block.span("body"))


def shown(case: Case) -> str:
    return "".join(f"{line}\n" for line in VIEWS[case.view](read(case.source)))


TEXT = FILE.read_text("utf-8")
CASES = [*cases(TEXT)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.line}:{case.view}")
def test_case(case: Case) -> None:
    if os.environ.get("ARGMAP_UPDATE"):
        pytest.skip("the expectations are rewritten, not compared")
    assert shown(case) == case.expected


@pytest.mark.skipif(not os.environ.get("ARGMAP_UPDATE"), reason="ARGMAP_UPDATE=1 rewrites them")
def test_update() -> None:
    text = TEXT
    for case in reversed(CASES):
        start, end = case.body
        text = text[:start] + shown(case) + text[end:]
    FILE.write_text(text, "utf-8")


def test_only_what_is_wrong_has_faults() -> None:
    wrong = {case.source for case in CASES if case.view == "faults"}
    for case in CASES:
        assert bool(read(case.source).faults) == (case.source in wrong), case.line


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("-- ----\\")
@example("(1) a\n-- {\n} --\n(2) b")
@example("[A]: a\n  _ b\n  --\n  - c")
def test_any_text_says_something(text: str) -> None:
    """Whatever it is: it is read, its tokens are all of it, and faults have places in it."""
    said = read(text)
    ends = text.count("\n") + text.count("\r") + 1
    for fault in said.faults:
        assert 1 <= fault.line <= ends
        assert fault.column >= 1
    titles = {*said.statements, *said.arguments}
    for one in said.relations:
        assert {one.source.title, one.target.title} <= titles
    found = bare(text)
    for cell in cells(found):
        source = cell.span.of(found.text)
        if not cell.data:
            assert "".join(token.text for token in grammar.parse(source, cell.start)) == source


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_the_tables_parse_as_lark_does(text: str) -> None:
    found = bare(text)
    for cell in cells(found):
        source = cell.span.of(found.text)
        if not cell.data:
            slow = grammar.slowly(source, cell.start)
            assert grammar.parse(source, cell.start) == [*Node("", [slow]).leaves()]


def test_the_tables_are_those_of_the_grammar() -> None:
    made = generate.tables(loading.source(grammar.NAME), grammar.STARTS)
    assert made == TABLES, "run `python -m argmap.formats.argdown.generate`"


HOSTILE = {
    "relations": "[a]\n" + "  - b\n" * 3000,
    "levels": "[a]\n" + "".join(" " * n + "+ b\n" for n in range(1, 400)),
    "open braces": "{" * 20_000,
    "open blocks": "{\n" * 10_000,
    "open comments": "/*<!--" * 10_000,
    "closed comments": "/**/ " * 10_000,
    "brackets": "[" * 20_000,
    "mentions": "@[" * 20_000,
    "links": "[a](" * 10_000,
    "tags": "#(" * 20_000,
    "asterisks": "*" * 50_000,
    "asterisks and words": "*a " * 10_000,
    "hyphens": "--\n" * 10_000,
    "structure": "(1) a\n----\n" * 3000,
    "headings": "# a\n" * 3000,
    "deep data": "[a]: b " + "{a: " * 20_000 + "}" * 20_000,
    "deep front matter": "===\n" + "a: {" * 20_000 + "\n===\n",
    "one title": "[a]: b\n\n" * 3000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_read(text: str) -> None:
    """A guard against hangs: quadratic, these would take minutes."""
    read(text)
