"""The paragraphs and headings of an article, as ranges of it; between them is only white space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.document import Document

LONG = 120
"""A line longer than this, in characters, is a paragraph of its own: the article breaks its lines
only where a paragraph ends."""
LONGEST = 4000
"""A longer paragraph is cut where a sentence or at least a word ends: browsers lay out paragraphs
as a whole, and take minutes for one of a megabyte."""
_SENTENCE = re.compile(r"[.!?…][\"”’»)]*[ \t]+|[。！？]+[」』”]*")
_SPACE = re.compile(r"[ \t]+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Block(NamedTuple):
    """A range of the article, without the end of its last line. `level` is that of a heading."""

    start: int
    end: int
    level: int = 0


def blocks(document: Document) -> Iterator[Block]:
    """In order; lines that hold only white space belong to none."""
    for block in _whole(document):
        yield from _parts(document.article, block)


def _parts(article: str, block: Block) -> Iterator[Block]:
    start, end, level = block
    while end - start > LONGEST:
        cut = _cut(article, start, end)
        if cut is None:
            break
        yield Block(start, cut.start() + len(cut[0].rstrip(" \t")), level)
        start = cut.end()
    yield Block(start, end, level)


def _cut(article: str, start: int, end: int) -> re.Match[str] | None:
    """Where a long paragraph may be cut: behind a sentence, else at a blank, as late as it may."""
    most = start + LONGEST
    for ends in (_SENTENCE, _SPACE):
        if found := list(ends.finditer(article, start + 1, most)):
            return found[-1]
    return _SPACE.search(article, most, end)


def _whole(document: Document) -> Iterator[Block]:
    article = document.article
    headings = {document.article_offset(one.start): one.level for one in document.headings}
    lines: list[Block] = []
    at = 0
    while at < len(article):
        line = _LINE.match(article, at)
        assert line is not None
        end = at + len(line[0].rstrip("\r\n"))
        level = _level(headings, at, end)
        if level or article[at:end].isspace() or at == end:
            yield from _paragraph(lines)
            lines = []
            if level:
                yield Block(at, end, level)
        else:
            lines.append(Block(at, end))
        at = line.end()
    yield from _paragraph(lines)


def _level(headings: Mapping[int, int], start: int, end: int) -> int:
    """The level of the heading that a line is. Marks may stand before its first character."""
    return headings.get(start, 0) if end > start else 0


def _paragraph(lines: list[Block]) -> Iterator[Block]:
    if any(end - start > LONG for start, end, _ in lines):
        yield from lines
    elif lines:
        yield Block(lines[0].start, lines[-1].end)
