"""Texts as HTML shows them: nothing in them is a tag, and nothing is hidden or obeyed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from argmap.visible import visible

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


def told(text: str) -> str:
    """A text on one line, for an element or for an attribute in double quotes.

    >>> told('<b a="1">\\x00')
    '&lt;b a=&quot;1&quot;&gt;␀'
    """
    return html.escape(visible(" ".join(text.split()), keep=""))


def linked(address: str) -> str:
    """A link, where the address is one of the web; else the text as it is."""
    if not _ADDRESS.fullmatch(address):
        return told(address)
    return f'<a href="{told(address)}" rel="noopener noreferrer">{told(address)}</a>'


def classes(names: Iterable[str]) -> str:
    return " ".join(name for name in names if name)
