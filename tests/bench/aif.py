"""How long an AIF graph takes to load, beside arguebuf in the same run.

    python -m tests.bench.aif [NODES …]

arguebuf is optional: `pip install 'arguebuf==2.7.2'` (3.0.0 needs Python 3.13).
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from argmap.formats import aif
from argmap.formats.carrying import take
from argmap.formats.graph import Source
from argmap.formats.ledger import Ledger

RUNS = 3
SIZES = (10_000, 50_000)


def made(nodes: int) -> str:
    """A debate of about so many nodes: claims, a locution and an act for each, and inferences."""
    count = nodes // 4
    time_made = "2026-01-05 10:00:00"
    found: list[dict[str, object]] = []
    edges: list[dict[str, object]] = []

    def node(key: str, kind: str, text: str) -> None:
        found.append({"nodeID": key, "text": text, "type": kind, "timestamp": time_made})

    def edge(start: str, end: str) -> None:
        edges.append(
            {"edgeID": str(len(edges) + 1), "fromID": start, "toID": end, "formEdgeID": None}
        )

    for number in range(count):
        words = f"the claim number {number} is about as long as claims in debates are"
        node(f"1{number}", "I", words)
        node(f"2{number}", "L", f"Speaker {number % 17} : {words}")
        node(f"3{number}", "YA", "Asserting")
        node(f"4{number}", "RA", "Default Inference")
        edge(f"2{number}", f"3{number}")
        edge(f"3{number}", f"1{number}")
        edge(f"1{number}", f"4{number}")
        edge(f"4{number}", f"1{max(0, number // 3 - 1)}" if number > 3 else f"1{(number + 1) % 5}")
    return json.dumps({"nodes": found, "edges": edges, "locutions": []})


def seconds(work: Callable[[], object]) -> float:
    """The least processor time of some runs, with the garbage collector as a user has it."""
    best = float("inf")
    for _ in range(RUNS):
        gc.collect()
        begun = time.process_time()
        work()
        best = min(best, time.process_time() - begun)
    return best


def main(sizes: list[int]) -> None:
    print(f"{'nodes':>8}  {'argmap':>8}  {'to text':>8}  {'arguebuf':>8}   CPU seconds")
    peer = find_spec("arguebuf") is not None
    for size in sizes:
        text = made(size)
        source = Source("made", text)
        graph = seconds(lambda source=source: aif.read(source, Ledger()))  # type: ignore[misc]
        whole = seconds(lambda source=source: take("aif", source))  # type: ignore[misc]
        other = f"{seconds(lambda text=text: _arguebuf(text)):8.3f}" if peer else "       –"  # type: ignore[misc]
        print(f"{size:>8}  {graph:8.3f}  {whole:8.3f}  {other}")
    if not peer:
        print("arguebuf is not here: pip install 'arguebuf==2.7.2'")


def _arguebuf(text: str) -> object:
    import arguebuf

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.json"
        path.write_text(text, "utf-8")
        return arguebuf.load.file(path)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or list(SIZES))
