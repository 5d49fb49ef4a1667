"""git below an open file: a checkout comes in, and marks of a conflict are errors (F47)."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from pathlib import Path

import pytest
from driving import opened

from argmap import rules
from argmap.tui import outside

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")


def git(folder: Path, *arguments: str, check: bool = True) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=check, capture_output=True)


@pytest.mark.fault("F47")
async def test_a_checkout_and_a_merge(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del home
    monkeypatch.setattr(outside, "EVERY", 0.02)
    file = tmp_path / "a.argmap"
    file.write_text("It rains.\n\nIt pours.\n")
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "one")
    git(tmp_path, "checkout", "-b", "other")
    file.write_text("It snows.\n\nIt pours.\n")
    git(tmp_path, "commit", "-am", "two")
    git(tmp_path, "checkout", "main")
    async with opened(file) as driver:
        desk = driver.app.desk
        await driver.type('} c "ann" enter')
        git(tmp_path, "stash")
        git(tmp_path, "checkout", "other")
        for _ in range(500):
            if "snows" in desk.document.text:
                break
            await asyncio.sleep(0.01)
        assert desk.document.text.startswith("It snows.\n\n[It pours]{claim @ann}.")
        await driver.press("ctrl+s")
        git(tmp_path, "commit", "-am", "three")
        git(tmp_path, "checkout", "main")
        file.write_text("It hails.\n\nIt pours.\n")
        git(tmp_path, "commit", "-am", "four")
        git(tmp_path, "merge", "other", check=False)
        for _ in range(500):
            if "<<<<<<<" in desk.document.text:
                break
            await asyncio.sleep(0.01)
        codes = {one.code for one in rules.check(desk.document)}
        assert "merge-conflict" in codes
        assert "errors" in driver.screen[0]
