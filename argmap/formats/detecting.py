"""Which format a text is in, by what stands in it and not by the file's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from argmap.syntax.cells import front_end

XML_ROOTS = {"arggraph": "arggraph", "ARG": "aml", "graphml": "graphml"}
"""The format by the name of the root element, without its namespace's prefix."""

ANNOTATED = "argmap"
"""What `detect` calls an annotated article: it is no format, but what formats are made of."""
SADFACE = ("atom", "inference", "conflict", "scheme")


def _first(top: Mapping[str, object], key: str) -> Mapping[str, object]:
    """The first object of a list; an empty one where there is none."""
    found = top.get(key)
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, dict) else {}


JSON_KEYS: tuple[tuple[str, Callable[[Mapping[str, object]], bool]], ...] = (
    ("json", lambda top: "argmap" in top),
    ("mindmup", lambda top: "ideas" in top),
    ("argdown-json", lambda top: "statements" in top and "arguments" in top),
    ("xaif", lambda top: "AIF" in top),
    ("ova2", lambda top: "analysis" in top or _first(top, "nodes").keys() >= {"id", "x"}),
    ("aif", lambda top: "nodeID" in _first(top, "nodes") or {"nodes", "locutions"} <= top.keys()),
    ("sadface", lambda top: _first(top, "nodes").get("type") in SADFACE and "edges" in top),
    ("arguebuf", lambda top: isinstance(top.get("nodes"), dict) and "edges" in top),
)
"""The formats of one JSON object; the first whose question is answered with yes."""

TEXTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kialo", re.compile(r"Discussion Title:")),
    ("yaml", re.compile(r"(?:[ \t]*#[^\r\n]*[\r\n]|[ \t]*[\r\n]|---[ \t]*[\r\n])*+argmap[ \t]*:")),
    ("af", re.compile(r"(?:#[^\r\n]*[\r\n]|[ \t]*[\r\n])*+p[ \t]+af[ \t]+\d")),
    ("apx", re.compile(r"(?:%[^\r\n]*[\r\n]|\s)*+(?:arg|att)[ \t]*\([^()\r\n]*\)\s*\.")),
    (
        "tgf",
        re.compile(
            r"(?:[\w.-]+[ \t]*[\r\n]+)++#[ \t]*"
            r"(?:\s*\Z|[\r\n]+[\w.-]+[ \t]+[\w.-]+[ \t]*(?:[\r\n]|\Z))"
        ),
    ),
    ("brat", re.compile(r"(?:[TREAMN]\d+|#\d+|\*)\t\S")),
)
"""The formats that the start of the text tells; the first that matches. What repeats here never
gives back what it took (`*+`): trying all ways to part blank lines would take for ever."""

_PROLOG = re.compile(
    r"(?>\s|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]",
    re.DOTALL,
)
LOOKED_AT = 100_000
"""So much of a text's start is looked at, where not all of it has to be parsed."""


def detect(text: str) -> str:
    """The name of the format, ANNOTATED for an article with argmap's front matter; empty where
    none is told by the content.

    Raises Malformed where a text begins as JSON does and is none.
    """
    head = text[:LOOKED_AT].lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        root = _PROLOG.match(head)
        if root and root[1] in XML_ROOTS:
            return XML_ROOTS[root[1]]
    if front_end(head):
        return ANNOTATED
    for name, pattern in TEXTS:
        if pattern.match(head):
            return name
    if head.startswith("{"):
        from argmap.formats import jsontext

        top = jsontext.load(text)
        if isinstance(top, dict):
            return next((name for name, fits in JSON_KEYS if fits(top)), "") or _plugged(text)
    from argmap.formats.guessing import GUESSES

    return next((name for name, fits in GUESSES if fits(head)), "") or _plugged(text)


def _plugged(text: str) -> str:
    """The formats of other packages are asked last: `detects(text) -> bool` where they have it."""
    from argmap import formats

    for name in formats.plugged():
        detects = getattr(formats.by_name(name), "detects", None)
        if detects is not None and detects(text):
            return name
    return ""
