"""Runs the cases of tests/suites/tui: the real app, driven by its keys."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from driving import Driver, lines, opened
from views import VIEWS, saved

from argmap.tui import commands
from argmap.tui import outside as watching

FOLDER = Path(__file__).parent.parent / "suites/tui"
BLOCK = re.compile(
    r"^(?:\#\# (?P<title>[^\n]+)|(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=fence)[ ]*)$",
    re.MULTILINE | re.DOTALL,
)
NAME = re.compile(r"`([\w-]+)`")


class Expected(NamedTuple):
    view: str
    text: str
    span: tuple[int, int]


class Case(NamedTuple):
    """An article, keys, and what is to be seen. `commands` are those that the title names."""

    file: Path
    line: int
    commands: tuple[str, ...]
    article: str
    keys: str
    outside: str
    size: tuple[int, int]
    expected: tuple[Expected, ...]


def cases(file: Path) -> Iterator[Case]:
    text = file.read_text("utf-8")
    title, article, keys, outside, size, line = "", "", "", "", (80, 24), 0
    expected: list[Expected] = []

    def made() -> Iterator[Case]:
        if expected:
            named = tuple(NAME.findall(title))
            yield Case(file, line, named, article, keys, outside, size, tuple(expected))
            expected.clear()

    for block in BLOCK.finditer(text):
        kind, *options = (block["info"] or "").split() or [""]
        if block["title"]:
            yield from made()
            title = block["title"]
        elif kind == "article":
            yield from made()
            article = block["body"]
        elif kind == "outside":
            yield from made()
            outside = block["body"]
        elif kind == "keys":
            yield from made()
            keys = block["body"]
            line = text.count("\n", 0, block.start()) + 1
            size = (80, 24)
            if options:
                width, _, height = options[0].partition("x")
                size = (int(width), int(height))
        elif kind in VIEWS or (block["info"] or "").strip() in VIEWS:
            named = (block["info"] or "").strip()
            expected.append(Expected(named, block["body"], block.span("body")))
    yield from made()


RAN: dict[Case, set[str]] = {}
"""The commands that each case has called in this process."""

EVERY = [case for file in sorted(FOLDER.glob("*.md")) for case in cases(file)]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the commands that were called."""
    called: set[str] = set()
    real = commands.called

    def note(desk: object, one: commands.Command, count: int) -> None:
        called.add(one.name)
        real(desk, one, count)  # type: ignore[arg-type]

    monkeypatch.setattr(commands, "called", note)
    return called


async def shown(case: Case, folder: Path) -> dict[str, str]:
    path = folder / "article.argmap"
    path.write_bytes(case.article.encode())
    async with opened(path, case.size) as driver:
        before, mark, after = case.keys.replace("FOLDER", str(folder)).partition("OUTSIDE")
        await driver.type(before)
        if mark:
            session = driver.app.desk.session
            path.write_bytes(case.outside.encode())
            watching.noticed(driver.app.desk, session, watching.look(session))
            await driver.type(after)
        await driver.pilot.pause()
        return {
            one.view: lines(seen(one.view, driver, path)).replace(str(folder), "FOLDER")
            for one in case.expected
        }


def seen(view: str, driver: Driver, path: Path) -> list[str]:
    if view in VIEWS:
        return VIEWS[view](driver, path)
    _, _, name = view.partition(" ")
    return saved(driver, path, name)


@pytest.mark.parametrize("case", EVERY, ids=lambda case: f"{case.file.stem}:{case.line}")
async def test_case(case: Case, tmp_path: Path, home: Path, ran: set[str]) -> None:
    del home
    if os.environ.get("ARGMAP_UPDATE"):
        pytest.skip("the expectations are rewritten, not compared")
    found = await shown(case, tmp_path)
    assert found == {one.view: one.text for one in case.expected}
    RAN[case] = ran


def test_every_command_has_a_case() -> None:
    named = {name for case in EVERY for name in case.commands}
    assert named == set(commands.every())


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
def test_commands_that_titles_name_were_called(file: Path) -> None:
    here = [case for case in EVERY if case.file == file]
    if not RAN.keys() >= {*here}:
        pytest.skip("not all cases of this file were run, or not in this process")
    called = {name for case in here for name in RAN[case]}
    assert {name for case in here for name in case.commands} <= called


@pytest.mark.skipif(
    os.environ.get("ARGMAP_PROFILE", "default") == "default",
    reason="ARGMAP_PROFILE=ci runs the cases once more without their commands",
)
@pytest.mark.parametrize("name", commands.every())
async def test_a_case_fails_without_its_command(
    name: str, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del home
    real = commands.called

    def nothing(desk: object, one: commands.Command, count: int) -> None:
        if one.name != name:
            real(desk, one, count)  # type: ignore[arg-type]

    monkeypatch.setattr(commands, "called", nothing)
    for number, case in enumerate(one for one in EVERY if name in one.commands):
        folder = tmp_path / str(number)
        folder.mkdir()
        if await shown(case, folder) != {one.view: one.text for one in case.expected}:
            return
    pytest.fail(f"the cases of `{name}` pass where it does nothing")


@pytest.mark.skipif(not os.environ.get("ARGMAP_UPDATE"), reason="ARGMAP_UPDATE=1 rewrites them")
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
async def test_update(file: Path, tmp_path: Path, home: Path) -> None:
    del home
    text = file.read_text("utf-8")
    for number, case in reversed([*enumerate(cases(file))]):
        folder = tmp_path / str(number)
        folder.mkdir()
        found = await shown(case, folder)
        for one in reversed(case.expected):
            start, end = one.span
            text = text[:start] + found[one.view] + text[end:]
    file.write_text(text, "utf-8")
