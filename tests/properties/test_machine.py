"""The machine that runs the grammar's tables does what lark does, only quicker."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from texts import ACTIVE, texts

from argmap.document import Document
from argmap.syntax import generate, grammar, mapline, plain, prose
from argmap.syntax.cells import Kind
from argmap.syntax.machine import Machine, Node, Unexpected
from argmap.syntax.tables import TABLES


def told(text: str, start: str, *, slowly: bool) -> object:
    """The tree as nested tuples, or where the text does not follow the grammar."""
    try:
        return tree((grammar.slowly if slowly else grammar.parse)(text, start))
    except Unexpected as fault:
        return fault.at, fault.expected


def tree(node: Node) -> object:
    return node.name, [tree(c) if isinstance(c, Node) else tuple(c) for c in node.children]


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


def reads_alike(source: str) -> bool:
    """Whether what is read without the grammar is what it reads; True if anything was."""
    quick, line = prose.plainly(source), plain.line(source)
    kind = Kind.LEAD if source.strip() else Kind.BLANK
    assert quick is None or quick == prose.by_grammar(source, kind)
    assert line is None or line == mapline.read(source)
    return bool((quick and quick.brackets) or line)


@given(texts())
def test_plain_cells_are_read_as_the_grammar_does(text: str) -> None:
    for unit in Document.of(text).units:
        for cell in unit.cells:
            reads_alike(cell.source)


SIGNS = '[ ] ]{ } { {>> <<} {# {<# \\ - + _ & : +> -> _> >< “ " %% = .. . # @'
WORDS = (
    "claim Claim premise #a @b-c @हिन्दी #é #e\u0301 .t ..a +a -#a _a>b _a &a =a !a "
    "a=1 1=a a=b=c a= w=“x” #² #a_b #_ #a: word ٣ @b= #a +> #b"
)
PIECES = [
    *SIGNS.split(),
    *WORDS.split(" "),
    " ",
    "\t",
    "\n",
    "\r\n",
    "\xa0",
    'a="b c"',
    "#" + "x" * 201,
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14))
@example(["[", "word", "]{", "claim", " ", "#a", "}"])
@example(["#a", " ", "+>", " ", "#a", "\n"])
@example(["#a:", "\xa0", "word", " ", "\t", "\r\n"])
@example(["\t", "-", " ", "word"])
def test_plain_pieces_are_read_as_the_grammar_does(pieces: list[str]) -> None:
    reads_alike("".join(pieces))


def test_what_is_plain_is_read_without_the_grammar() -> None:
    for source in (
        "He said [it must close]{claim #close @lind +old .cost scheme=sign} [sic].\n",
        "[sie muß zu]{premise #zu @jürg -auf}\n",
        "[a]{claim\n #b}{>> a remark <<} \\[sic\\]",
        "#close: The bridge should close.\r\n",
        "#rust +> #close\n",
        "  - A ferry can carry it.",
    ):
        assert reads_alike(source)
