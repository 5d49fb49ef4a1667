"""What a cell says by itself: how it begins, the title, the words, tags and data."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from argmap.formats.argdown import data, grammar
from argmap.formats.argdown.bare import Bare
from argmap.formats.argdown.cutting import Cell
from argmap.formats.argdown.grammar import Token
from argmap.formats.argdown.values import Fault
from argmap.formats.argdown.wording import Worded, worded
from argmap.formats.datatext import Data

_TITLE = re.compile(r"\s*[\[<](?P<title>.+?)[\]>]:?\Z")
_CLOSED = re.compile(r"\s*[\[<](?P<title>.+)[\]>]:\Z")
_NO_COLON = "words stand after a reference, so it is read as a definition"


class Entry(NamedTuple):
    """`begins` is heading, inference, number, relation, item or empty; `sign` is what it begins
    with. `names` is the kind of title: statement, argument or empty for none."""

    begins: str
    sign: str
    indent: int
    names: str
    title: str
    reference: bool
    words: Worded
    rules: tuple[str, ...]
    data: Data
    lead: bool
    line: int
    column: int
    faults: tuple[Fault, ...]


Place = Callable[[int], tuple[int, int]]

_BEGINS = {"NUMBER": "number", "BULLET": "relation", "ITEM": "item"}


def entry(cell: Cell, found: Bare, place: Place) -> Entry:
    """`place` tells the line and column in the source of an offset in the bare text."""
    text = _source(cell, found)
    given, faults = _data(cell, found, place)

    def fault_at(offset: int, message: str, hint: str = "") -> None:
        faults.append(Fault(message, *place(cell.span.start + offset), hint))

    if cell.crowded:
        fault_at(0, "a blank line is missing before this line", "put one there")
    if cell.start == "plain" and text.lstrip(" \t").startswith("--"):
        fault_at(0, "these hyphens open an inference that never closes", "write ---- alone")
    tokens = grammar.parse(text, cell.start)
    first = tokens[0].type if tokens else ""
    begins = _BEGINS.get(first, "" if cell.start in ("entry", "plain") else cell.start)
    sign = tokens.pop(0).text if begins else ""
    rules: tuple[str, ...] = ()
    if begins == "inference":
        rules, tokens = _rules(tokens)
    names, title, reference = _title(tokens)
    offset = tokens[0].start if tokens else 0
    words = worded(tokens[1:] if names else tokens, text)
    for at in words.open:
        hint = "write a backslash before it, or close it"
        fault_at(at, "the emphasis that opens here never closes; taken for text", hint)
    if begins == "inference" and words.text:
        fault_at(0, "nothing but the next numbered line may follow an inference", "begin a line")
    if reference and words.wording:
        fault_at(offset, _NO_COLON, "write a colon after the bracket")
        reference = False
    line, column = place(cell.span.start + len(text) - len(text.lstrip()))
    indent = len(sign) - len(sign.lstrip(" \t"))
    return Entry(
        begins, sign.strip(), indent, names, title, reference, words, rules, given,
        cell.lead, line, column, tuple(faults),
    )  # fmt: skip


def _source(cell: Cell, found: Bare) -> str:
    """The text of a cell without its data; in an inference, blanks in their place."""
    span, braces = cell.span, cell.data
    if not braces:
        return span.of(found.text)
    behind = ""
    if cell.start == "inference":
        blank = re.sub(r"[^\r\n]", " ", braces.of(found.text))
        behind = blank + found.text[braces.end : span.end]
    return found.text[span.start : braces.start] + behind


def _data(cell: Cell, found: Bare, place: Place) -> tuple[Data, list[Fault]]:
    """The data of a cell, and what is wrong with braces in it."""
    message = "braces amid a text are read as data by Argdown; taken for text here"
    faults = [Fault(message, *place(at), "write \\{") for at in cell.stray]
    if not cell.data:
        return {}, faults
    given, fault = data.in_braces(cell.data.of(found.text))
    if fault:
        faults.append(_moved(fault, place(cell.data.start)))
    return given, faults


def _moved(fault: Fault, start: tuple[int, int]) -> Fault:
    """A fault in braces that begin at `start`."""
    line, column = start
    at = column + fault.column - 1 if fault.line == 1 else fault.column
    return fault._replace(line=line + fault.line - 1, column=at)


def _title(tokens: list[Token]) -> tuple[str, str, bool]:
    """Which kind of title comes first, the title, and whether it only refers."""
    kinds = {
        "DEFINITION": ("statement", False),
        "REFERENCE": ("statement", True),
        "ARGUMENT": ("argument", False),
        "ARGUMENT_REFERENCE": ("argument", True),
    }
    if not tokens or tokens[0].type not in kinds:
        return "", "", False
    names, reference = kinds[tokens[0].type]
    pattern = _TITLE if reference else _CLOSED
    found = pattern.match(tokens[0].text)
    return names, found["title"] if found else tokens[0].text, reference


def _rules(tokens: list[Token]) -> tuple[tuple[str, ...], list[Token]]:
    """The rules of an inference, and what stands behind its end."""
    rules: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        if token.type == "END":
            told = (worded(rule, "").text for rule in rules)
            return tuple(rule for rule in told if rule), tokens[number + 1 :]
        if token.type == "COMMA":
            rules.append([])
        else:
            rules[-1].append(token)
    return (), []
