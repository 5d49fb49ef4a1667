"""What one relies on without thinking: nothing is lost, and all is where one left it."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import Driver, opened
from textual import events

from argmap import workspace
from argmap.document import Document
from argmap.formats import FORMATS, PICTURES
from argmap.tui import Settings, exporting, folder, memory, tutorial
from argmap.tui.app import FIRST, Argmap
from argmap.tui.session import Session

TEXT = "It rains. It pours. It snows."
TREE = "[It rains]{claim #rain @ann}. [It pours]{premise #pour @bob +rain}. It snows.\n"


@pytest.fixture
def file(tmp_path: Path, home: Path) -> Path:
    del home
    found = tmp_path / "rain.argmap"
    found.write_text(TEXT)
    return found


@pytest.fixture
def reading(file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A large file of which only the beginning is read yet."""
    text = 12_000 * "It rains and pours.\n\n"
    file.write_text(text)
    monkeypatch.setattr(Session, "finish", lambda _: time.sleep(60))
    return text


# Nothing is lost


@pytest.mark.parametrize("keys", ["ctrl+s", ': "w" enter', "g S", ': "wa" enter'])
async def test_a_file_that_is_still_being_read_is_not_cut_off(
    file: Path, reading: str, keys: str
) -> None:
    async with opened(file) as driver:
        assert driver.app.desk.session.partial
        await driver.type(keys)
        assert file.read_text() == reading


async def test_who_begins_to_read_a_large_file_stays_there(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(12_000 * "It rains and pours.\n\n")
    finish, gate = Session.finish, threading.Event()

    def slowly(session: Session) -> Document:
        gate.wait(60)
        return finish(session)

    monkeypatch.setattr(Session, "finish", slowly)
    for keys, row in (("", 0), ("G", 23_999), ("1 2 j", 12), ("", 12)):
        async with opened(file) as driver:
            desk = driver.app.desk
            gate.clear()
            if keys and keys != "G":
                await driver.type(keys)
            gate.set()
            while desk.session.partial:
                await driver.pilot.pause(0.01)
            await driver.type("G" if keys == "G" else "")
            assert desk.page.flow.row(desk.cursor) == row
            await driver.type("q")


async def test_a_copy_of_a_file_that_is_still_being_read_is_whole(file: Path, reading: str) -> None:
    copy = file.with_name("copy.argmap")
    async with opened(file) as driver:
        await driver.type(f': "w {copy}" enter')
        assert driver.app.desk.session.partial
        assert "reading the rest, " in driver.screen[0]
        assert copy.read_text() == reading
        for keys in ("E", "g E", "i", "c", "] quotation_mark", "] +"):
            driver.app.desk.say("")
            await driver.type(keys)
            assert driver.app.desk.message.text == "the file is still being read; wait a moment"


async def test_a_change_outside_is_never_written_over_unasked(file: Path) -> None:
    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        file.write_text("Somebody else was here.")
        for keys in ("ctrl+s", ': "w" enter', ': "wq" enter', ': "wa" enter', "q s"):
            await driver.type(keys)
            assert file.read_text() == "Somebody else was here."
            assert driver.app.desk.prompt is not None
            await driver.press("escape")
        await driver.type("ctrl+s T enter")
        assert driver.app.desk.document.text == "Somebody else was here."
        await driver.press("u")
        assert driver.app.desk.document.text == "[It rains]{claim @ann}. It pours. It snows."


async def test_saving_by_itself_asks_nothing(file: Path) -> None:
    """A question that comes by itself would be answered by a key meant for something else."""
    async with opened(file, settings=Settings(autosave=1)) as driver:
        await driver.type('c "ann" enter')
        await driver.pilot.pause(1.3)
        assert file.read_text() == "[It rains]{claim @ann}. It pours. It snows."
        file.write_text("Somebody else was here.")
        await driver.type(') c "ann" enter')
        await driver.pilot.pause(1.3)
        assert driver.app.desk.prompt is None
        assert file.read_text() == "Somebody else was here."
        assert "was changed outside" in driver.app.desk.message.text


async def test_saving_by_itself_saves_all_open_files(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "snow.argmap"
    other.write_text(TEXT)
    async with opened(file, settings=Settings(autosave=1)) as driver:
        await driver.type(f'c "ann" enter : "e {other}" enter c "bob" enter')
        await driver.pilot.pause(1.3)
        assert "@ann" in file.read_text()
        assert "@bob" in other.read_text()


async def test_what_cannot_be_saved_is_said_in_full_and_kept(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise workspace.SaveError(str(file), "Not saved: the disk is full.", "Free some space " * 6)

    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        monkeypatch.setattr("argmap.tui.saving.workspace.save", full)
        for keys in ("ctrl+s", "q s", ': "wq" enter', ': "wa" enter'):
            await driver.type(keys)
            assert driver.app.return_code is None
            assert driver.app.desk.session.dirty
            shown = " ".join(" ".join(driver.screen).split())
            assert "the disk is full" in shown
            assert shown.count("Free some space") == 6
            await driver.press("escape")


async def test_an_export_asks_before_it_writes_over_a_file(file: Path) -> None:
    there = file.with_name("map.md")
    there.write_text("mine")
    async with opened(file) as driver:
        await driver.type(f'c "ann" enter : "export {there}" enter')
        assert driver.app.desk.prompt is not None
        await driver.type("n")
        assert there.read_text() == "mine"
        await driver.type(f': "export {there}" enter y')
        assert "It rains" in there.read_text()
        await driver.type(f': "export {file.with_suffix(".argmap")}" enter')
        assert file.read_text() == TEXT


async def test_the_editor_is_given_the_line_and_the_place_is_kept(
    file: Path, home: Path, tmp_path: Path
) -> None:
    editor = home / "editor"
    editor.write_text(
        f'#!/bin/sh\necho "$1" "$2" "$3" > {tmp_path}/called; sed -i "1s/It/Now it/" "$3"'
    )
    os.environ["VISUAL"] = f"'{editor}' -x"
    file.write_text("\n".join(f"It rains {number}." for number in range(50)))
    async with opened(file) as driver:
        await driver.type("3 0 j E")
        assert (tmp_path / "called").read_text() == f"-x +31 {file}\n"
        desk = driver.app.desk
        assert desk.document.text.startswith("Now it rains 0.\nIt rains 1.")
        assert desk.page.text[desk.cursor :].startswith("It rains 30.")


async def test_nothing_can_be_typed_where_nothing_is_open(tmp_path: Path, home: Path) -> None:
    del home
    (tmp_path / "a.txt").write_text(TEXT)
    nothing = Session(workspace.Loaded(str(tmp_path), "", False, None), scratch=True)
    app = Argmap(nothing, Settings(), folder=str(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await pilot.pause()
        assert any("a.txt" in line for line in driver.screen)
        await driver.type('escape i "lost"')
        assert app.desk.document.text == ""
        assert app.desk.message.text == "no article is open: g o opens one"
        await driver.type("escape g o enter")
        assert app.desk.document.article == TEXT
        assert [one.path for one in app.desk.files] == [str(tmp_path / "a.argmap")]


def test_a_folder_is_looked_through_only_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "a/b"
    deep.mkdir(parents=True)
    for number in range(5):
        (tmp_path / f"{number}.txt").touch()
        (deep / f"{number}.argmap").touch()
    assert len(folder.articles(str(tmp_path))) == 10
    monkeypatch.setattr(folder, "LOOKED", 6)
    assert len(folder.articles(str(tmp_path))) == 5


async def test_the_tutorial_is_kept_only_under_a_name(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del home
    monkeypatch.chdir(tmp_path)
    loaded = workspace.Loaded("tutorial.argmap", tutorial.ARTICLE, False, None)
    session = Session(loaded, scratch=True)
    session.tour = 0
    app = Argmap(session, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        driver = Driver(app, pilot)
        await driver.type('c "ann" enter ctrl+s escape : "wq" enter')
        assert app.return_code == 0
        assert not [*tmp_path.iterdir()]


# Leaving waits for nothing


async def test_one_can_leave_while_work_goes_on(file: Path) -> None:
    released = asyncio.Event()

    def job(_: Callable[[], bool]) -> None:
        time.sleep(30)

    begun = time.monotonic()
    async with opened(file) as driver:
        driver.waits = False
        driver.app.desk.begin("sleeping", job)  # type: ignore[arg-type]
        await driver.press("q")
        released.set()
    await asyncio.get_running_loop().shutdown_default_executor()
    assert time.monotonic() - begun < 20


# All is where one left it


async def test_the_place_folds_and_layout_are_remembered(file: Path) -> None:
    file.write_text(TREE)
    async with opened(file) as driver:
        await driver.type("ctrl+w ) ) tab z z g g space f6 Z q")
        before = memory.placed(driver.app.desk)
    async with opened(file) as driver:
        after = memory.placed(driver.app.desk)
        assert after == before
        assert after["side"] == "map"
        assert after["wide"] == "map"
        assert after["share"] == 1
        assert after["sort"] == "size"
        assert after["folded"] == ["rain"]


async def test_what_is_remembered_may_be_anything(file: Path) -> None:
    file.write_text(TREE)
    kept = memory._file(str(file))
    for text in (
        "",
        "{",
        "[]",
        '{"offset": 1e999}',
        '{"offset": -5, "zoom": true, "side": 3}',
        '{"divider": 100000, "folded": [1], "by": "x", "claim": [], "focus": "problems"}',
    ):
        kept.write_text(text)
        async with opened(file) as driver:
            await driver.type("j tab j")
            assert driver.app._exception is None


async def test_a_hint_at_first_and_none_later(file: Path) -> None:
    async with opened(file) as driver:
        assert driver.app.desk.message.text == FIRST
        await driver.press("q")
    async with opened(file) as driver:
        assert driver.app.desk.message.text == ""


# The mouse


async def mouse(driver: Driver, kind: type[events.MouseEvent], x: int, y: int) -> None:
    event = kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)
    driver.app.post_message(event)
    await driver.pilot.pause()


async def test_the_mouse_selects_folds_scrolls_and_moves_the_border(file: Path) -> None:
    file.write_text(TREE + 60 * "\nIt rains.\n")
    async with opened(file) as driver:
        desk = driver.app.desk
        row = driver.screen[2]
        x = row.index("It pours")
        await mouse(driver, events.MouseDown, x, 2)
        await mouse(driver, events.MouseMove, x + 7, 2)
        await mouse(driver, events.MouseUp, x + 7, 2)
        assert desk.selection
        assert desk.selection.of(desk.page.text) == "It pours"
        await mouse(driver, events.MouseScrollDown, 5, 5)
        assert desk.top == 3
        await mouse(driver, events.MouseScrollUp, 5, 5)
        assert desk.top == 0
        side = driver.screen[2].index("│") + 3
        await mouse(driver, events.MouseDown, side, 2)
        assert desk.focus == "tree"
        assert desk.tree.claim == "rain"
        await mouse(driver, events.MouseDown, side, 2)
        assert [entry.claim for entry in desk.tree.entries] == ["rain"]
        border = driver.screen[2].index("│")
        await mouse(driver, events.MouseDown, border, 5)
        await mouse(driver, events.MouseMove, border + 15, 5)
        await mouse(driver, events.MouseUp, border + 15, 5)
        assert abs(driver.screen[2].index("│") - border - 15) <= 1
        await driver.press("ctrl+w")
        assert driver.screen[2].index("│") == border
        await mouse(driver, events.MouseDown, driver.screen[1].index("Speakers"), 1)
        assert desk.side == "speakers"
        await driver.press("?")
        await mouse(driver, events.MouseScrollDown, 5, 5)
        assert desk.help_top == 3
        await mouse(driver, events.MouseDown, 5, 5)
        assert desk.help_top is None


async def test_the_mouse_takes_whole_words(file: Path) -> None:
    file.write_text("He said that it pours.\n桥必须关闭。\n")
    async with opened(file) as driver:
        desk = driver.app.desk

        async def dragged(first: int, last: int, y: int = 2) -> str:
            await mouse(driver, events.MouseDown, first, y)
            await mouse(driver, events.MouseMove, last, y)
            await mouse(driver, events.MouseUp, last, y)
            assert desk.selection
            return desk.selection.of(desk.page.text)

        row = driver.screen[2]
        assert await dragged(row.index("aid"), row.index("ours")) == "said that it pours"
        assert await dragged(row.index("ours"), row.index("aid")) == "said that it pours"
        assert await dragged(row.index("aid"), row.index("hat")) == "said that"
        # These are not parted by blanks, and take two cells each.
        at = driver.screen[3].index("桥")
        assert await dragged(at, at + 3, 3) == "桥必"


async def test_further_clicks_take_more(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("He said that it pours daily, and snows. It hails.\n")
    async with opened(file) as driver:
        desk = driver.app.desk
        x = driver.screen[2].index("ours")
        seen = []
        monkeypatch.setattr(driver.app, "CLICK_CHAIN_TIME_THRESHOLD", 60)
        for _ in range(4):
            await mouse(driver, events.MouseDown, x, 2)
            await mouse(driver, events.MouseUp, x, 2)
            seen.append(desk.selection.of(desk.page.text) if desk.selection else "")
        assert seen == ["", "pours", "it pours daily", "He said that it pours daily, and snows"]


async def test_the_mouse_answers_a_question(file: Path) -> None:
    file.write_text(TREE)
    async with opened(file) as driver:
        await driver.type("] d d")
        assert driver.app.desk.prompt is not None
        await mouse(driver, events.MouseDown, driver.screen[-1].index("Esc"), 23)
        assert driver.app.desk.prompt is None
        await driver.type("d d")
        await mouse(driver, events.MouseDown, driver.screen[-1].index("y "), 23)
        assert driver.app.desk.document.text != TREE


async def test_the_mouse_chooses_in_a_list(file: Path) -> None:
    file.write_text(TREE)
    async with opened(file) as driver:
        await driver.type(") ) c")
        y = next(y for y, line in enumerate(driver.screen) if line.strip().startswith("ann"))
        await mouse(driver, events.MouseDown, 5, y)
        assert "[It snows]{claim @ann}" in driver.app.desk.document.text


# Large inputs


async def test_a_large_paste_is_one_step_and_no_hang(file: Path) -> None:
    async with opened(file) as driver:
        begun = time.monotonic()
        await driver.press("i")
        driver.app.post_message(events.Paste(20_000 * "It rains, \x1b[31mit pours.\r\n"))
        await driver.pilot.pause()
        assert len(driver.app.desk.document.text) > 400_000
        await driver.type("escape u")
        assert driver.app.desk.document.text == TEXT
        await driver.press("/")
        driver.app.post_message(events.Paste(100_000 * "word\n"))
        await driver.pilot.pause()
        await driver.press("escape")
        assert time.monotonic() - begun < 60


async def test_large_counts_do_not_hang(file: Path) -> None:
    file.write_text("It rains. " * 3_000)
    async with opened(file) as driver:
        begun = time.monotonic()
        for key in (
            "w",
            ")",
            "}",
            "]",
            "l",
            "j",
            "g e",
            "b",
            "(",
            ">",
            "<",
            "V",
            ",",
            "H",
            "L",
            ";",
        ):
            await driver.type(f"g g 9 9 9 {key} escape")
        assert time.monotonic() - begun < 60


async def test_all_that_can_be_written_can_be_exported(file: Path) -> None:
    names = [name for name, one in FORMATS.items() if one.writes]
    assert exporting.names() == (*names, *PICTURES)
    async with opened(file) as driver:
        await driver.type('c "ann" enter')
        for name in names:
            there = file.with_name(f"map{exporting.suffix(name)}")
            await driver.type(f': "export {there}" enter')
            assert there.stat().st_size, name
    assert "<!DOCTYPE html>" in file.with_name("map.html").read_text()


async def test_what_is_exported_beside_a_map_writes_over_nothing_else(file: Path) -> None:
    text = file.with_name("map.txt")
    text.write_text("mine")
    async with opened(file) as driver:
        await driver.type(f'c "ann" enter : "export {file.with_name("map.ann")}" enter')
        assert "belongs to it" in " ".join(" ".join(driver.screen).split())
        assert text.read_text() == "mine"
        assert not file.with_name("map.ann").exists()
        text.write_text(TEXT)
        await driver.type(f': "export {file.with_name("map.ann")}" enter')
        assert file.with_name("map.ann").exists()
