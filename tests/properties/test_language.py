"""What must hold for any text whatever."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from dump import dump
from hypothesis import given
from hypothesis import strategies as st
from texts import texts, told

from argmap import text as texts_of
from argmap.beginning import begin
from argmap.document import Document
from argmap.syntax.escape import escape
from argmap.syntax.grammar import Unexpected, parse
from argmap.syntax.units import Cell
from argmap.text import Span, TextEdit


@pytest.fixture(scope="module", autouse=True)
def _tell() -> Iterator[None]:
    yield
    sys.stdout.write(f"\n{told()}\n")


@given(texts())
def test_any_text_is_a_document(text: str) -> None:
    document = Document.of(text)
    assert "".join(unit.source for unit in document.units) == text
    assert all(
        0 <= fault.span.start <= fault.span.end <= len(text) for fault in document.diagnostics
    )


@given(texts())
def test_tokens_joined_are_the_text(text: str) -> None:
    for unit in Document.of(text).units:
        for cell in unit.cells:
            if cell.kind.value in ("blank", "front"):
                continue
            try:
                tree = parse(cell.source, "line" if unit.is_map else "prose")
            except Unexpected:
                assert unit.is_map
                continue
            assert "".join(token.text for token in tree.leaves()) == cell.source


@given(texts())
def test_strip_undoes_escape(text: str) -> None:
    document = Document.of(escape(text))
    assert document.article == text
    assert not document.map.claims


@given(texts(), st.dictionaries(st.sampled_from(["title", "author"]), st.text(max_size=20)))
def test_strip_undoes_new(text: str, known: dict[str, str]) -> None:
    assert Document.of(begin(text, known)).article == text


@given(texts(), st.data())
def test_after_edits_all_is_as_analysed_afresh(text: str, data: st.DataObject) -> None:
    document = Document.of(text)
    for _ in range(3):
        anywhere = st.integers(0, len(document.text))
        # Also between blocks, which an edit may join or part.
        ends = [at for at in range(len(document.text)) if document.text[at] in "\r\n"]
        start = data.draw(st.one_of(anywhere, st.sampled_from(ends)) if ends else anywhere)
        end = data.draw(st.integers(start, min(len(document.text), start + 12)))
        edits = [TextEdit(Span(start, end), data.draw(texts(max_pieces=2)))]
        after = document.edit(edits)
        assert after.text == texts_of.apply(document.text, edits)
        assert dump(after) == dump(Document.of(after.text))
        back = texts_of.invert(document.text, edits)
        assert dump(after.edit(back)) == dump(document)
        document = after


@given(texts())
def test_offsets_lead_there_and_back(text: str) -> None:
    document = Document.of(text)
    for offset in range(len(document.article) + 1):
        assert document.article_offset(document.text_offset(offset)) == offset


@pytest.mark.parametrize(
    "hostile",
    [
        "[",
        "]",
        "{",
        "}",
        "]{",
        "{>>",
        ']{"',
        "\\",
        "[a]{",
        "#a:",
        "{<#a}",
        "{#a>",
        "x",
        "[x]{#a}",
        "  + a\n",
        "\n",
        "[[[]{a}]{b}",
    ],
)
def test_hostile_repetition_is_no_trouble(hostile: str) -> None:
    text = hostile * 20_000
    document = Document.of(text)
    assert len(document.diagnostics) >= 0
    assert "".join(unit.source for unit in document.units) == text


def test_nesting_has_no_limit() -> None:
    deep = "[" * 10_000 + "x" + "".join(f"]{{claim #c{i} +c{i + 1}}}" for i in range(10_000))
    document = Document.of(deep + " [y]{#c10000}")
    assert len(document.map.claims) == 10_001
    assert len(document.map.steps) == 10_000
    chain = "".join(f"[x]{{#u{i} _u{i - 1}}}\n" for i in range(1, 5000))
    undercuts = Document.of(f"[a]{{#a}} [b]{{#u0 +a}}\n{chain}").map.steps
    assert len(undercuts) == 5000


def test_names_in_two_normal_forms_are_one_name() -> None:
    document = Document.of("[a]{claim #caf\u00e9 @हिन्दी} [b]{premise +cafe\u0301}")
    assert [*document.map.claims] == ["caf\u00e9", "b"]
    assert len(document.map.steps) == 1
    assert [*document.map.speakers] == ["हिन्दी"]


def test_an_edit_parses_a_few_cells_of_a_megabyte() -> None:
    line = "He said that [the bridge should close number {0}]{{claim #c{0} @lind}} before winter.\n"
    text = "".join(line.format(number) for number in range(13_000))
    document = Document.of(text)
    assert len(text) > 1_000_000
    for at in (0, len(text) // 3, len(text)):
        before = Cell.parsed
        document = document.edit([TextEdit(Span(at, at), "x")])
        assert Cell.parsed - before <= 3
