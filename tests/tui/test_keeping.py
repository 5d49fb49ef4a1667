"""Nothing is lost: crashes, other programs, full disks, other times, as one sees them."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driving import Driver, driven, opened

from argmap import workspace
from argmap.tui import Settings, opening, outside, watching
from argmap.workspace import journal, lock, recovery

TEXT = "It rains. It pours.\n\nIt snows.\n\nThe end.\n"


@pytest.fixture
def file(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    del home
    monkeypatch.setattr(outside, "EVERY", 0.02)
    monkeypatch.setattr(watching, "AGAIN", 0.05)
    path = tmp_path / "a.argmap"
    path.write_bytes(TEXT.encode())
    return path


async def until(driver: Driver, true: Callable[[], object]) -> None:
    for _ in range(1000):
        if true():
            await driver.pilot.pause()
            return
        await asyncio.sleep(0.01)
    raise AssertionError("\n".join(driver.screen))


def said(driver: Driver) -> str:
    return driver.app.desk.message.text


def text(driver: Driver) -> str:
    return driver.app.desk.document.text


async def crashed(path: Path, keys: str) -> str:
    """Keys, then an end without any word; the text there was."""
    async with opened(path) as driver:
        await driver.type(keys)
        return text(driver)


@pytest.mark.fault("F35")
async def test_work_is_offered_after_a_crash(file: Path) -> None:
    work = await crashed(file, 'c "ann" enter ) c "bob" enter')
    async with opened(file) as driver:
        assert text(driver) == TEXT
        assert any("2 changes of the last time" in line for line in driver.screen)
        await driver.press("v")
        assert any("[It rains]{claim @ann}" in line for line in driver.screen)
        assert file.read_bytes() == TEXT.encode()
        await driver.press("r")
        assert text(driver) == work
        assert file.read_bytes() == TEXT.encode()
        await driver.press("u", "u")
        assert text(driver) == TEXT
        await driver.press("U", "U", "ctrl+s")
        assert file.read_bytes() == work.encode()
        await driver.press("q")
    async with opened(file) as driver:
        assert driver.app.desk.prompt is None


async def test_work_that_is_restored_and_lost_again_is_offered_again(file: Path) -> None:
    await crashed(file, 'c "ann" enter')
    work = await crashed(file, 'r ) c "bob" enter')
    assert work.count("claim") == 2
    async with opened(file) as driver:
        await driver.press("r")
        assert text(driver) == work


async def test_later_and_discard(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from argmap.cli import main

    work = await crashed(file, 'c "ann" enter')
    async with opened(file) as driver:
        await driver.press("escape")
        assert "argmap recover" in said(driver)
        await driver.type('c "bob" enter u q')
    assert main(["recover", "--json"]) == 0
    [one] = json.loads(capsys.readouterr().out)
    assert main(["recover", one["id"], "-o", "-"]) == 0
    assert capsys.readouterr().out == work
    assert main(["recover", one["id"], "-o", str(file), "--force"]) == 2
    assert main(["recover", one["id"], "--restore"]) == 0
    assert (file.parent / "a.recovered.argmap").read_text("utf-8") == work
    assert main(["recover", one["id"], "--drop"]) == 0
    assert recovery.left() == []
    await crashed(file, 'c "ann" enter')
    async with opened(file) as driver:
        await driver.press("d")
        assert text(driver) == TEXT
    assert recovery.left() == []


async def test_what_is_discarded_by_leaving_can_be_undone_the_next_time(file: Path) -> None:
    async with opened(file) as driver:
        await driver.type('c "ann" enter q d')
    assert recovery.left() == []
    async with opened(file) as driver:
        assert text(driver) == TEXT
        await driver.press("u")
        assert "[It rains]{claim @ann}" in text(driver)


async def test_undo_goes_on_the_next_time(file: Path) -> None:
    texts = [TEXT]
    for _ in range(3):
        async with opened(file) as driver:
            await driver.type(') c "ann" enter')
            texts.append(text(driver))
            await driver.press("ctrl+s", "q")
    async with opened(file) as driver:
        for before in reversed(texts[:-1]):
            await driver.press("u")
            assert text(driver) == before
        await driver.press("u")
        assert said(driver) == "nothing to undo"
        await driver.press("U", "U", "U")
        assert text(driver) == texts[-1]


async def test_undo_of_other_text_is_not_used(file: Path) -> None:
    async with opened(file) as driver:
        await driver.type('c "ann" enter ctrl+s q')
    file.write_text("Something else.\n")
    async with opened(file) as driver:
        await driver.press("u")
        assert text(driver) == "Something else.\n"
        await driver.type('c "bob" enter u')
        assert text(driver) == "Something else.\n"


async def test_as_many_steps_as_are_set(file: Path) -> None:
    settings = Settings(undo=3)
    async with opened(file, settings=settings) as driver:
        for _ in range(10):
            await driver.type("i 0 escape")
        now = text(driver)
        await driver.press("ctrl+s", "q")
    played = journal.replayed(
        workspace.journal.records.parsed(journal.place(str(file)).read_bytes())
    )
    assert played is not None
    assert len(played[1].history.done) == 3
    async with opened(file, settings=settings) as driver:
        await driver.press(*"uuuuu")
        assert text(driver) == now[3:]


@pytest.mark.fault("F39")
async def test_a_journal_of_a_changed_file_is_merged(file: Path) -> None:
    await crashed(file, 'c "ann" enter')
    file.write_text(TEXT.replace("The end", "No end"))
    async with opened(file) as driver:
        assert text(driver) == TEXT.replace("The end", "No end")
        await driver.press("r")
        assert "[It rains]{claim @ann}" in text(driver)
        assert "No end" in text(driver)
        assert "No end" in file.read_text()


@pytest.mark.fault("F33")
async def test_changes_from_outside_come_in(file: Path) -> None:
    async with opened(file) as driver:
        file.write_text(TEXT.replace("snows", "hails"))
        await until(driver, lambda: "hails" in text(driver))
        assert "changed outside: 1 place taken over" in said(driver)
        assert not driver.app.desk.session.dirty
        await driver.type('c "ann" enter')
        other = file.with_name("other")
        other.write_text(TEXT.replace("The end", "No end"))
        other.replace(file)  # F33: another inode
        await until(driver, lambda: "No end" in text(driver))
        assert "merged with yours" in said(driver)
        assert "[It rains]{claim @ann}" in text(driver)
        assert "snows" in text(driver)
        await driver.press("ctrl+s")
        assert file.read_text("utf-8") == text(driver)
        await driver.press("u")
        assert "hails" in text(driver)


@pytest.mark.fault("F31")
@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("m enter", "[It rains]{claim @ann}. It pours.\n"),
        ("t enter", "They sleep.\n"),
        ("b enter", "[It rains]{claim @ann}. It pours.\nThey sleep.\n"),
        ("m t enter", "They sleep.\n"),
    ],
)
async def test_the_same_lines_are_put_side_by_side(file: Path, keys: str, first: str) -> None:
    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        mine = text(driver)
        theirs = "They sleep.\n" + TEXT.partition("\n")[2].replace("The end", "No end")
        file.write_text(theirs)
        await until(driver, lambda: "g C" in said(driver))
        await driver.press("g", "C")
        [row] = [line for line in driver.screen if "They sleep." in line]
        assert "[It rains]{claim @ann}. It pours." in row
        await driver.type(keys)
        assert text(driver).startswith(first)
        assert "No end" in text(driver)
        await driver.press("ctrl+s")
        assert file.read_text("utf-8") == text(driver)
        await driver.press("u")
        assert text(driver) == mine


async def test_no_question_comes_by_itself(file: Path) -> None:
    async with opened(file, (100, 24)) as driver:
        await driver.type('c "ann" enter')
        file.write_text("They sleep.\n")
        await until(driver, lambda: "g C" in said(driver))
        assert "changed outside" in driver.screen[0]
        assert driver.app.desk.prompt is None
        await driver.press("ctrl+s")
        assert driver.app.desk.prompt is not None
        await driver.press("escape")
        await asyncio.sleep(0.1)
        assert driver.app.desk.prompt is None
        assert file.read_text() == "They sleep.\n"
        await driver.press("ctrl+s", "M", "enter")
        await until(driver, lambda: not driver.busy)
        assert file.read_text("utf-8") == text(driver)
        assert "changed outside" not in driver.screen[0]


@pytest.mark.fault("F43")
async def test_a_change_at_the_last_moment(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed while the program was stopped is seen before the next save."""
    monkeypatch.setattr(outside, "look", lambda _: None)
    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        file.write_text(TEXT.replace("The end", "No end"))
        await driver.press("ctrl+s")
        await until(driver, lambda: not driver.busy)
        assert "No end" in file.read_text()
        assert "[It rains]{claim @ann}" in file.read_text()


@pytest.mark.fault("F32")
@pytest.mark.parametrize("how", ["removed", "renamed", "a folder", "not text"])
async def test_a_file_that_is_gone(file: Path, how: str) -> None:
    async with opened(file) as driver:
        if how == "not text":
            file.write_bytes(b"\xff\xfe")
        elif how == "renamed":
            file.rename(file.with_name("b.argmap"))
        else:
            file.unlink()
            if how == "a folder":
                file.mkdir()
        await until(driver, lambda: "Your text is kept" in said(driver))
        assert "not saved" in driver.screen[0]
        await driver.press("ctrl+s")
        await until(driver, lambda: driver.app.desk.prompt)
        await driver.type(f'a ctrl+u "{file.parent}/c.argmap" enter')
        assert file.with_name("c.argmap").read_bytes() == TEXT.encode()
        assert driver.app.desk.session.path == str(file.with_name("c.argmap"))
        assert not driver.app.desk.session.dirty


async def test_a_file_that_comes_back(file: Path) -> None:
    async with opened(file) as driver:
        file.rename(file.with_name("b"))
        await until(driver, lambda: driver.app.desk.session.gone)
        file.with_name("b").rename(file)
        await until(driver, lambda: not driver.app.desk.session.gone)
        assert not driver.app.desk.session.dirty


HOLD = (
    "import sys, time; from argmap.workspace import lock; kept = lock.take(sys.argv[1]); "
    "print('taken', flush=True); time.sleep(600)"
)


@pytest.mark.fault("F34", "F35")
async def test_a_second_one_is_read_only(file: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        first.stdout.readline()
        async with opened(file) as driver:
            assert f"in process {first.pid} on " in said(driver)
            assert "read-only" in driver.screen[0]
            await driver.type('c "ann" enter')
            assert text(driver) == TEXT
            file.write_text(TEXT.replace("snows", "hails"))
            await until(driver, lambda: "hails" in text(driver))
            first.kill()
            await until(driver, lambda: "can be changed here now" in said(driver))
            await driver.type('c "ann" enter ctrl+s')
            assert "[It rains]{claim @ann}" in file.read_text()


@pytest.mark.fault("F38")
async def test_without_a_place_for_the_journal(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = os.environ["XDG_STATE_HOME"]
    monkeypatch.setenv("XDG_STATE_HOME", str(file))  # A file, so no folder can be made in it.
    async with opened(file, (120, 24)) as driver:
        assert "no crash protection" in said(driver)
        assert "no crash protection" in driver.screen[0]
        await driver.type('c "ann" enter')
        assert "[It rains]{claim @ann}" in text(driver)
        monkeypatch.setenv("XDG_STATE_HOME", home)
        await until(driver, lambda: said(driver) == "crash protection is back")
        assert "no crash protection" not in driver.screen[0]
        work = text(driver)
    async with opened(file) as driver:
        await driver.press("r")
        assert text(driver) == work


@pytest.mark.fault("F02")
async def test_a_disk_that_fills_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal's disk and the article's."""
    async with opened(file, (100, 24)) as driver:
        await driver.type('c "ann" enter')
        with monkeypatch.context() as patch:

            def full(_fd: int, _data: object) -> int:
                raise OSError(errno.ENOSPC, "no")

            patch.setattr(os, "write", full)
            await driver.type(') c "bob" enter')
            assert "no crash protection" in driver.screen[0]
            await driver.press("ctrl+s")
            assert "disk is full" in " ".join(line.strip() for line in driver.screen)
            assert "● not saved" in driver.screen[0]
            assert file.read_bytes() == TEXT.encode()
        await driver.press("t")
        assert said(driver) == "saved a.argmap"
        assert file.read_text("utf-8") == text(driver)


@pytest.mark.fault("F19")
async def test_a_read_only_file(file: Path) -> None:
    file.chmod(0o444)
    async with opened(file) as driver:
        await driver.type('c "ann" enter ctrl+s')
        assert any("read-only" in line for line in driver.screen)
        assert file.read_bytes() == TEXT.encode()
        await driver.press("f")
        assert file.read_text("utf-8") == text(driver)


@pytest.mark.fault("F44")
async def test_a_slow_disk_holds_nothing_up(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One goes on meanwhile, a second save waits, and so does leaving."""
    real = os.fsync

    def slow(fd: int) -> None:
        time.sleep(0.4)
        real(fd)

    monkeypatch.setattr(os, "fsync", slow)
    async with opened(file) as driver:
        driver.waits = False
        await driver.type('c "ann" enter ctrl+s')
        assert driver.app.desk.session.saving
        await driver.type(') c "bob" enter')
        assert driver.app.desk.session.saving
        assert "saving …" in driver.screen[0]
        work = text(driver)
        await driver.type("ctrl+s q")
        assert said(driver) == "leaving when it is saved"
        await until(driver, lambda: driver.app.return_code is not None)
    assert file.read_text("utf-8") == work


@pytest.mark.fault("F07")
async def test_not_confirmed_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("argmap.workspace.replacing.sync_folder", lambda _: False)
    async with opened(file) as driver:
        await driver.type('c "ann" enter ctrl+s')
        assert "the disk does not confirm it" in said(driver)
        assert not driver.app.desk.session.dirty
        await driver.type("u ctrl+s")
        assert file.read_bytes() == TEXT.encode()


@pytest.mark.fault("F45")
async def test_a_save_in_place_that_did_not_end(file: Path, home: Path) -> None:
    """Without the journal, as when a command wrote it."""
    backups = home / "argmap" / "backups"
    backups.mkdir(parents=True, mode=0o700)
    kept = backups / f"a.argmap.{workspace.key(str(file))}.0123456789ab.bak"
    kept.write_bytes(TEXT.encode())
    os.utime(kept, (1, 1))
    file.write_text("It raIt rains.")
    async with opened(file) as driver:
        assert any("did not end" in line for line in driver.screen)
        await driver.press("v")
        await driver.press("r", "ctrl+s")
        assert file.read_bytes() == TEXT.encode()
    assert not kept.exists()


async def test_viewing_writes_nothing(file: Path) -> None:
    before = os.stat(file)
    async with opened(file) as driver:
        await driver.type(") ] ` g m ? q ctrl+s q")
    assert os.stat(file) == before or os.stat(file).st_mtime_ns == before.st_mtime_ns
    assert not journal.place(str(file)).exists()


async def test_save_as_leaves_the_old_file_alone(file: Path) -> None:
    async with opened(file) as driver:
        await driver.type(f'c "ann" enter g W ctrl+u "{file.parent}/b.argmap" enter')
        assert lock.holder(str(file)) is None
        assert lock.holder(str(file.with_name("b.argmap"))) is not None
        await driver.type(') c "bob" enter')
        work = text(driver)
    assert file.read_bytes() == TEXT.encode()
    assert [one.path for one in recovery.left()] == [str(file.with_name("b.argmap"))]
    assert recovery.left()[0].data().decode() == work


async def test_two_open_files_each_have_their_journal(file: Path) -> None:
    other = file.with_name("b.argmap")
    other.write_text(TEXT)
    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        driver.app.open(str(other))
        await driver.type('c "bob" enter')
    left: dict[str, Any] = {one.path: one.data().decode() for one in recovery.left()}
    assert "@ann" in left[str(file)]
    assert "@bob" in left[str(other)]


async def test_a_file_that_is_yet_to_be_made(file: Path) -> None:
    article = file.with_name("b.txt")
    article.write_text("It rains.\n")
    async with driven(opening.opened(str(article)), (80, 24)) as driver:
        await driver.type('c "ann" enter')
        work = text(driver)
    assert not file.with_name("b.argmap").exists()
    async with driven(opening.opened(str(article)), (80, 24)) as driver:
        await driver.press("r")
        assert text(driver) == work
        await driver.press("ctrl+s")
        await until(driver, lambda: not driver.busy)
        assert file.with_name("b.argmap").read_text("utf-8") == work
        await driver.press("q")
    assert article.read_text() == "It rains.\n"
    async with driven(opening.opened(str(article)), (80, 24)) as driver:
        assert driver.app.desk.prompt is None
        await driver.press("u")
        assert text(driver) != work


async def test_all_steps_can_be_undone_while_it_runs_and_so_many_later(file: Path) -> None:
    settings = Settings(undo=100)
    async with opened(file, settings=settings) as driver:
        await driver.type("i " + 150 * "x enter " + "escape ctrl+s")
        await driver.type(320 * "u ")
        assert text(driver) == TEXT
        await driver.type(320 * "U " + "ctrl+s q")
    async with opened(file, settings=settings) as driver:
        before = text(driver)
        await driver.type(320 * "u ")
        assert 90 < before.count("x") - text(driver).count("x") <= 100
