"""A scanner written by hand, the yardstick for parsing: marks with places, attributes by kind, and
remarks, by one regular expression and a stack; without a grammar, names, faults, lines or maps."""

from __future__ import annotations

import re
from typing import NamedTuple

_ACTIVE = re.compile(r"\\[\[\]{}\\]|\{>>|\{<#|\{#|[\[\]]")
_ATTRIBUTE = re.compile(r'([#@.+&=!_-]|\.\.|)([^\s="{}]+)(?:=("[^"\n]*"|[^\s{}]*))?')


class Attribute(NamedTuple):
    sign: str
    name: str
    value: str
    start: int
    end: int


class Mark(NamedTuple):
    start: int
    end: int
    attributes: list[Attribute]


def marks(text: str) -> list[Mark]:
    """The marks, each where its head ends."""
    opened: list[int] = []
    found: list[Mark] = []
    at, search = 0, _ACTIVE.search
    while (hit := search(text, at)) is not None:
        what, start, at = hit.group(), hit.start(), hit.end()
        if what == "[":
            opened.append(start)
            continue
        if what == "]":
            start = opened.pop() if opened else start
            if not text.startswith("{", at):
                continue
            at += 1
        elif what == "{>>":
            at = max(at, text.find("<<}", at) + 3)
            continue
        elif what[0] == "\\":
            continue
        end = text.find("}", at)
        if end > 0:
            found.append(Mark(start, end + 1, _attributes(text, at, end)))
            at = end + 1
    return found


def _attributes(text: str, start: int, end: int) -> list[Attribute]:
    return [
        Attribute(hit.group(1), hit.group(2), hit.group(3) or "", hit.start(), hit.end())
        for hit in _ATTRIBUTE.finditer(text, start, end)
    ]
