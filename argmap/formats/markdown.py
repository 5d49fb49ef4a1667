"""Markdown: the tree as a nested list, readable on code hosts and in notes."""

from __future__ import annotations

import re

from argmap.document import Document
from argmap.formats.counting import MAP
from argmap.formats.rows import Row, rows

SUFFIXES = (".md", ".markdown")
CARRIES = MAP | {"undercuts", "contradictions", "linked steps", "speakers", "holders"}
SYMBOLS = True
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&{}!])")
_START = re.compile(r"^(\d+)([.)])|^([-+=])")
WORDS = {"+": "because", "-": "against", "_": "undercut", "><": "contradicts"}


def dump(document: Document) -> str:
    title = document.front.get("title")
    lines = [f"# {_safe(title)}", ""] if title else []
    lines += (_line(document, row) for row in rows(document))
    return "\n".join(lines) + "\n"


def _line(document: Document, row: Row) -> str:
    found = document.map
    text = " *and* ".join(_safe(document.wording(claim)) for claim in row.claims)
    held = [found.speakers[who].name for claim in row.claims for who in found.holders(claim)]
    who = f" — {_safe(', '.join(dict.fromkeys(held)))}" if held else ""
    sign = f"**{WORDS[row.sign]}** " if row.sign else ""
    note = " *(leads back)*" if row.ring else " *(see above)*" if row.again else ""
    return f"{'  ' * min(row.depth, 20)}- {sign}{text}{who}{note}"


def _safe(text: str) -> str:
    """A text that Markdown shows as it is."""
    from argmap.visible import visible

    flat = _SPECIAL.sub(r"\\\1", visible(" ".join(text.split()), keep=""))
    return _START.sub(
        lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", flat
    )
