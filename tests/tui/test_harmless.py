"""Nothing that a file holds does any harm: no crash, no markup, nothing the terminal obeys."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import Driver, opened

from argmap import workspace
from argmap.tui.guard import Visible
from argmap.visible import hidden

WANDER = (
    "j ) ] pagedown",
    "G g g ` j G",
    "` tab j l z R G space",
    "g m l i j",
    "g p j j",
    "g x j",
    'g t z g z g z g / "a" escape',
    "?",
    "escape Z",
)


async def wander(driver: Driver) -> None:
    """Looks at everything there is, and sees that it is clean after each key."""
    canvas, seen = driver.app.canvas, []
    update = canvas.update

    def updated() -> None:
        update()
        seen.extend(line for line in driver.screen if [*hidden(line, keep="")])

    canvas.update = updated  # type: ignore[method-assign]
    await driver.type(" ".join(WANDER))
    assert not seen
    assert driver.app._exception is None


@pytest.mark.parametrize("size", [(80, 24), (31, 7), (200, 50), (10, 3)])
async def test_markup_is_text(tmp_path: Path, home: Path, size: tuple[int, int]) -> None:
    del home
    words = r"""[/] [sic] [@click=app.quit]see[/] [$primary] [[x]] [b]bold \ [red]"""
    file = tmp_path / "[b]x[@click=app.bell]y[].argmap"
    escaped = words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    file.write_text(
        f"[{escaped}]{{claim #a @ann .t note=\"[/red]\"}}. [More]{{premise +a @bob}}.\n\n"
        f"@ann = \\[@click=app.quit\\]Ann\\[/\\]\n#a: {escaped}\n"
    )  # fmt: skip
    async with opened(file, size) as driver:
        await wander(driver)
        if size == (200, 50):
            assert any("[@click=app.quit]see[/]" in line for line in driver.screen)
            assert "[b]x[@click=app.bell]y[].argmap" in driver.screen[0]
        assert driver.app.return_code is None


async def test_the_bad_inputs(bad_inputs: Path, home: Path) -> None:
    del home
    shown = 0
    for path in sorted(bad_inputs.rglob("*")):
        if not path.is_file() or path.stat().st_size > 300_000:
            continue
        try:
            workspace.read(path)
        except workspace.Unreadable:
            continue
        async with opened(path, (90, 20)) as driver:
            await wander(driver)
        shown += 1
    assert shown > 20


async def test_naughty_strings(shared: Path, tmp_path: Path, home: Path) -> None:
    del home
    for path in sorted((shared / "bad-inputs/blns").glob("*.txt")):
        file = tmp_path / "naughty.argmap"
        file.write_bytes(path.read_bytes())
        try:
            workspace.read(file)
        except workspace.Unreadable:
            continue
        async with opened(file, (120, 40)) as driver:
            for _ in range(12):
                await driver.type(5 * "pagedown ")
                assert not [char for line in driver.screen for char in hidden(line, keep="")]


def test_the_last_net() -> None:
    from rich.segment import Segment
    from textual.color import Color

    made = Visible().apply([Segment("a\x1b]0;x\x07\u202eb")], Color(0, 0, 0))
    assert "".join(segment.text for segment in made) == "a␛]0;x␇⟨U+202E⟩b"


async def test_a_window_of_any_size_while_one_is_asked(tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / "a.argmap"
    file.write_text("It rains. It pours. " * 50)
    async with opened(file) as driver:
        await driver.type('c "an"')
        for size in ((20, 5), (300, 100), (60, 16), (1, 1), (80, 24)):
            await driver.pilot.resize_terminal(*size)
            await driver.pilot.pause()
        assert any("@an" in line for line in driver.screen)
        await driver.type('"n" enter')
        assert driver.app.desk.document.text.startswith("[It rains]{claim @ann}.")


async def test_the_place_is_kept_when_the_window_changes(tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / "a.argmap"
    file.write_text(" ".join(f"word{number}" for number in range(2000)))
    async with opened(file) as driver:
        await driver.type('/ "word1500" enter')
        await driver.pilot.resize_terminal(60, 16)
        await driver.pilot.pause()
        assert any("word1500" in line for line in driver.screen)


async def test_a_chain_of_ten_thousand_does_not_hang(tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / "deep.argmap"
    lines = (f"[Claim {n}]{{claim #c{n}{f' +c{n - 1}' if n else ''}}}." for n in range(10_000))
    file.write_text("\n".join(lines))
    async with opened(file) as driver:
        session = driver.app.desk.session
        driver.app.desk.read(session, session.finish())
        await driver.type('tab z R G g m l l g t / "999" enter escape 1 9')
        assert driver.app.desk.tree.entries
