"""Work that takes long: one goes on meanwhile, sees it, and can stop it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from driving import opened

from argmap.tui.working import Message


async def test_work_is_shown_and_can_be_stopped(tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / "article.argmap"
    file.write_text("[It rains]{claim #rain}. [It pours]{claim #pour}.")

    def job(stopped: Callable[[], bool]) -> Message:
        while not stopped():
            time.sleep(0.01)
        return Message("never said")

    async with opened(file, (120, 24)) as driver:
        driver.waits = False
        desk = driver.app.desk
        desk.begin("counting sheep", job)
        await driver.press("]")
        assert "counting sheep, 0 s, Esc stops it" in driver.screen[0]
        assert desk.claim == "pour"
        desk.begin("counting wolves", job)
        assert desk.message.text.startswith("still counting sheep")
        await driver.press("escape")
        assert desk.message.text == "counting sheep: stopped"
        assert "sheep" not in driver.screen[0]
        await driver.app.workers.wait_for_complete()
        assert desk.message.text == "counting sheep: stopped"
