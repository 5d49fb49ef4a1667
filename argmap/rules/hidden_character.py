"""A character that nobody sees, or that reorders what is read.

In a name it makes two names of one; a bidirectional control lets words read otherwise than they
are, and one inside a word makes it another. In the marks `--fix --unsafe` removes them. The
article's own words are never changed: there they are only reported, those that merely cannot be
seen, between words, as a note. Joiners and selectors that a script or an emoji needs are no fault.

Bad:

    [It must close]{claim #close @lind note="a\u202eb"}.

Good:

    [It must close]{claim #close @lind note="ab"}.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Fix, Related, Severity
from argmap.document import Document
from argmap.syntax.units import Unit
from argmap.text import Span, TextEdit
from argmap.visible import hidden

CODE = "hidden-character"
SEVERITY = Severity.WARNING
_IN_A_WORD = re.compile(r"\w\W\w")
HARMLESS = "\x0b\x0c"
"""Line breaks of old printers."""


def check(document: Document) -> Iterator[Diagnostic]:
    """One finding for each such character in the marks, and one in the article's words."""
    places: dict[tuple[str, bool], list[int]] = {}
    units = document.found(_hidden)
    starts = [span.start for span in document.removed] if units else []
    for unit in sorted(units, key=document.position):
        for within in units[unit]:
            offset = document.start(unit) + within
            index = bisect_right(starts, offset) - 1
            in_mark = index >= 0 and offset < document.removed[index].end
            places.setdefault((document.text[offset], in_mark), []).append(offset)
    for (char, in_mark), offsets in places.items():
        yield _finding(document, char, offsets, in_mark=in_mark)


def _hidden(unit: Unit) -> list[int]:
    return [*hidden(unit.source, keep="\n\r\t")]


def _finding(document: Document, char: str, offsets: list[int], *, in_mark: bool) -> Diagnostic:
    name = unicodedata.name(char, "a control character")
    more = f", here and in {len(offsets) - 1} more places" if len(offsets) > 1 else ""
    return Diagnostic(
        CODE,
        SEVERITY if in_mark or _misleads(char, document.text, offsets) else Severity.NOTE,
        Span(offsets[0], offsets[0] + 1),
        f"U+{ord(char):04X} {name} cannot be seen{more}",
        "Remove it." if in_mark else "It belongs to the article, and stays.",
        _removal(document, offsets) if in_mark else (),
        tuple(Related(Span(at, at + 1), "and here") for at in offsets[1:4]),
    )


def _misleads(char: str, text: str, offsets: list[int]) -> bool:
    """Whether it is obeyed rather than only not seen, spells hidden words, or parts a word; a
    soft hyphen may."""
    if "\U000e0000" <= char <= "\U000e007f":
        return True
    if char != "\xad" and any(_IN_A_WORD.match(text, max(0, at - 1)) for at in offsets):
        return True
    bidi = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return char in bidi or (unicodedata.category(char) == "Cc" and char not in HARMLESS)


def _removal(document: Document, offsets: list[int]) -> tuple[Fix, ...]:
    edits = tuple(TextEdit(Span(at, at + 1), "") for at in offsets)
    # Between two signs, or alone on its line, it keeps them from meaning something else.
    if len(edits) > MANY or document.edit(edits).article != document.article:
        return ()
    return (Fix("remove it", edits),)


MANY = 1000
"""More than these are no slip, and to remove them takes long."""
