"""An article marked from beginning to end by keys alone, in a small and in a large terminal."""

from __future__ import annotations

import os
import statistics
from pathlib import Path

import pytest
from driving import Driver, opened, spelt

from argmap import rules
from argmap.document import Document

FOLDER = Path(__file__).parent / "journey"
FINISHED = FOLDER / "china-us-talks.argmap"
STOPS = (12, 60, 120)
"""After so many lines the screen is recorded."""


def script() -> list[tuple[str, str]]:
    """What is done, and by which keys: go, mark, speaker, connect, implicit, say, save."""
    lines = (FOLDER / "china-us-talks.keys").read_text("utf-8").splitlines()
    pairs = (line.split(": ", 1) for line in lines if line and not line.startswith("#"))
    return [(kind, keys) for kind, keys in pairs]


async def played(driver: Driver) -> str:
    """Plays all keys; the screens on the way."""
    screens: list[str] = []
    steps = script()
    begun = 0
    for stop in (*STOPS, len(steps)):
        await driver.type(" ".join(keys for _, keys in steps[begun:stop]))
        screens.append(f"after {stop} lines\n" + "\n".join(driver.screen))
        begun = stop
    return "\n\n".join(screens) + "\n"


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=["80x24", "200x50"])
async def test_from_the_bare_article_to_the_map(
    size: tuple[int, int], tmp_path: Path, home: Path
) -> None:
    del home
    file = tmp_path / "china-us-talks.argmap"
    finished = FINISHED.read_text("utf-8")
    file.write_bytes(Document.of(finished).article.encode())
    async with opened(file, size) as driver:
        screens = await played(driver)
        for _ in range(1000):
            if not driver.app.desk.session.undo():
                break
        assert driver.app.desk.document.text == Document.of(finished).article
    assert file.read_bytes() == finished.encode()
    recording = FOLDER / f"{size[0]}x{size[1]}.txt"
    if os.environ.get("ARGMAP_UPDATE"):
        recording.write_text(screens, "utf-8")
    assert screens == recording.read_text("utf-8")


def test_the_map_is_whole(root: Path) -> None:
    made = Document.of(FINISHED.read_text("utf-8"))
    careful = Document.of((root / "maps/china-us-talks.argmap").read_text("utf-8"))
    assert made.article == careful.article
    assert len(made.map.claims) == len(careful.map.claims)
    assert len(made.map.steps) == len(careful.map.steps)
    assert {fault.code for fault in rules.check(made)} <= {"unheld-claim"}


def test_how_many_keys_a_claim_takes() -> None:
    counts = [len(spelt(keys)) for kind, keys in script() if kind == "mark"]
    assert len(counts) == 39
    assert statistics.median(counts) <= 2
