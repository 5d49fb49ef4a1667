"""What an edit costs in the middle of large articles: its map, its faults, what rules find, and
the tree."""

from __future__ import annotations

import gc
import math
import random
import statistics
import time

from argmap import rules
from argmap.document import Document
from argmap.text import Span, TextEdit
from argmap.views.outline import outline
from tests.bench.asked import Asked
from tests.bench.made import article
from tests.bench.measure import Cost
from tests.bench.rows import Part, Row

AIMS = {1_000_000: "< 5, p95 < 10", 10_000_000: "< 50"}


def run(asked: Asked) -> list[Part]:
    gc.set_threshold(100_000, 50, 100)
    rows = []
    for size, count in asked.sizes.items():
        text = article(count)
        for name, whole in (("map and faults", False), ("rules and tree too", True)):
            median, high = edit(text, whole=whole)
            note = f"{median:.1f} ms, p95 {high:.1f}"
            rows.append(Row(name, size, count, Cost(median / 1000, 0, 0, 0), note=note,
                            aim=AIMS.get(count, "")))  # fmt: skip
    return [Part("An edit, analysed", rows)]


def edit(text: str, count: int = 60, *, whole: bool = False) -> tuple[float, float]:
    """Median and 95th percentile in ms of processor time of edits all over a text."""
    rnd = random.Random(1)
    document = Document.of(text)
    document = document.edit([TextEdit(Span(len(text) // 2, len(text) // 2), "x")])
    _look(document, whole)
    gc.collect()
    gc.freeze()
    times: list[float] = []
    for _ in range(count):
        at = rnd.randrange(len(text) // 10, len(text))
        start = time.process_time()
        document = document.edit([TextEdit(Span(at, at), rnd.choice("ab "))])
        _look(document, whole)
        times.append((time.process_time() - start) * 1000)
    gc.unfreeze()
    times.sort()
    return statistics.median(times), times[math.ceil(len(times) * 0.95) - 1]


def _look(document: Document, whole: bool) -> None:
    assert document.map.claims
    assert document.diagnostics is not None
    if whole:
        rules.check(document)
        outline(document)
