"""The grammar of Argdown at work: by its tables, or where these are not those of the grammar
(somebody changes it), by lark."""

from __future__ import annotations

import re
import zlib
from functools import cache

from argmap.syntax import grammar
from argmap.syntax.machine import Machine, Node, Token

__all__ = ["NAME", "STARTS", "Token", "parse", "pattern"]

NAME = "argdown.lark"
STARTS = ("heading", "inference", "entry", "plain")


@cache
def _machine() -> Machine | None:
    from argmap.formats.argdown.tables import TABLES  # here, so that a broken one can be made anew

    source = grammar.source(NAME)
    return Machine(TABLES) if zlib.crc32(source.encode()) == TABLES.grammar else None


def parse(text: str, start: str) -> list[Token]:
    """The tokens of a cell, whose text they make up. `start` is one of STARTS; `heading` and
    `inference` fail where the text does not begin, or end, as one does."""
    machine = _machine()
    return list((machine.parse(text, start) if machine else slowly(text, start)).leaves())


def slowly(text: str, start: str) -> Node:
    """As `parse`, by lark alone."""
    return grammar.slowly(text, start, grammar.lark(grammar.source(NAME), STARTS))


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The regular expression of a terminal, so that it is written down only once."""
    if machine := _machine():
        return re.compile(machine.tables.terminals[terminal])
    made = grammar.lark(grammar.source(NAME), STARTS)
    found = next(term for term in made.terminals if term.name == terminal)
    return re.compile(found.pattern.to_regexp())
