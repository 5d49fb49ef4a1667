"""Reads Argdown: `read(text)` gives what it says, whatever it is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from argmap.formats.argdown import data
from argmap.formats.argdown.bare import Bare, bare
from argmap.formats.argdown.cutting import cells
from argmap.formats.argdown.entries import entry
from argmap.formats.argdown.nesting import Nest
from argmap.formats.argdown.transforming import transformed
from argmap.formats.argdown.values import Argdown, Fault
from argmap.text import Lines

_ADDRESS = "`//` begins a comment, also in an address; the rest of the line is left out"


def read(text: str) -> Argdown:
    """What an Argdown text says. Nothing is raised, however wrong it is; `faults` tell.

    >>> found = read("[A]: Trade helps.\\n  - [B]: It does not.")
    >>> [(one.kind, one.source.title, one.target.title) for one in found.relations]
    [('attack', 'B', 'A')]
    """
    source = text.removeprefix("\ufeff")
    lines = Lines.of(source)
    front = data.front(source)
    found = bare(source, front.end)
    nest = Nest()
    if front.fault:
        nest.faults.append(front.fault)
    for at in found.addresses:
        nest.faults.append(Fault(_ADDRESS, *lines.place(at), "write [text](address)"))
    place = _placer(found, lines)
    emphasis = 0
    for cell in cells(found):
        one = entry(cell, found, place)
        emphasis += one.words.emphasis
        nest.take(one)
    said = nest.finished(front.data)
    return transformed(said)._replace(comments=len(found.starts) - 1, emphasis=emphasis)


def _placer(found: Bare, lines: Lines) -> Callable[[int], tuple[int, int]]:
    @cache
    def place(offset: int) -> tuple[int, int]:
        return lines.place(found.source(offset))

    return place
