"""How things look: told apart without colour, readable on a row, never cut where it matters."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from driving import Driver, opened

from argmap.cells import width
from argmap.tui.panes import outline
from argmap.tui.settings import Settings
from argmap.tui.themes import THEMES

ARTICLE = """\
[It rains [hard]{claim #hard @ann}]{claim #rain @ann}, [it pours]{premise #pour @ann +rain}; \
[it does not]{!rain #dry @bob}; [so he says]{claim #said @bob via=@cy}. \
[Rain, again]{=rain @ann}. Bye.

#wet: Streets are wet. {.implicit}
#wet & #pour +> #rain {#r1}
@ann = Ann
"""


def styles(driver: Driver) -> dict[str, str]:
    """The styles of each piece of the article's rows, which have the whole screen, by its words."""
    return {
        piece.text.strip(): piece.style
        for line in driver.app.canvas.drawn[2:12]
        for piece in line
        if piece.text.strip()
    }


@pytest.fixture
def article(tmp_path: Path, home: Path) -> Path:
    del home
    file = tmp_path / "rain.argmap"
    file.write_text(ARTICLE, "utf-8")
    return file


@pytest.mark.parametrize("name", THEMES)
async def test_marks_are_told_apart_in_every_theme(name: str, article: Path) -> None:
    async with opened(article, (160, 24), Settings(theme=name)) as driver:
        await driver.type("Z $")  # away from all of them
        found = styles(driver)
        look = THEMES[name].style
        shapes = {}
        for words in ("It rains", "hard", "it pours", "it does not", "so he says", "Rain, again"):
            style = look(found[words])
            shapes[words] = (style.bold, style.underline, style.underline2, style.italic,
                             style.overline)  # fmt: skip
        assert len(set(shapes.values())) == len(shapes)


async def test_marks_in_each_other_are_told_apart(article: Path) -> None:
    article.write_text(
        "[It pours [today [a lot]{claim @ann}]{claim @ann}]{claim #pour @ann}, "
        "[again [and again]{premise @ann}]{=pour @ann}. Bye.\n"
        "{<#x}Crossing {<#y}words{#x> claim @ann} end{#y> claim @ann}.\n"
    )
    async with opened(article, (160, 24), Settings(theme="mono")) as driver:
        await driver.type("Z $")
        found = styles(driver)
        look = THEMES["mono"].style

        def lines(words: str) -> bool:
            return bool(look(found[words]).underline2)

        beside = (
            ("It pours", "today", "a lot"),
            ("again", "and again"),
            ("Crossing", "words", "end"),
        )
        for row in beside:
            double = [lines(words) for words in row]
            assert all(one != other for one, other in pairwise(double))


@pytest.mark.parametrize("name", ["ansi", "mono"])
def test_the_row_of_the_cursor_has_one_look(name: str) -> None:
    look = THEMES[name].style
    rows = {(s.color, s.bgcolor, bool(s.reverse), bool(s.dim)) for s in map(look, ROW)}
    assert len(rows) == 1


ROW = ("row", "speaker-1 row", "dim row", "bold support row", "rule row")


@pytest.mark.parametrize("name", ["dark", "light"])
def test_faint_words_are_not_made_fainter(name: str) -> None:
    assert not THEMES[name].style("dim").dim


async def test_the_language_is_coloured_by_what_it_says(article: Path) -> None:
    async with opened(article, (160, 24), Settings(theme="dark")) as driver:
        await driver.type("Z `")
        found = styles(driver)
        assert "name" in found["#pour"].split()
        assert "support" in found["+rain"].split()
        assert "speaker-0" in found["@ann"].split()
        assert "contradict" in found["!rain"].split()
        assert "key" in found[".implicit"].split()
        assert "support" in found["+>"].split()
        assert "plain" in found["Streets are wet."].split()


async def test_what_a_claim_lacks_is_never_cut() -> None:
    for room in range(8, 60):
        lines = outline._laid("words " * 20, ("Mara Lind, Ben Okoro", "Lind, Okoro"), "!?", room, 3)
        assert "".join(lines[-1]).endswith("!?")
        assert all(width("".join(line)) <= room for line in lines)


@pytest.mark.parametrize("columns", [30, 40, 60, 80, 200])
@pytest.mark.parametrize("view", ["", "tab", "g m", "g p", "g x"])
async def test_the_way_to_the_help_is_always_told(columns: int, view: str, article: Path) -> None:
    async with opened(article, (columns, 16)) as driver:
        await driver.type(view)
        assert driver.screen[-1].endswith("? help")


async def test_the_views_are_named_in_full(article: Path) -> None:
    async with opened(article, (60, 16)) as driver:
        assert driver.screen[1].endswith("Tree Map Speakers Problems")


async def test_the_article_takes_no_more_room_than_its_rows(article: Path) -> None:
    async with opened(article, (200, 50), Settings(width=60)) as driver:
        assert driver.app.desk.plan
        assert driver.app.desk.plan.article.width == 66
        driver.app.desk.divider = 60  # drawn by the mouse
        driver.app.canvas.redraw()
        assert driver.app.desk.plan.article.width == 120


async def test_a_box_is_never_wider_than_the_map(article: Path) -> None:
    async with opened(article, (40, 24)) as driver:
        await driver.type("g m i i i i")
        assert driver.app.desk.chart.box <= 38
        assert any("It rains" in line for line in driver.screen)


async def test_other_widths_and_shown_marks_keep_the_line_one_reads(article: Path) -> None:
    sentence = (
        "[It rains in the hills above the town]{claim #rain%d @ann}, they say, and that is all.\n"
    )
    article.write_text("".join(sentence % number for number in range(60)))
    async with opened(article, (100, 24)) as driver:
        desk = driver.app.desk
        await driver.type("3 0 ) 8 j")

        def line() -> int:
            return next(y for y, row in enumerate(driver.app.canvas.drawn)
                        if any("cursor" in piece.style.split() for piece in row))  # fmt: skip

        await driver.type("5 k")
        before, place = line(), desk.page.to_text(desk.cursor)
        assert before > 6
        for size in ((60, 24), (200, 24), (100, 24)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
            assert (line(), desk.page.to_text(desk.cursor)) == (before, place)
        await driver.type("` `")
        assert line() == before
        await driver.press("q")
    async with opened(article, (100, 24)) as driver:
        assert line() == before


async def test_all_of_a_sentence_is_in_view_where_it_has_the_room(article: Path) -> None:
    article.write_text(
        20 * "It rains.\n" + "A sentence with many words, " * 6 + "as here.\n" + 20 * "It snows.\n"
    )
    async with opened(article) as driver:
        await driver.type("2 0 )")
        assert any("here." in line.partition("│")[0] for line in driver.screen[:18])
