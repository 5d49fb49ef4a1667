"""The machine that runs the grammar's tables does what lark does, only quicker."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from texts import ACTIVE, texts

from argmap.document import Document
from argmap.syntax import generate, grammar
from argmap.syntax.machine import Machine, Node, Unexpected
from argmap.syntax.tables import TABLES


def told(text: str, start: str, *, slowly: bool) -> object:
    """The tree as nested tuples, or where the text does not follow the grammar."""
    try:
        return plain((grammar.slowly if slowly else grammar.parse)(text, start))
    except Unexpected as fault:
        return fault.at, fault.expected


def plain(node: Node) -> object:
    return node.name, [plain(c) if isinstance(c, Node) else tuple(c) for c in node.children]


def test_the_tables_are_those_of_the_grammar() -> None:
    made = generate.tables(grammar.source())
    assert made == TABLES, "run `python -m argmap.syntax.generate`"
    assert isinstance(grammar._machine(), Machine)


@given(texts())
def test_cells_are_parsed_as_lark_does(text: str) -> None:
    for unit in Document.of(text).units:
        for cell in unit.cells:
            for start in ("prose", "line") if cell.source.strip() else ():
                quick = told(cell.source, start, slowly=False)
                assert quick == told(cell.source, start, slowly=True)


@given(st.lists(st.sampled_from([*ACTIVE, "#a", "+>", "b", ":", "(", ")", "&"]), max_size=12))
@example(["#a", " ", "+>", " "])
@example(["#a", " ", "+>", " ", "(", "#a", "\n"])
@example([])
def test_lines_that_are_wrong_are_wrong_in_the_same_place(pieces: list[str]) -> None:
    text = "".join(pieces)
    for start in ("prose", "line"):
        assert told(text, start, slowly=False) == told(text, start, slowly=True)
