"""A speaker written as `speaker=lind`, or with the word `speaker` in a map line.

Who says something is written `@lind`. `speaker=lind` is a datum like any other, and the word
`speaker` marks where the article names somebody; in a map line it does nothing. Either way nobody
holds the claim.

Bad:

    [Two cables rust]{premise #rust @lind +close}.

    #close: The bridge should close. {speaker=lind}

    @lind = Mara Lind

Good:

    [Two cables rust]{premise #rust @lind +close}.

    #close: The bridge should close. {@lind}

    @lind = Mara Lind
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.model.values import Where
from argmap.rules import _spots as spots
from argmap.syntax import names
from argmap.syntax.head import Attribute
from argmap.syntax.units import Unit
from argmap.text import Span, TextEdit

CODE = "speaker-as-data"
SEVERITY = Severity.WARNING
KEYS = ("speaker", "speakers")
_APART = re.compile(r"\s*[,;|]\s*|\s+and\s+")


def check(document: Document) -> Iterator[Diagnostic]:
    known = {name: who.id for who in document.map.speakers.values() for name in who.names}
    for where, attribute in (one for found in document.found(_saying).values() for one in found):
        span = spots.of_attribute(document, where, attribute)
        named = bool(where.head.names("@"))
        yield _finding(document.text, span, _meant(attribute, known, named))


def _saying(unit: Unit) -> list[tuple[Where, Attribute]]:
    """The attributes that look as if they said who holds something."""
    if "speaker" not in unit.source.lower():
        return []
    found: list[tuple[Where, Attribute]] = []
    for where in spots.heads(unit):
        form = spots.form(where)
        if form == "speaker" or (where.in_text and where.head.label == "speaker"):
            continue
        for attribute in where.head.attributes:
            as_key = attribute.sign == "key" and attribute.name in KEYS
            as_word = attribute.sign == "" and attribute.name.lower() == "speaker"
            if as_key or (as_word and not where.in_text):
                found.append((where, attribute))
    return found


def _meant(attribute: Attribute, known: dict[str, str], named: bool) -> str:
    """What to write for it; nothing where the head names its speakers already."""
    if attribute.sign != "key" or named:
        return ""
    people = (one.removeprefix("@") for one in _APART.split(attribute.value) if one)
    return " ".join(f"@{_id(one, known)}" for one in people)


def _id(name: str, known: dict[str, str]) -> str:
    return known.get(name) or (name if not names.fault(name) else names.from_words(name))


def _finding(text: str, span: Span, meant: str) -> Diagnostic:
    written = span.of(text)[:60]
    gone = span if meant else Span(span.start, span.end + text.startswith(" ", span.end))
    title = f"write `{meant}`" if meant else f"remove `{written}`"
    hint = f"Write `{meant}`." if meant else "Write `@` and a name, or remove it."
    message = f"`{written}` says of nobody that they hold this"
    return Diagnostic(CODE, SEVERITY, span, message, hint, (Fix(title, (TextEdit(gone, meant),)),))
