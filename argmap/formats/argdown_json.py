"""Argdown's JSON export (`argdown json`)."""

from __future__ import annotations

from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger

SUFFIXES = (".argdown.json",)


def read(file: Source, ledger: Ledger) -> Graph:
    """What the file says of statements, arguments and relations; a map in it says the same once
    more, for drawing. Raises Malformed."""
    from argmap.formats.argdown.fromjson import read as reading
    from argmap.formats.argdown.into import graph

    said, dangling = reading(file.text)
    ledger.met("relations", len(dangling))
    for one in dangling:
        ledger.dropped("relations", "an end of it is not in the file", one)
    return graph(said, ledger)
