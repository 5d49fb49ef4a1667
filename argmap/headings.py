"""Markdown headings (ATX, outside fenced code): they group the claims that follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from argmap.syntax.units import Unit
from argmap.text import Span

_HEADING = r" {0,3}(#{1,6})(?:[ \t]+|(?=[\r\n]|\Z))([^\r\n]*)"
_FENCE = r" {0,3}(`{3,}|~{3,})([^\r\n]*)"


class Heading(NamedTuple):
    start: int
    level: int
    title: str


def headings(units: Sequence[Unit], starts: Sequence[int]) -> tuple[Heading, ...]:
    """All headings in order; their titles without marks."""
    found: list[Heading] = []
    fence = ""
    for unit, start in zip(units, starts, strict=True):
        if not unit.outlines:
            continue
        for offset, cell in zip(unit.offsets, unit.cells, strict=True):
            mark = re.match(_FENCE, cell.source)
            if mark and not fence:
                fence = mark.group(1)
            elif mark and mark.group(1).startswith(fence) and not mark.group(2).strip():
                fence = ""
            elif not fence and (heading := re.match(_HEADING, cell.source)):
                words = unit.words(Span(offset + heading.start(2), offset + heading.end(2)))
                found.append(Heading(start + offset, len(heading.group(1)), _title(words)))
    return tuple(found)


def _title(words: str) -> str:
    """Without the `#`s that may close a heading."""
    whole = words.rstrip(" \t")
    bare = whole.rstrip("#")
    return (bare if bare[-1:] in (" ", "\t") else whole).strip()
