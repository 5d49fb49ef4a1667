"""The HTML-like texts of annotation tools: plain text, and where each named span stands in it."""

from __future__ import annotations

import html
import re
from typing import NamedTuple

from argmap.text import Span

_TOKEN = re.compile(
    r"<!--.*?-->|<(/?)([A-Za-z][A-Za-z0-9]*)\b([^<>]*)>|&(?:#\w+|\w+);|[^<&]+|.", re.DOTALL
)
_ID = re.compile(r"""\bid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
APART = "data-apart"
"""The attribute of a span that is one for itself although it touches another one of its id, which
would else be the same span, closed and opened again. Tools that do not know it pass over it."""
_TAG = re.compile(r"</?(?:span|br|div|p|b|i|u|em|strong|font)\b[^<>]*>", re.IGNORECASE)
_BLOCKS = ("div", "p")


class Plain(NamedTuple):
    """A text without its tags, and the spans by their id, each with its ranges in the text."""

    text: str
    spans: dict[str, tuple[Span, ...]]


def plain(source: str) -> Plain:
    """`<br>` and a new `<div>` are a newline. A text without tags stays as it is.

    >>> plain('A &amp; <span id="node1">B</span><br>C')
    Plain(text='A & B\\nC', spans={'node1': (Span(start=4, end=5),)})
    """
    if not _TAG.search(source):
        return Plain(source, {})
    pieces: list[str] = []
    length = 0
    opened: list[tuple[str, int, bool]] = []
    spans: dict[str, list[Span]] = {}
    for token in _TOKEN.finditer(source):
        words = token[0]
        name = (token[2] or "").lower()
        if name == "span" and not token[1]:
            found = _ID.search(token[3])
            key = next(filter(None, found.groups()), "") if found else ""
            opened.append((key, length, APART in token[3]))
        elif name == "span" and opened:
            key, start, apart = opened.pop()
            if key and start < length:
                known = spans.setdefault(key, [])
                # Closed and opened again at one place, so that it could cross another one.
                joined = known and known[-1].end == start and not apart
                known.append(Span(known.pop().start if joined else start, length))
        if name or words.startswith("<!--"):
            breaks = name == "br" or (name in _BLOCKS and not token[1] and length)
            words = "\n" if breaks else ""
        elif words.startswith("&"):
            words = html.unescape(words)
        pieces.append(words)
        length += len(words)
    return Plain("".join(pieces), {key: tuple(found) for key, found in spans.items()})
