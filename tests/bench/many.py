"""What `check FOLDER` costs on many small files, by all cores and by one."""

from __future__ import annotations

import os

from tests.bench.asked import Asked
from tests.bench.made import article
from tests.bench.measure import argmap, measure
from tests.bench.rows import Part, Row

FILES = 10_000
BYTES = 5_000


def run(asked: Asked) -> list[Part]:
    """Wall time is what counts here, so this needs a machine without other work."""
    folder = asked.folder / "many"
    folder.mkdir()
    text = article(BYTES)
    for number in range(FILES):
        (folder / f"{number:05}.argmap").write_text(text, "utf-8")
    cores = os.cpu_count() or 1
    one = measure(argmap("check", "--jobs", "1", str(folder)), 1)
    all_of_them = measure(argmap("check", str(folder)), 1)
    gained = f"{one.wall / all_of_them.wall:.2f} times as fast as by one"
    size = f"{FILES:,} files"
    return [
        Part(
            "Many files of 5 KB: check",
            [
                Row("one core", size, FILES, one),
                Row(f"{cores} cores", size, FILES, all_of_them, aim=f"near {cores}", note=gained),
            ],
        )
    ]
