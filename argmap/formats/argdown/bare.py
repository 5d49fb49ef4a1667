"""An Argdown text without its comments, and where braces in it may hold data."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from argmap.text import Span

# A comment begins at none of these; addresses in links hold `//`.
_OPENS = re.compile(
    r"^[ \t]*(?:<[+_-]|><)|\\.|\[[^\[\]]+\]\([^)\[\s]+\)|@?\[[^\[\]\r\n]*\]|#\([^()]+\)"
    r"|(?P<html><!--)|@?<(?!-)[^<>\r\n]+>|(?P<block>/\*)|(?P<line>//)|(?P<brace>\{)",
    re.MULTILINE,
)
_ENDS = {"html": "-->", "block": "*/"}
_EOL = re.compile(r"[ \t]*(\r\n|\r|\n|\Z)")
_TO_EOL = re.compile(r"[^\r\n]*")
_BRACES = re.compile(
    r"[{}]"
    r"""|(?<=[\s:,{\[])"(?:\\[^\r\n]|[^"\\\r\n])*"|(?<=[\s:,{\[])'(?:''|[^'\r\n])*'"""
    r"|(?P<blank>(?:\r\n|\r|\n)[ \t]*(?=[\r\n]))"
)
_BLOCK = re.compile(r"\{[ \t]*[\r\n]")


class Bare(NamedTuple):
    """`text` without comments; `data` are the outermost braces in it that close, in order.

    `starts` are offsets in `text` from which on `shifts` are to be added to get the offset in the
    source. `addresses` are offsets in the source of comments that look like an address.
    """

    text: str
    data: tuple[Span, ...]
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    comments: int
    addresses: tuple[int, ...]

    def source(self, offset: int) -> int:
        """Where an offset of the bare text lies in the source."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def bare(source: str, start: int = 0) -> Bare:
    """Takes comments out, with their line where nothing else is on it; `start` is where the text
    begins, behind the front matter."""
    pieces: list[str] = []
    starts, shifts = [0], [start]
    data: list[Span] = []
    addresses: list[int] = []
    length, done, at = 0, start, start
    blank = True  # whether the line has held nothing so far
    missing: set[str] = set()
    closed: dict[int, int] = {}
    while found := _OPENS.search(source, at):
        kind = found.lastgroup
        at = found.end()
        if kind == "brace":
            end = _closing(source, found.start(), closed)
            if end:
                data.append(Span(found.start() - done + length, end - done + length))
                at = end
            continue
        if kind is None or kind in missing:
            continue
        end = _comment_end(source, found.end(), kind)
        if end < 0:
            missing.add(kind)
            continue
        if kind == "line" and source[found.start() - 1 : found.start()] == ":":
            addresses.append(found.start())
        kept = source[done : found.start()]
        last = kept[max(kept.rfind("\n"), kept.rfind("\r")) + 1 :]
        blank = not last.strip(" \t") and (blank or len(last) < len(kept))
        if blank:  # indentation counts from behind the comment
            kept = kept[: len(kept) - len(last)]
        pieces.append(kept)
        length += len(kept)
        after = _EOL.match(source, end)
        done = at = after.end() if blank and after else end
        starts.append(length)
        shifts.append(done - length)
    pieces.append(source[done:])
    text = "".join(pieces)
    return Bare(text, tuple(data), tuple(starts), tuple(shifts), len(starts) - 1, tuple(addresses))


def _comment_end(source: str, start: int, kind: str) -> int:
    """Where a comment ends, -1 where it never does."""
    if kind == "line":
        found = _TO_EOL.match(source, start)
        return found.end() if found else start
    end = source.find(_ENDS[kind], start)
    return end + len(_ENDS[kind]) if end >= 0 else -1


def _closing(source: str, start: int, closed: dict[int, int]) -> int:
    """Where the braces that open at `start` are closed, 0 if they are not: inside of a paragraph,
    or, if a line end follows the brace, anywhere. One walk answers for all braces it meets."""
    if start in closed:
        return closed[start]
    block = _BLOCK.match(source, start) is not None
    stack: list[int] = []
    for found in _BRACES.finditer(source, start):
        if found.group() == "{":
            stack.append(found.start())
        elif found.group() == "}":
            closed[stack.pop()] = found.end()
            if not stack:
                return closed[start]
        elif found["blank"] and not block:
            break
    closed.update(dict.fromkeys(stack, 0))
    return 0
