"""An article marked from beginning to end by keys alone, in a small and in a large terminal."""

from __future__ import annotations

import os
import statistics
from itertools import pairwise
from pathlib import Path

import pytest
from driving import Driver, driven, spelt

from argmap import rules
from argmap.document import Document
from argmap.model.values import Speaker
from argmap.tui.opening import opened

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
    bare, file = tmp_path / "china-us-talks.txt", tmp_path / "china-us-talks.argmap"
    finished = FINISHED.read_text("utf-8")
    article = Document.of(FINISHED.read_text("utf-8")).article
    bare.write_bytes(article.encode())
    async with driven(opened(str(bare)), size) as driver:
        begun = driver.app.desk.document.text
        screens = await played(driver)
        for _ in range(1000):
            if not driver.app.desk.session.undo():
                break
        assert driver.app.desk.document.text == begun
    recording = FOLDER / f"{size[0]}x{size[1]}.txt"
    if os.environ.get("ARGMAP_UPDATE"):
        FINISHED.write_bytes(file.read_bytes())
        finished = FINISHED.read_text("utf-8")
        recording.write_text(screens, "utf-8")
    assert file.read_bytes() == finished.encode()
    assert bare.read_bytes() == article.encode()
    assert screens == recording.read_text("utf-8")


def told(document: Document) -> dict[str, object]:
    """All that an article's map says, whatever its ids are: claims go by their places in it."""
    found = document.map

    def name(speaker: str) -> str:
        return found.speakers[speaker.removeprefix("@")].name

    def who(speaker: Speaker) -> tuple[object, ...]:
        data = {key: name(value) if key == "of" else value for key, value in speaker.data}
        marks = [document.start(one.unit) + one.mark.words.start for one in speaker.mentions]
        return speaker.names, data, [document.article_offset(at) for at in marks]

    place: dict[str, object] = {}
    for claim in found.claims.values():
        said = [span for one in claim.occurrences if one.in_text for span in document.spans(one)]
        places = tuple(document.article_span(span) for span in said)
        place[claim.id] = places or document.wording(claim.id)
    return {
        "claims": {
            place[claim.id]: (
                document.wording(claim.id),
                claim.tags,
                [
                    (one.label, one.stance, [*map(name, one.speakers)], [*map(name, one.via)])
                    for one in claim.occurrences
                    if one.in_text
                ],
            )
            for claim in found.claims.values()
        },
        "steps": {
            (step.kind, frozenset(place[one] for one in step.premises), place[step.target],
             step.scheme, step.weight)
            for step in found.steps.values()
        },
        "speakers": {speaker.name: who(speaker) for speaker in found.speakers.values()},
        "article": document.article,
        "front": document.front.entries,
    }  # fmt: skip


def test_the_map_is_as_good_as_the_one_made_with_care(root: Path) -> None:
    made = Document.of(FINISHED.read_text("utf-8"))
    careful = Document.of((root / "maps/china-us-talks.argmap").read_text("utf-8"))
    assert told(made) == told(careful)
    assert {fault.code for fault in rules.check(made)} <= {"unheld-claim"}


def test_how_many_keys_a_claim_takes() -> None:
    counts = [len(spelt(keys)) for kind, keys in script() if kind == "mark"]
    assert len(counts) == 39
    assert statistics.median(counts) <= 2


def test_how_many_keys_it_takes_to_move_to_a_claim() -> None:
    steps = script()
    going = [
        len(spelt(keys))
        for (kind, keys), (after, _) in pairwise(steps)
        if (kind, after) == ("go", "mark")
    ]
    assert statistics.median(going) <= 2
