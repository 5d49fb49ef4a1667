"""`python -m tests.bench`: what the commands cost on articles of 10 KB, 1 MB and 10 MB."""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.made import article
from tests.bench.measure import Cost, measure

SIZES = {"10 KB": 10_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
COMMANDS = {
    "check": ["check"],
    "tree": ["tree"],
    "strip": ["strip"],
    "export yaml": ["export", "-f", "yaml"],
    "export json": ["export", "-f", "json"],
    "export dot": ["export", "-f", "dot"],
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default=",".join(SIZES), help="which sizes, by commas")
    parser.add_argument("--runs", type=int, default=3, help="runs of each command")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = parser.parse_args()
    sizes = {name: SIZES[name] for name in args.sizes.split(",")}
    bare = measure(["-c", "pass"], 5)
    found: dict[str, dict[str, Cost]] = {
        "python -c pass": {"": bare},
        "argmap --version": {"": measure(["-m", "argmap", "--version"], 5)},
    }
    edits: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size, count in sizes.items():
            file = Path(folder) / f"{count}.argmap"
            file.write_text(article(count), "utf-8")
            for name, words in COMMANDS.items():
                line = ["-m", "argmap", *words, str(file)]
                found.setdefault(name, {})[size] = measure(line, args.runs)
            edits[size] = edit(article(count))
    if args.json:
        plain = {name: {s: c._asdict() for s, c in row.items()} for name, row in found.items()}
        print(json.dumps({"commands": plain, "edits": edits}, indent=2))
        return
    show(found, bare, sizes)
    for size, (median, high) in edits.items():
        print(f"an edit, its map and its faults, {size}: median {median:.1f} ms, p95 {high:.1f} ms")


def edit(text: str, count: int = 40) -> tuple[float, float]:
    """Median and 95th percentile in ms of edits all over a text, analysis included."""
    from argmap.document import Document
    from argmap.text import Span, TextEdit

    rnd = random.Random(1)
    document = Document.of(text)
    after = document.edit([TextEdit(Span(len(text) // 2, len(text) // 2), "x")])
    assert after.map.index
    document = after
    times: list[float] = []
    for _ in range(count):
        at = rnd.randrange(len(text) // 10, len(text))
        start = time.perf_counter()
        document = document.edit([TextEdit(Span(at, at), rnd.choice("ab "))])
        assert document.map.claims
        assert document.diagnostics is not None
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    return statistics.median(times), times[math.ceil(len(times) * 0.95) - 1]


def show(found: dict[str, dict[str, Cost]], bare: Cost, sizes: dict[str, int]) -> None:
    print(f"{'':<18}{'size':>7}{'wall s':>9}{'cpu s':>9}{'x bare':>8}{'MiB':>8}{'growth':>8}")
    for name, row in found.items():
        last: tuple[int, float] | None = None
        for size, cost in row.items():
            growth = ""
            above = max(cost.cpu - found["argmap --version"][""].cpu, 1e-4)
            if last is not None:
                growth = f"{math.log(above / last[1]) / math.log(sizes[size] / last[0]):.2f}"
            ratio = f"{cost.cpu / bare.cpu:.1f}"
            print(f"{name:<18}{size:>7}{cost.wall:>9.3f}{cost.cpu:>9.3f}{ratio:>8}"
                  f"{cost.memory:>8.0f}{growth:>8}")  # fmt: skip
            last = (sizes[size], above) if size else None


if __name__ == "__main__":
    main()
