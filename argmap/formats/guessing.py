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


GUESSES: tuple[tuple[str, Callable[[str], bool]], ...] = (("argdown", argdown),)
"""The formats by what tells them, asked in this order, with the start of the text."""
