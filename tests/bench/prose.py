"""What commands cost on annotated articles."""

from __future__ import annotations

from tests.bench.asked import Asked
from tests.bench.made import article
from tests.bench.measure import argmap, measure
from tests.bench.rows import Part, Row

COMMANDS = {
    "check": ["check"],
    "tree": ["tree"],
    "strip": ["strip"],
    "export yaml": ["export", "-f", "yaml"],
    "export json": ["export", "-f", "json"],
    "export dot": ["export", "-f", "dot"],
}


def run(asked: Asked) -> list[Part]:
    started = measure(argmap("--version"), asked.runs + 2).user
    rows = []
    for name, words in COMMANDS.items():
        for size, count in asked.sizes.items():
            file = asked.file(f"{count}.argmap", article(count))
            cost = measure(argmap(*words, file), asked.runs)
            rows.append(Row(name, size, count, cost, aim="growth <= 1.10"))
    return [Part("Annotated prose, a mark a sentence", rows, started)]
