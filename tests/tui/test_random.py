"""Random keys, words, pastes and clicks in several files: the screen shows what the files say, and
undoing everything leads back."""

from __future__ import annotations

import shutil
from pathlib import Path
from unittest.mock import patch

import pytest
from driving import Driver, opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events

from argmap import workspace
from argmap.document import Document
from argmap.tui import commands, screen
from argmap.tui.desk import Desk
from argmap.tui.session import Session

ARTICLE = """\
# A heading

[It rains]{claim #rain @ann}. [It pours]{premise #pour @bob +rain}. Nobody said so; "it snows."

[Snow is rain]{=rain @cid}. {<#far}One.

Two.{#far> claim @ann -rain}

#thought: A thought. {.implicit}
#thought +> #far
"""
OTHER = "[Ice]{claim #ice @eve}\r\nis [cold]{premise +ice}. Really?\r\n"
KEYS = sorted(
    {
        key
        for command in commands.every().values()
        for keys in command.keys
        for key in keys.split(" ")
    }
    | {"enter", "escape", "backspace", "tab", "y", "a", "s", "d", "n"}
)
TYPED = [command.alias[0] for command in commands.every().values() if command.alias]
WORDS = (
    "ann",
    "Eve B",
    "rain",
    "[x]{claim #y +rain}",
    "{<#m}",
    "]{",
    "0.5",
    "\\",
    "\r\nTwo.",
    "é\u0301",
)

Action = tuple[str, str | tuple[int, int]]
KEY = st.tuples(st.just("key"), st.sampled_from(KEYS))
POINT = st.tuples(st.integers(0, 89), st.integers(0, 23))
ACTIONS = st.one_of(
    KEY,
    KEY,
    KEY,
    st.tuples(st.just("run"), st.sampled_from(TYPED)),
    st.tuples(st.just("call"), st.sampled_from(sorted(commands.every()))),
    st.tuples(st.just("type"), st.sampled_from(WORDS)),
    st.tuples(st.just("paste"), st.sampled_from(WORDS)),
    st.tuples(st.sampled_from(["click", "drag", "wheel"]), POINT),
    st.tuples(st.just("size"), st.tuples(st.integers(1, 130), st.integers(1, 40))),
)


async def act(driver: Driver, what: str, how: str | tuple[int, int]) -> None:
    app = driver.app
    if isinstance(how, str):
        if what == "key":
            await driver.press(how)
        elif what == "run":
            await driver.press("escape", "escape", ":", *how, "enter")
        elif what == "call":
            # Where its pane is not, a command has no keys; the palette offers it all the same.
            one = commands.every()[how]
            if app.desk.prompt is None and one.fits(app.desk.focus):
                commands.call(app.desk, one)
                app.canvas.update()
        elif what == "type":
            await driver.press(*(char for char in how if char.isprintable()))
        else:
            app.post_message(events.Paste(how))
    elif what == "size":
        await driver.pilot.resize_terminal(*how)
    else:
        kinds: dict[str, tuple[type[events.MouseEvent], ...]] = {
            "click": (events.MouseDown, events.MouseUp),
            "drag": (events.MouseMove,),
            "wheel": (events.MouseScrollDown,),
        }
        for kind in kinds[what]:
            x, y = how
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y))


def _stay(_: int = 0) -> None:
    """Leaving is not what is tried here."""


def seen(desk: Desk) -> list[str]:
    """The screen, all of it drawn anew."""
    desk._page, desk.charted, desk.tree._made = None, None, ()
    return ["".join(piece.text for piece in line) for line in screen.lines(desk, 90, 24)]


@given(st.lists(ACTIONS, min_size=5, max_size=60))
@settings(
    max_examples=max(20, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
async def test_any_keys(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, actions: list[Action]
) -> None:
    shutil.rmtree(home / "argmap", ignore_errors=True)
    for old in [one for one in tmp_path.rglob("*") if one.is_file()]:
        old.unlink()
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "a.argmap"
    file.write_text(ARTICLE)
    other = tmp_path / "b.argmap"
    other.write_bytes(OTHER.encode())
    first: dict[Session, str] = {}
    begin = Session.__init__

    def noted(session: Session, *given: object, **more: object) -> None:
        begin(session, *given, **more)  # type: ignore[arg-type]
        first[session] = session.document.text

    with patch.object(Session, "__init__", noted):
        async with opened(file, (90, 24)) as driver:
            desk = driver.app.desk
            desk.host.leave = _stay  # type: ignore[method-assign]
            desk.files.append(Session(workspace.read(other)))
            for what, how in actions:
                await act(driver, what, how)
            await driver.pilot.pause()
            assert driver.app._exception is None
            assert 0 <= desk.cursor <= len(desk.page.text)
            desk.prompt = desk.connecting = None  # these are of the document as it is
            was = seen(desk)
            desk.session.document = Document.of(desk.document.text)
            assert seen(desk) == was
            for session in desk.files:
                fresh, kept = Document.of(session.document.text), session.document
                assert fresh.map.claims.keys() == kept.map.claims.keys()
                assert fresh.map.steps.keys() == kept.map.steps.keys()
                assert fresh.article == kept.article
                while session.undo():
                    pass
                assert session.document.text == first[session]
