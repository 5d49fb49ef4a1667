"""The installed program in a real terminal: tmux is one that can be read from outside."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not here")

TEXT = "It rains. “It pours”, she said.\n\nThe street is wet.\n"
COLOUR = re.compile("\x1b\\[[0-9;:]*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;:m]")


class Terminal:
    """A terminal of a size, on a tmux server of its own."""

    def __init__(self, folder: Path) -> None:
        self.socket = str(folder / "tmux")
        self.folder = folder

    def tmux(self, *arguments: str) -> str:
        environment = {**os.environ, "TMUX": "", "TERM": "xterm-256color"}
        done = subprocess.run(
            ["tmux", "-S", self.socket, "-f", os.devnull, *arguments],
            capture_output=True,
            encoding="utf-8",
            env=environment,
            check=True,
        )
        return done.stdout

    def start(self, size: tuple[int, int], command: str, **environment: str) -> None:
        settings = {"XDG_STATE_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)}
        given = " ".join(f"{k}={shlex.quote(v)}" for k, v in {**settings, **environment}.items())
        self.tmux(
            "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]),
            f"echo before; env -u NO_COLOR -u COLORTERM {given} {command}; echo code $?; sleep 600",
        )  # fmt: skip

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.tmux("send-keys", key)

    def screen(self, *options: str) -> str:
        return self.tmux("capture-pane", "-p", *options)

    def until(self, text: str) -> str:
        """Waits for a text on the screen, and returns all of it."""
        end = time.monotonic() + 30
        while text not in (screen := self.screen()):
            assert time.monotonic() < end, screen
            time.sleep(0.05)
        return screen


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    found = Terminal(tmp_path)
    yield found
    subprocess.run(["tmux", "-S", found.socket, "kill-server"], capture_output=True, check=False)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 50)], ids=lambda size: str(size[0]))
def test_marking_and_saving(terminal: Terminal, tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "rain.argmap"
    file.write_bytes(TEXT.encode())
    command = f"{shlex.quote(sys.executable)} -m argmap {shlex.quote(str(file))}"
    terminal.start(size, command, COLUMNS="100", LINES="40")  # what a shell left there; not so
    assert "It rains." in terminal.until("rain.argmap")
    terminal.keys("c", "A", "n", "n", "Enter")
    terminal.until("1 claim")
    terminal.keys(")", "p", "A", "n", "n", "Enter", "+")
    terminal.until("is a reason for")
    terminal.keys("/", "r", "a", "i", "n", "s", "Enter")
    terminal.keys("C-s")
    terminal.until("saved rain.argmap")
    terminal.keys("q")
    assert "before" in terminal.until("code 0")
    assert file.read_text("utf-8") == (
        "[It rains]{claim #it-rains @ann}. [“It pours”, she said]{premise @ann +it-rains}."
        "\n\nThe street is wet.\n\n@ann = Ann\n"
    )


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "screen"}, True),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ({"TERM": "vt100"}, False),
    ],
    ids=["256 colours", "8 colours", "NO_COLOR", "vt100"],
)
def test_colours(
    terminal: Terminal, tmp_path: Path, environment: dict[str, str], coloured: bool
) -> None:
    file = tmp_path / "rain.argmap"
    file.write_text("[It rains]{claim #a @ann}. [It pours]{premise @bob +a}.\n")
    command = f"{shlex.quote(sys.executable)} -m argmap {shlex.quote(str(file))}"
    terminal.start((80, 24), command, **environment)
    terminal.until("2 claims")
    time.sleep(0.3)
    assert bool(COLOUR.search(terminal.screen("-e"))) is coloured


def test_the_screen_is_back_after_a_while_at_the_shell(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "rain.argmap"
    file.write_bytes(TEXT.encode())
    command = f"{shlex.quote(sys.executable)} -m argmap {shlex.quote(str(file))}"
    terminal.start(
        (80, 24), f"sh -c {shlex.quote('set -m; ' + command + '; echo asleep; sleep 1; fg')}"
    )
    terminal.until("The street is wet")
    terminal.keys(":", "s", "u", "s", "Enter")
    terminal.until("asleep")
    terminal.until("The street is wet")
    terminal.keys("q")
    terminal.until("code 0")


def test_a_killed_terminal_loses_nothing(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "rain.argmap"
    file.write_bytes(TEXT.encode())
    command = f"{shlex.quote(sys.executable)} -m argmap {shlex.quote(str(file))}"
    terminal.start((80, 24), command)
    terminal.until("rain.argmap")
    terminal.keys("c", "A", "n", "n", "Enter")
    terminal.until("1 claim")
    terminal.tmux("kill-server")
    time.sleep(1)
    assert file.read_bytes() == TEXT.encode()
    terminal.start((80, 24), command)
    terminal.until("was not saved")
    terminal.keys("r")
    terminal.until("1 claim")
    terminal.keys("C-s")
    terminal.until("saved rain.argmap")
    assert "[It rains]{claim @ann}" in file.read_text("utf-8")
