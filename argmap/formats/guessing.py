"""Formats whose texts begin in no fixed way, told by lines that hardly another text has."""

from __future__ import annotations

import re
from collections.abc import Callable

_BULLET = r"(?:\+>|->|_>|><|<[+_-]|[+_-])"
_RELATED = re.compile(rf"^[ \t]+{_BULLET}[ \t]*(?:\[[^\]\r\n]+\](?!\()|<[^>\r\n]+>)", re.MULTILINE)
_DEFINED = re.compile(r"^(?:<[^>\r\n]+>|\[[^\]\r\n^]+\]):[ \t]+(?!https?:|[</.#])\S", re.MULTILINE)
_PREMISE = re.compile(r"^\(\d+\)[ \t]+\S", re.MULTILINE)
_INFERENCE = re.compile(r"^(?:-{4,}|--[^\r\n]*--)[ \t]*$", re.MULTILINE)
_FRONT = re.compile(
    r"={3,}[ \t]*[\r\n]+[ \t]*[\w-]+[ \t]*:.*?^={3,}[ \t]*$", re.MULTILINE | re.DOTALL
)


def argdown(text: str) -> bool:
    """A relation to a title, a definition, a structure, or front matter of equals signs."""
    structure = _PREMISE.search(text) and _INFERENCE.search(text)
    return bool(_RELATED.search(text) or _DEFINED.search(text) or structure or _FRONT.match(text))


_CARNEADES = re.compile(
    r"^(?:statements|arguments|argument_schemes|issues|assumptions|issue_schemes):[ \t]*(?:#|$)",
    re.MULTILINE,
)
_META = re.compile(r"(?:[ \t]*#[^\r\n]*[\r\n]|\s|---[ \t]*[\r\n])*+meta:[ \t]*[\r\n]")
# What repeats gives nothing back (`*+`), as in `detecting`.
_ARGVIEW = re.compile(
    r"(?:[ \t]*#[^\r\n]*[\r\n]|\s|---[ \t]*[\r\n])*+"
    r"(?P<quote>[\"']?)[^\s\"'#{\[][^\r\n]*(?P=quote):[ \t]*[\r\n]+"
    r"(?:[ \t]+(?:note|label):[^\r\n]*[\r\n]+)*+"
    r"[ \t]+[\"']?(?:[ro]\w*|-[^\r\n:]*)[\"']?:[ \t]*[\r\n]+[ \t]+\S"
)


def carneades(text: str) -> bool:
    """A key of an argument graph at the margin, or metadata alone at the start."""
    return bool(_CARNEADES.search(text) or _META.match(text))


def argview(text: str) -> bool:
    """A text with a colon behind it, and below that reasons and objections."""
    return bool(_ARGVIEW.match(text))


GUESSES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("carneades", carneades),
    ("argview", argview),
    ("argdown", argdown),
)
"""The formats by what tells them, asked in this order, with the start of the text."""
