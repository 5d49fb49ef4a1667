"""Cuts a text into cells, the units of parsing: a line, joined to the next while a head
or a remark is open. What a line is (blank, prose, a map line) depends only on the line
before it, so cutting can start and stop anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from argmap.syntax import lexicon
from argmap.text import EOL


class Kind(Enum):
    FRONT = "front"  # argmap's front matter, with the two line ends after it
    BLANK = "blank"
    FIRST = "first"  # prose at the very start of the article
    LEAD = "lead"  # prose at the start of a block
    PROSE = "prose"
    MAP = "map"


class State(Enum):
    """What the next line may be."""

    START = "start"
    BLOCK = "block"
    PROSE = "prose"
    MAP = "map"


AFTER = {
    Kind.FRONT: State.START,
    Kind.BLANK: State.BLOCK,
    Kind.FIRST: State.PROSE,
    Kind.LEAD: State.PROSE,
    Kind.PROSE: State.PROSE,
    Kind.MAP: State.MAP,
}

_PROSE = {State.START: Kind.FIRST, State.BLOCK: Kind.LEAD, State.PROSE: Kind.PROSE}


class Cut(NamedTuple):
    """One cell: where it lies, what it is, and whether something in it opens and never closes."""

    start: int
    end: int
    kind: Kind
    unclosed: bool


def front_end(text: str) -> int:
    """Where argmap's front matter ends; 0 where there is none."""
    if not text.startswith("---"):
        return 0
    found = lexicon.front_matter().match(text)
    return found.end() if found else 0


def cut(text: str, at: int = 0, state: State = State.START) -> Iterator[Cut]:
    """The cells from offset `at` on, which begins a line; `state` is what came before."""
    if at == 0 and state is State.START and (front := front_end(text)):
        yield Cut(0, front, Kind.FRONT, False)
        at = front
    block_end = -1
    while at < len(text):
        end = _line_end(text, at)
        if text[at] in " \t\r\n" and not text[at:end].strip(" \t\r\n"):
            kind, unclosed, block_end = Kind.BLANK, False, -1
        else:
            kind = _kind(text, at, state)
            unclosed = False
            if "{" in text[at:end]:
                if block_end < 0 and _opens(text, at, end, end, kind)[1]:
                    block_end = _block_end(text, at)
                end, unclosed = _opens(text, at, end, max(end, block_end), kind)
        yield Cut(at, end, kind, unclosed)
        at, state = end, AFTER[kind]


def _line_end(text: str, at: int) -> int:
    found = EOL.search(text, at)
    return found.end() if found else len(text)


def _block_end(text: str, at: int) -> int:
    found = lexicon.BLANK_LINE.search(text, at)
    return found.end(1) if found else len(text)


def _kind(text: str, at: int, state: State) -> Kind:
    if state is State.MAP:
        return Kind.MAP
    if state is not State.PROSE and text[at] in "#@%" and lexicon.map_line().match(text, at):
        return Kind.MAP
    return _PROSE[state]


def _opens(text: str, at: int, end: int, limit: int, kind: Kind) -> tuple[int, bool]:
    """The end of the cell when what opens in it may close up to `limit`, and
    whether something in it stays open."""
    if kind is Kind.MAP and text.startswith("%%", at):
        return end, False
    unclosed = False
    while (found := lexicon.OPENER.search(text, at, end)) is not None:
        at = found.end()
        if found.group()[0] == "\\" or (kind is Kind.MAP and found.group() != "{>>"):
            continue
        whole = lexicon.CLOSED.match(text, found.start(), limit) or lexicon.closed().match(
            text, found.start(), limit
        )
        if whole is None:
            unclosed = True
            continue
        at = whole.end()
        if at > end:
            end = _line_end(text, at) if text[at - 1] not in "\r\n" else at
    return end, unclosed
