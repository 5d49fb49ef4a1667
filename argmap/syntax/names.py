"""Names of claims, steps, speakers and tags: letters of any script, digits, `_` and `-` inside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 200

_ASCII_NAME = re.compile(r"[A-Za-z0-9]+(?:[-_]+[A-Za-z0-9]+)*")


def normal(raw: str) -> str:
    """The name that `raw` spells: two spellings with equal normal forms are one name."""
    return raw if raw.isascii() else unicodedata.normalize("NFC", raw)


def fault(name: str) -> str:
    """What keeps `name` from being one, or an empty string.

    >>> fault("हिन्दी-2"), fault("a b")
    ('', 'U+0020 SPACE is neither a letter nor a digit')
    """
    if len(name) > LONGEST:
        return f"it has {len(name)} characters, more than {LONGEST}"
    if _ASCII_NAME.fullmatch(name):
        return ""
    for char in name:
        if char not in "-_" and unicodedata.category(char)[0] not in "LMN":
            named = unicodedata.name(char, "unnamed")
            return f"U+{ord(char):04X} {named} is neither a letter nor a digit"
    if not name or name[0] in "-_" or name[-1] in "-_":
        return "it begins or ends with `-` or `_`" if name else "it is empty"
    return ""


_ASCII_WORD = re.compile(r"[A-Za-z0-9]+(?:'[A-Za-z]+)*")


def from_words(words: str, count: int = 3) -> str:
    """A name made of the first words: `The old bridge should…` gives `the-old-bridge`.

    >>> from_words("“Don't close – it!”"), from_words("...")
    ('dont-close-it', 'claim')
    """
    head = words[:400]
    found = _ASCII_WORD.findall(head) if head.isascii() else list(_words(normal(head)))
    kept = [word.replace("'", "").lower()[:40] for word in found[:count]]
    return normal("-".join(kept)) or "claim"


def _words(text: str) -> Iterator[str]:
    """Runs of letters, marks and digits; an apostrophe between letters joins them."""
    word = ""
    for char, after in zip(text, text[1:] + " ", strict=True):
        if unicodedata.category(char)[0] in "LMN":
            word += char
        elif not (word and char in "'’" and after.isalpha()):
            if word:
                yield word
            word = ""
    if word:
        yield word
