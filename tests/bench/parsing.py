"""Where the time of an analysis goes, in one process, beside a scanner written by hand."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable

from argmap import rules
from argmap.document import Document
from argmap.syntax import grammar
from argmap.syntax.cells import Kind, cut
from argmap.syntax.grouping import units
from argmap.syntax.units import Cell
from tests.bench import scanner
from tests.bench.asked import Asked
from tests.bench.made import article
from tests.bench.measure import Cost
from tests.bench.rows import Part, Row


def run(asked: Asked) -> list[Part]:
    gc.set_threshold(100_000, 50, 100)  # as the command line has it
    rows = []
    for size, count in asked.sizes.items():
        if count > 10_000:
            rows += _rows(size, article(count), asked.runs)
    return [Part("An analysis, in one process", rows)]


def _rows(size: str, text: str, runs: int) -> list[Row]:
    took: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[[], object]) -> None:
        gc.collect()
        start = time.process_time()
        work()
        took.setdefault(name, []).append(time.process_time() - start)

    for _ in range(max(3, runs)):
        timed("scanner by hand", lambda: scanner.marks(text))
        timed("grammar alone", lambda: _trees(text))
        timed("parse", lambda: _parsed(text))
        document = Document.of(text)
        timed("model", lambda document=document: document.map.claims)  # type: ignore[misc]
        timed("rules", lambda document=document: rules.check(document))  # type: ignore[misc]
    found = {name: statistics.median(times) for name, times in took.items()}
    found["analysis"] = found["parse"] + found["model"] + found["rules"]
    hand = Cost(found["scanner by hand"], 0, 0, 0)
    rows = []
    for name, seconds in found.items():
        rate = f"{len(text) / 1e6 / seconds:.1f} MB/s"
        aim = AIMS.get(name, "")
        peer, other = (
            ("parse", Cost(found["parse"], 0, 0, 0)) if name == "analysis" else ("scanner", hand)
        )
        rows.append(Row(name, size, len(text), Cost(seconds, 0, 0, 0), peer, other, aim,
                        f"{seconds:.3f} ({rate})"))  # fmt: skip
    return rows


AIMS = {"parse": "5 MB/s, or <= 2.5", "analysis": "<= 2"}


def _parsed(text: str) -> object:
    return units([Cell.of(text, piece) for piece in cut(text)])


def _trees(text: str) -> None:
    for start, end, kind, _ in cut(text):
        if kind not in (Kind.BLANK, Kind.FRONT):
            grammar.parse(text[start:end], "line" if kind is Kind.MAP else "prose")
