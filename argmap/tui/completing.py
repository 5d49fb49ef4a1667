"""What a name that is being typed can become: ids, speakers, tags, keys."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.document import Document
from argmap.tui.paint import shown

_BEFORE = re.compile(r"(?P<sign>[#+\-_&=!@>]|\.\.|\.|\{|[ ])(?P<name>[\w-]*)\Z")
_WORDS = ("claim", "premise", "speaker", "note=", "via=", "weight=", "scheme=", "step=")


class Fitting(NamedTuple):
    """The names that fit, each with what it stands for, and where the typed part begins."""

    start: int
    names: tuple[tuple[str, str], ...]


def fitting(document: Document, text: str, at: int) -> Fitting:
    """The names of the document that go on with what stands before `at` in its text."""
    line = text[max(0, at - 200, text.rfind("\n", 0, at) + 1) : at]
    found = _BEFORE.search(line)
    if found is None:
        return Fitting(at, ())
    typed = found["name"]
    start = at - len(typed)
    if found["sign"] == "@":
        names = [(s.id, shown(s.name)) for s in document.map.speakers.values()]
    elif found["sign"] == ".":
        tags = dict.fromkeys(tag for claim in document.map.claims.values() for tag in claim.tags)
        names = [(tag, "") for tag in tags]
    elif found["sign"] in ("{", " "):
        names = [(word, "") for word in _WORDS] if _in_head(line) else []
    else:
        names = [
            (claim.id, shown(document.wording(claim.id))[:60])
            for claim in document.map.claims.values()
            if not claim.generated
        ]
    return Fitting(
        start,
        tuple(one for one in names if one[0].startswith(typed) and one[0] != typed)[:200],
    )


def _in_head(line: str) -> bool:
    return line.rfind("{") > line.rfind("}")
