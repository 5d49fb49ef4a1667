"""What it costs to load an AIF graph, beside arguebuf with the same file."""

from __future__ import annotations

from tests.bench import peers
from tests.bench.asked import Asked
from tests.bench.debates import as_aif
from tests.bench.measure import measure, python, together
from tests.bench.rows import Part, Row

NODES = (1_000, 10_000, 50_000, 200_000)

GRAPH = """
import sys
from pathlib import Path
from argmap.formats import aif
from argmap.formats.graph import Source
from argmap.formats.ledger import Ledger
aif.read(Source(sys.argv[1], Path(sys.argv[1]).read_text("utf-8")), Ledger())
"""
ARTICLE = """
import sys
from pathlib import Path
from argmap.formats.carrying import take
from argmap.formats.graph import Source
take("aif", Source(sys.argv[1], Path(sys.argv[1]).read_text("utf-8")))
"""
ARGUEBUF = "import arguebuf, sys; arguebuf.load.file(sys.argv[1])"


def run(asked: Asked) -> list[Part]:
    """Each as a whole process: what is imported is a part of it."""
    arguebuf = peers.arguebuf()
    rows = []
    for nodes in NODES:
        file = asked.file(f"{nodes}.aif.json", as_aif(nodes // 2))
        commands = [python("-c", GRAPH, file), python("-c", ARTICLE, file)]
        if arguebuf:
            commands.append([*arguebuf, "-c", ARGUEBUF, file])
        graph, whole, *beside = together(commands, asked.runs)
        other = beside[0] if beside else None
        peer = "arguebuf" if other else ""
        for name, cost in (("graph", graph), ("to an article", whole)):
            rows.append(Row(name, f"{nodes:,} nodes", nodes, cost, peer, other, "< 1"))
    started = measure(python("-c", "import argmap.formats.aif"), asked.runs).user
    return [Part("AIF, loaded", rows, started)]
