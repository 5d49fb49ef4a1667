"""A key that looks like one argmap knows, misspelt.

Any `key=value` is allowed, so a misspelt `weight` is kept as a datum and weighs nothing.

Bad:

    [It is old]{premise #old @lind +close wieght=0.8}. [It must close]{claim #close @lind}.

Good:

    [It is old]{premise #old @lind +close weight=0.8}. [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.model.values import Where
from argmap.rules import _spots as spots
from argmap.rules._near import Near
from argmap.syntax.cells import front_end
from argmap.syntax.head import Attribute
from argmap.syntax.units import Unit
from argmap.text import Span, TextEdit

CODE = "misspelt-key"
SEVERITY = Severity.WARNING
OF_HEADS = ("scheme", "weight", "note", "step", "via", "standard")
OF_FRONT = ("title", "author", "source", "date", "language", "topic", "allow", "what-if")
LONG = 5
"""Shorter keys have honest neighbours (`vote` beside `note`): there only swapped letters count."""


def check(document: Document) -> Iterator[Diagnostic]:
    near = Near(OF_HEADS)
    for found in document.found(_others).values():
        for where, attribute in found:
            meant = _meant(attribute.name, OF_HEADS, near)
            if meant:
                start = spots.of_attribute(document, where, attribute).start
                end = document.text.index("=", start)
                yield _finding(Span(start, end), attribute.name, meant)
    yield from _of_front(document)


def _others(unit: Unit) -> list[tuple[Where, Attribute]]:
    """The keys that argmap does not know."""
    return [
        (where, one)
        for where in spots.heads(unit)
        for one in where.head.attributes
        if one.sign == "key" and one.name not in OF_HEADS
    ]


def _of_front(document: Document) -> Iterator[Diagnostic]:
    front = document.text[: front_end(document.text)]
    near = Near(OF_FRONT)
    for key in document.front.entries:
        meant = _meant(key, OF_FRONT, near)
        found = re.search(rf"^{re.escape(key)}(?=[ \t]*:)", front, re.MULTILINE) if meant else None
        if found and meant not in document.front.entries:
            yield _finding(Span(*found.span()), key, meant)


def _meant(key: str, known: tuple[str, ...], near: Near) -> str:
    if key in known:
        return ""
    meant = near.to(key)
    alike = sorted(key.lower()) == sorted(meant)
    return meant if alike or len(meant) >= LONG <= len(key) else ""


def _finding(span: Span, key: str, meant: str) -> Diagnostic:
    fix = Fix(f"write `{meant}`", (TextEdit(span, meant),))
    message = f"`{key}` is no key that argmap knows, but very like `{meant}`"
    return Diagnostic(CODE, SEVERITY, span, message, f"Did you mean `{meant}`?", (fix,))
