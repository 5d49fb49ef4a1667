"""The bad inputs in every command that reads a file, however it is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bad import commands
from bad.cases import CASES
from bad.hostile import WORDS, article
from bad.running import Ran, run

LONG = {"S01", "S02", "S07", "S13", "Y14", "L07"}
"""What takes a while, and is looked at in `test_sizes.py`."""
SMALL = [case for case in CASES if not CASES[case].big and case not in LONG]


def test_what_a_command_is_given_is_known() -> None:
    """A new word in a parser has to be told apart: is it the name of a file?"""
    known = commands.READ | commands.WRITTEN | commands.OTHER
    for name in commands.COMMANDS:
        for action in commands.positionals(name):
            assert action.metavar in known, f"{name} {action.metavar}: see tests/bad/commands.py"


@pytest.mark.parametrize("terminal", [True, False], ids=["terminal", "pipe"])
@pytest.mark.parametrize("name", commands.readers())
def test_no_harm(name: str, terminal: bool, tmp_path: Path, home: Path) -> None:
    for case in SMALL:
        folder = tmp_path / case
        folder.mkdir()
        file = os.fsdecode(os.fsencode(folder) + b"/" + CASES[case].name)
        Path(file).write_bytes(CASES[case].data)
        try:
            ran = ran_in(tmp_path, commands.plain(name, file, f"{folder}/out.yaml"), terminal)
            ran.harmless(tmp_path, home)
        except AssertionError as wrong:
            raise AssertionError(f"{case}: {wrong}") from wrong
        assert name in commands.REWRITES or Path(file).read_bytes() == CASES[case].data


@pytest.mark.parametrize("name", commands.readers())
def test_no_harm_with_any_option(name: str, tmp_path: Path, home: Path) -> None:
    """Hostile words as text, name of a file, and value of each option that takes words."""
    folder = tmp_path / "a\x1b]0;x\x07[@click=app.quit]\n\u202eb"
    for number, way in enumerate(commands.ways(name, str(folder / "a.argmap"), "-", WORDS[0])):
        folder.mkdir()
        (folder / "a.argmap").write_text(article(WORDS))
        for terminal in (True, False):
            ran = ran_in(folder, way, terminal)
            try:
                ran.harmless(tmp_path, home)
            except AssertionError as wrong:
                raise AssertionError(f"{way}: {wrong}") from wrong
        folder.rename(tmp_path / str(number))


def ran_in(folder: Path, way: list[str], terminal: bool) -> Ran:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        return run(way, terminal=terminal, patch=patch)
