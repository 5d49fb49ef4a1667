"""Makes any text safe to annotate: what would be read as a mark gets a backslash."""

from __future__ import annotations

import re

from argmap.syntax import cells, lexicon
from argmap.syntax.cells import Cut, Kind, State

# What a backslash before it hides, in order of trial: a backslash that would hide something,
# and the first characters of all that opens.
_HIDE = re.compile(r"\\(?=[\[\]{}\\])|(?<=\])\{|\{(?=>>|<#|#)")


# The same, and all brackets and braces whatever they would do.
_HIDE_ALL = re.compile(r"[\\\[\]{}]")


def escape_all(text: str) -> str:
    """As `escape`, with every bracket and brace made literal, so that marks can be put in."""
    return _escaped(_HIDE_ALL.sub(lambda found: "\\" + found.group(), text))


def escape(text: str) -> str:
    """The text with as few backslashes as `strip` needs to give it back unchanged.

    >>> escape("[sic] stays, [a]{b} and {>> c <<} do not")
    '[sic] stays, [a]\\\\{b} and \\\\{>> c <<} do not'
    """
    return _escaped(_HIDE.sub(lambda found: "\\" + found.group(), text))


def _escaped(safe: str) -> str:
    """With a backslash before each block that would be a map block or front matter."""
    pieces: list[str] = []
    at, state = 0, State.START
    if lexicon.front_start().match(safe):
        pieces.append("\\")
        state = State.PROSE
    while at < len(safe):
        hidden = next((cut.start for cut in cells.cut(safe, at, state) if _hidden(safe, cut)), -1)
        if hidden < 0:
            pieces.append(safe[at:])
            break
        pieces.append(safe[at:hidden] + "\\")
        at, state = hidden, State.PROSE
        line = next(cells.cut(safe, at, state))
        pieces.append(safe[at : line.end])
        at = line.end
    return "".join(pieces)


def _hidden(safe: str, cut: Cut) -> bool:
    """Whether a cell must begin with a backslash: it would be a map line, or it begins with
    a backslash that would be taken for one that hides."""
    if cut.kind is Kind.MAP:
        return True
    if cut.kind in (Kind.FIRST, Kind.LEAD) and safe[cut.start] == "\\":
        return safe[cut.start + 1 : cut.start + 2] in (
            ("#", "@", "%", "-") if cut.kind is Kind.FIRST else ("#", "@", "%")
        )
    return False
