"""A word mixes Latin letters with those of another script that look like them.

To a reader it is one word, to a search, and as an id, another: the `с` of `#сlose` below is
Cyrillic. It may be a slip of the keyboard, or be meant to mislead. In the article's own words it is
only reported, and stays.

Bad:

    [It must close]{claim #сlose @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.text import Span

CODE = "look-alike-letters"
SEVERITY = Severity.WARNING
# Small Greek letters but omicron are left out: they stand beside Latin ones in formulas.
ALIKE = "АВЕЅІЈКМНОРСТУХаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_ALIKE = re.compile(f"[{ALIKE}]")
_WORD = re.compile(r"[^\W\d_]+")


def check(document: Document) -> Iterator[Diagnostic]:
    """One finding for each such word, at its first place."""
    text = document.text
    if text.isascii() or not _ALIKE.search(text):
        return
    places: dict[str, list[Span]] = {}
    for found in _WORD.finditer(text):
        word = found.group()
        if not word.isascii() and _ALIKE.search(word) and _mixed(word):
            places.setdefault(word, []).append(Span(*found.span()))
    for word, spans in places.items():
        char = next(iter(_ALIKE.findall(word)))
        more = f", here and in {len(spans) - 1} more places" if len(spans) > 1 else ""
        yield Diagnostic(
            CODE,
            SEVERITY,
            spans[0],
            f"`{word[:60]}` mixes letters that look alike: U+{ord(char):04X} is "
            f"{unicodedata.name(char)}{more}",
            "Write it in letters of one script, if it is yours.",
            related=tuple(Related(span, "and here") for span in spans[1:4]),
        )


def _mixed(word: str) -> bool:
    """Whether all letters of another script look like Latin ones, and some are Latin."""
    latin = [unicodedata.name(char, "").startswith("LATIN") for char in word if char not in ALIKE]
    return bool(latin) and all(latin)
