"""What becomes of a file that is opened: an article without marks is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import driven

from argmap.tui.folder import articles
from argmap.tui.opening import opened

BARE = "The council met. [sic] It rains.\n"


async def test_marks_go_to_a_file_beside_the_article(tmp_path: Path, home: Path) -> None:
    del home
    bare, copy = tmp_path / "rain.txt", tmp_path / "rain.argmap"
    bare.write_text(BARE, "utf-8")
    async with driven(opened(str(bare)), (80, 24)) as driver:
        assert driver.screen[0].startswith(" rain.argmap (new)")
        assert driver.app.desk.message.text == "marks go to rain.argmap; rain.txt stays as it is"
        assert not driver.app.desk.session.dirty
        assert not copy.exists()
        await driver.type(') c "ann" enter ctrl+s')
        assert driver.screen[0].startswith(" rain.argmap   ")
    assert bare.read_text("utf-8") == BARE
    assert copy.read_text("utf-8").endswith("The council met. [[sic] It rains]{claim @ann}.\n")


async def test_its_marks_are_taken_up_again(tmp_path: Path, home: Path) -> None:
    del home
    bare, copy = tmp_path / "rain.txt", tmp_path / "rain.argmap"
    bare.write_text(BARE, "utf-8")
    copy.write_text("The council met. [It rains]{claim @ann}.\n", "utf-8")
    async with driven(opened(str(bare)), (80, 24)) as driver:
        assert driver.app.desk.document.map.claims
        told = driver.app.desk.message.text
        assert told.startswith("rain.txt has its marks in rain.argmap, whose words differ from it")


async def test_opened_twice_it_is_open_once(tmp_path: Path, home: Path) -> None:
    del home
    bare = tmp_path / "rain.txt"
    bare.write_text(BARE, "utf-8")
    async with driven(opened(str(bare)), (80, 24)) as driver:
        driver.app.open(str(bare))
        assert len(driver.app.desk.files) == 1


@pytest.mark.parametrize(
    "text",
    ["[It rains]{claim @ann}.\n", "It rains.\n\n#rain: It rains.\n", "---\nargmap: 1\n---\n\nIt\n"],
)
def test_a_text_with_marks_is_opened_itself(text: str, tmp_path: Path) -> None:
    file = tmp_path / "rain.md"
    file.write_text(text, "utf-8")
    session = opened(str(file))
    assert session.path == str(file)
    assert session.document.text == text


def test_a_folder_lists_an_article_with_its_marks_once(tmp_path: Path) -> None:
    for name in ("rain.txt", "rain.argmap", "snow.md", "a.argmap"):
        (tmp_path / name).write_text(BARE, "utf-8")
    listed = [(one.label, one.detail) for one in articles(str(tmp_path))]
    assert listed == [("a.argmap", ""), ("rain.argmap", ""), ("snow.md", "not annotated yet")]
