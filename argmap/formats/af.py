"""The format of ICCMA since 2023: `p af 3`, then a line `1 2` for each attack."""

from __future__ import annotations

import re

from argmap.document import Document
from argmap.formats import abstract
from argmap.formats.abstract import Abstract
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed

SUFFIXES = (".af",)
CARRIES = abstract.CARRIES
OPTIONS = abstract.OPTIONS
MOST = 10_000_000
_HEAD = re.compile(r"p[ \t]+af[ \t]+(\d{1,9})[ \t]*")
_ATTACK = re.compile(r"[ \t]*(\d{1,9})[ \t]+(\d{1,9})[ \t]*")
_LINE = re.compile(r"\r\n|\r|\n")


def parse(text: str) -> Abstract:
    """Arguments are called `1` to `n`. Raises Malformed."""
    size = -1
    pairs: dict[tuple[int, int], None] = {}
    for number, line in enumerate(_LINE.split(text), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if size < 0:
            head = _HEAD.fullmatch(line.removeprefix("\ufeff"))
            if head is None or int(head[1]) > MOST:
                raise Malformed("this should be `p af` and how many arguments there are", number, 1)
            size = int(head[1])
            continue
        attack = _ATTACK.fullmatch(line)
        if attack is None:
            hint = "An attack is two numbers, such as `1 2`; a comment begins with `#`."
            raise Malformed("this is no attack", number, 1, hint)
        for group in (1, 2):
            if not 0 < int(attack[group]) <= size:
                column = attack.start(group) + 1
                raise Malformed(f"there is no argument {attack[group]}", number, column,
                                f"They go from 1 to {size}.")  # fmt: skip
        pairs[int(attack[1]) - 1, int(attack[2]) - 1] = None
    if size < 0:
        raise Malformed("there is no line `p af` with the number of arguments", 1, 1)
    return Abstract([str(number) for number in range(1, size + 1)], tuple(pairs))


def shown(found: Abstract) -> str:
    """Names stand in comments, where they are no numbers in order."""
    lines = [f"p af {len(found.names)}"]
    lines += [f"# {at} {name}" for at, name in enumerate(found.names, 1) if str(at) != name]
    lines += [f"{a + 1} {b + 1}" for a, b in found.attacks]
    return "\n".join(lines) + "\n"


def read(source: Source, ledger: Ledger) -> Graph:
    return abstract.graph(parse(source.text), ledger)


def write(document: Document, ledger: Ledger, *, policy: str = "balanced") -> str:
    return shown(abstract.carried(document, ledger, policy))
