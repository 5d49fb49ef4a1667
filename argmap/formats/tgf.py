"""The trivial graph format: an argument a line, a line `#`, then a line `a b` for each attack."""

from __future__ import annotations

import re

from argmap.document import Document
from argmap.formats import abstract
from argmap.formats.abstract import Abstract, Reader
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed

SUFFIXES = (".tgf",)
CARRIES = abstract.CARRIES
OPTIONS = abstract.OPTIONS
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"\r\n|\r|\n")


def parse(text: str) -> Abstract:
    """What stands behind an argument, or behind the two of an attack, is a remark. Raises
    Malformed."""
    reader = Reader()
    attacks = False
    for number, line in enumerate(_LINE.split(text.removeprefix("\ufeff")), 1):
        words = [*_WORD.finditer(line)]
        if not words:
            continue
        if not attacks:
            if words[0][0] == "#":
                attacks = True
            else:
                reader.argument(words[0][0], number, words[0].start() + 1)
            continue
        if len(words) < 2:
            raise Malformed("an attack needs two arguments", number, words[0].start() + 1,
                            "Write the one that attacks, a space, and the other.")  # fmt: skip
        first, second = words[:2]
        reader.attack(first[0], second[0], number, (first.start() + 1, second.start() + 1))
    if not attacks:
        raise Malformed("there is no line `#` between arguments and attacks", 1, 1)
    return reader.done()


def shown(found: Abstract) -> str:
    lines = [*found.names, "#"]
    lines += [f"{found.names[a]} {found.names[b]}" for a, b in found.attacks]
    return "\n".join(lines) + "\n"


def read(source: Source, ledger: Ledger) -> Graph:
    return abstract.graph(parse(source.text), ledger)


def write(document: Document, ledger: Ledger, *, policy: str = "balanced") -> str:
    return shown(abstract.carried(document, ledger, policy))
