"""A fault of argmap itself: nothing is lost, the terminal is whole, and two lines say so."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from driving import opened
from textual.worker import WorkerFailed

from argmap.tui import commands, faults
from argmap.tui.desk import Desk

TEXT = "A secret rains. It pours.\n"


class Broken(Exception):
    """Says more than it should."""


def _break(desk: Desk, *_: object) -> None:
    raise Broken(f"all of it: {desk.document.text}")


@pytest.fixture
def file(tmp_path: Path, home: Path) -> Path:
    del home
    path = tmp_path / "a.argmap"
    path.write_text(TEXT)
    return path


@pytest.mark.fault("F41")
@pytest.mark.parametrize("where", ["a command", "drawing", "work", "beside"])
async def test_the_work_is_kept(
    file: Path, home: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises((Broken, WorkerFailed)):  # noqa: PT012  # the end of the app raises it again
        async with opened(file) as driver:
            await driver.type('c "ann" enter')
            app, desk = driver.app, driver.app.desk
            driver.waits = False
            if where == "a command":
                monkeypatch.setattr(commands, "called", _break)
                await driver.press("%")
            elif where == "drawing":
                monkeypatch.setattr("argmap.tui.screen.lines", _break)
                await driver.press("j")
            elif where == "work":
                desk.begin("breaking", lambda _: _break(desk))
            else:
                app.beside(lambda: _break(desk), lambda _: None)
            for _ in range(500):
                if app.last_words:
                    break
                await asyncio.sleep(0.01)
    first, second = app.last_words
    assert "a fault of its own" in first
    assert f"`argmap {file}` offers it; `argmap recover` lists it." in second
    [report] = (home / "argmap/reports").iterdir()
    assert str(report) in first
    told = report.read_text()
    assert "test_faults.py" in told
    assert "in _break" in told
    assert "secret" not in told + first + second
    assert file.read_text() == TEXT
    monkeypatch.undo()
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    async with opened(file) as driver:
        await driver.press("r")
        assert "[A secret rains]{claim @ann}" in driver.app.desk.document.text


def test_ten_reports_are_kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(15):
        monkeypatch.setattr("argmap.tui.faults.time.strftime", lambda _, n=number: f"{n:02}")
        faults.told(Broken("secret"), [])
    kept = sorted(file.name[:2] for file in (home / "argmap/reports").iterdir())
    assert kept == [f"{number:02}" for number in range(5, 15)]


def test_no_place_for_the_report(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    first, second = faults.told(OSError(5, "no"), [])
    assert "OSError (Input/output error)" in first
    assert "No report could be written" in first
    assert second == "argmap: All work was saved."
