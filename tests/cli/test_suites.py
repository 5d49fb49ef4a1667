"""Runs the console sessions of tests/suites/cli/: commands, all that they print, their codes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import argmap

FOLDER = Path(__file__).parents[1] / "suites" / "cli"
UPDATE = bool(os.environ.get("ARGMAP_UPDATE"))
FENCE = re.compile(r"^(`{3,})(file|console)(?: (\S+))?\n(.*?)^\1$\n?", re.MULTILINE | re.DOTALL)
USAGE = re.compile(r"^usage: .*\n(?: {8,}.*\n)*", re.MULTILINE)  # wrapped by Python's own version
TITLE = re.compile(r"^## (.+)$", re.MULTILINE)

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")


class Session(NamedTuple):
    """A console of a file of the suite, with the files that stand above it in its section."""

    file: Path
    title: str
    line: int
    files: dict[str, str]
    text: str
    span: tuple[int, int]


def sessions(file: Path) -> list[Session]:
    text = file.read_text("utf-8")
    titles = [(found.start(), found[1]) for found in TITLE.finditer(text)]
    common: dict[str, str] = {}
    own: dict[str, str] = {}
    section = ""
    found: list[Session] = []
    for fence in FENCE.finditer(text):
        title = next((name for at, name in reversed(titles) if at < fence.start()), "")
        if title != section:
            section, own = title, {}
        if fence[2] == "file":
            (own if title else common)[fence[3]] = fence[4]
            continue
        line = text.count("\n", 0, fence.start()) + 1
        found.append(Session(file, title, line, {**common, **own}, fence[4], fence.span(4)))
    return found


def played(session: Session, folder: Path) -> str:
    """The session as it goes now: each `$ command`, what it prints, and `[code n]` unless 0."""
    for name, text in session.files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    done = ""
    for line in session.text.splitlines():
        if line.startswith("$ "):
            done += f"{line}\n" + run(line[2:], folder)
    return done


def run(command: str, folder: Path) -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(Path(argmap.__file__).parents[1]),
        "HOME": str(folder),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }
    shell = f'argmap() {{ "{sys.executable}" -m argmap "$@"; }}; '
    ran = subprocess.run(
        ["bash", "-c", shell + command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    told = ran.stdout.decode("utf-8", "backslashreplace").replace(str(folder), "FOLDER")
    told = USAGE.sub("usage: …\n", told)
    if told and not told.endswith("\n"):
        told += "⏎\n"  # the last line has no end
    told = "".join(line.rstrip() + "\n" for line in told.split("\n")[:-1])
    return told + (f"[code {ran.returncode}]\n" if ran.returncode else "")


EVERY = [one for file in sorted(FOLDER.glob("*.md")) for one in sessions(file)]


@pytest.mark.skipif(UPDATE, reason="the expectations are rewritten, not compared")
@pytest.mark.parametrize("session", EVERY, ids=lambda one: f"{one.file.stem}:{one.line}")
def test_session(session: Session, tmp_path: Path) -> None:
    assert played(session, tmp_path) == session.text


def test_every_command_has_a_session() -> None:
    from argmap.cli.main import COMMANDS

    named = {name for one in EVERY for name in COMMANDS if re.search(rf"argmap {name}\b", one.text)}
    assert named == set(COMMANDS)


@pytest.mark.skipif(not UPDATE, reason="ARGMAP_UPDATE=1 rewrites them")
@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.md")), ids=lambda file: file.stem)
def test_update(file: Path, tmp_path: Path) -> None:
    text = file.read_text("utf-8")
    for number, session in reversed([*enumerate(sessions(file))]):
        folder = tmp_path / str(number)
        folder.mkdir()
        start, end = session.span
        text = text[:start] + played(session, folder) + text[end:]
    file.write_text(text, "utf-8")
