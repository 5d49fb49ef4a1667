"""The grammar of the annotation language at work: by its tables, or where these are not those of
the grammar (somebody changes it), by lark."""

from __future__ import annotations

import os
import zlib
from functools import cache
from typing import TYPE_CHECKING

from argmap.syntax.machine import Machine, Node, Token, Unexpected

if TYPE_CHECKING:
    from lark import Lark, Tree
    from lark import Token as LarkToken

__all__ = ["Node", "Token", "Unexpected", "parse", "pattern", "source"]

NAME = "argmap.lark"
STARTS = ("prose", "line")


@cache
def source(name: str = NAME) -> str:
    """A grammar's text: packaged with argmap, or in the folder beside it in a checkout."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    for folder in (package, os.path.dirname(package)):
        path = os.path.join(folder, "grammars", name)
        if os.path.exists(path):
            with open(path, encoding="utf-8", newline="") as file:
                return file.read()
    raise FileNotFoundError(f"argmap is not installed whole: {name} is missing")


@cache
def _machine() -> Machine | None:
    from argmap.syntax.tables import TABLES  # here, so that a broken one can be made anew

    return Machine(TABLES) if zlib.crc32(source().encode()) == TABLES.grammar else None


def parse(text: str, start: str) -> Node:
    """A cell as a tree: `prose`, or a map `line`.

    Prose never fails; a map line raises Unexpected.
    """
    machine = _machine()
    return machine.parse(text, start) if machine else slowly(text, start)


def pattern(terminal: str) -> str:
    """The regular expression of a terminal, so that it is written down only once."""
    if machine := _machine():
        return machine.tables.terminals[terminal]
    found = next(term for term in lark(source()).terminals if term.name == terminal)
    return found.pattern.to_regexp()


@cache
def lark(text: str, starts: tuple[str, ...] = STARTS) -> Lark:
    """A grammar as lark reads it; 60 ms to import, and as long again to make its tables."""
    from lark import Lark

    return Lark(
        text, parser="lalr", start=list(starts), maybe_placeholders=False, keep_all_tokens=True
    )


def slowly(text: str, start: str, made: Lark | None = None) -> Node:
    """As `parse`, by lark alone; `made` is another grammar's."""
    from lark import UnexpectedInput, UnexpectedToken

    try:
        return _node((made or lark(source())).parse(text, start=start))
    except UnexpectedInput as fault:
        if isinstance(fault, UnexpectedToken):
            expected = fault.expected
        else:
            expected = getattr(fault, "allowed", None) or set()
        at: int | None = fault.pos_in_stream
        raise Unexpected(at or 0, frozenset(expected)) from None


def _node(tree: Tree[LarkToken]) -> Node:
    """lark's tree as ours; it is as deep as the grammar's rules, not as the input."""
    return Node(
        str(tree.data),
        [
            Token(child.type, child.start_pos or 0, str(child))
            if isinstance(child, str)
            else _node(child)
            for child in tree.children
        ],
    )
