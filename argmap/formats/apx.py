"""The format of ASPARTIX: facts `arg(a).` and `att(a,b).`, in any order."""

from __future__ import annotations

import re

from argmap.document import Document
from argmap.formats import abstract
from argmap.formats.abstract import Abstract, Reader
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed
from argmap.text import Lines

SUFFIXES = (".apx",)
CARRIES = abstract.CARRIES
OPTIONS = abstract.OPTIONS
_BLANK = re.compile(r"(?:[\s\ufeff]|%[^\r\n]*)*")
_NAME = r"[ \t]*([^\s,().%]+)[ \t]*"
_FACT = re.compile(rf"(?:arg[ \t]*\({_NAME}\)|att[ \t]*\({_NAME},{_NAME}\))[ \t\r\n]*\.")


def parse(text: str) -> Abstract:
    """Raises Malformed."""
    reader, lines = Reader(), Lines.of(text)
    attacks: list[re.Match[str]] = []
    at = _end(text, 0)
    while at < len(text):
        fact = _FACT.match(text, at)
        if fact is None:
            hint = "A fact is `arg(a).` or `att(a,b).`; a comment begins with `%`."
            raise Malformed("this is neither an argument nor an attack", *lines.place(at), hint)
        if fact[1] is None:
            attacks.append(fact)
        else:
            reader.argument(fact[1], *lines.place(fact.start(1)))
        at = _end(text, fact.end())
    for fact in attacks:
        line, column = lines.place(fact.start(2))
        reader.attack(fact[2], fact[3], line, (column, column + fact.start(3) - fact.start(2)))
    return reader.done()


def _end(text: str, at: int) -> int:
    """The end of white space and comments."""
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def shown(found: Abstract) -> str:
    lines = [f"arg({name})." for name in found.names]
    lines += [f"att({found.names[a]},{found.names[b]})." for a, b in found.attacks]
    return "\n".join(lines) + "\n"


def read(source: Source, ledger: Ledger) -> Graph:
    return abstract.graph(parse(source.text), ledger)


def write(document: Document, ledger: Ledger, *, policy: str = "balanced") -> str:
    return shown(abstract.carried(document, ledger, policy))
