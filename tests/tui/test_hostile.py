"""Hostile words, ids, names, notes and titles, in every pane, in every prompt, and as bytes."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import Driver, opened
from test_harmless import wander
from textual import events

from argmap import workspace
from argmap.syntax.escape import escape
from argmap.visible import hidden

CSI = re.compile(rb"\x1b\[[0-9;:?<>=$]*[ -/]*[a-zA-Z]|\x1b\]22;default\x07")
"""What the program itself may write: movements, colours, modes, and the shape of the mouse."""


LOOKS = '\x04\x04G \tjjzR gmli gpjj gxj go \x1b gE\r \x1b gW \x1b \x13 ga]" \x1b ? \x1b'


@pytest.fixture(scope="session")
def hostile(bad_inputs: Path, shared: Path) -> tuple[str, ...]:
    """Lines of the bad inputs, and the naughty strings."""
    found: dict[str, None] = {}
    for path in sorted(bad_inputs.iterdir()):
        if path.is_file() and path.suffix == ".txt" and path.stat().st_size < 3000:
            with_faults = path.read_bytes().decode("utf-8", "replace")
            found.update(dict.fromkeys(with_faults.split("\n")[:4]))
    naughty = json.loads((shared / "bad-inputs/blns/blns.json").read_text("utf-8"))
    found.update(dict.fromkeys(naughty))
    return tuple(one[:300] for one in found if one.strip())


def article(strings: tuple[str, ...]) -> str:
    """Each string as words, note, tag, id, speaker's name, wording, title, remark and heading."""
    title = json.dumps(strings[0])
    told = [f"---\nargmap: 1\ntitle: {title}\n---\n"]
    for number, text in enumerate(strings):
        flat = " ".join(text.splitlines())
        quoted = flat.replace("\\", "\\\\").replace('"', '\\"')
        above = f" +c{number - 1}" if number % 4 else ""
        told += [
            f"# {escape(flat)}\n",
            f'[{escape(flat)}.]{{claim #c{number} @s{number}{above} .{flat} note="{quoted}"}} '
            f"[it]{{speaker @{flat}}} [x]{{claim #{flat} +{flat}}} {{>> {flat} <<}}\n",
        ]
    for number, text in enumerate(strings):
        flat = " ".join(text.splitlines())
        told += [f"@s{number} = {escape(flat)} | {flat}", f"#c{number}: {escape(flat)}"]
    return "\n".join(told) + "\n"


def parts(strings: tuple[str, ...], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(strings), size):
        yield strings[start : start + size]


async def test_in_every_pane(tmp_path: Path, home: Path, hostile: tuple[str, ...]) -> None:
    del home
    for number, strings in enumerate(parts(hostile, 80)):
        file = tmp_path / f"{number}.argmap"
        file.write_bytes(article(strings).encode("utf-8", "replace"))
        before = file.read_bytes()
        size = ((100, 30), (44, 14), (31, 7))[number % 3]
        async with opened(file, size) as driver:
            assert len(driver.app.desk.document.map.claims) >= len(strings)
            await wander(driver)
            await driver.type("ctrl+s")
            assert file.read_bytes() == before


PROMPTS = (
    "c", "] r", "] quotation_mark", "] e", "] t", "] W", "] g s", "] @", "] g v", "/", "g c", ":",
    "g o", "g T", "g p r", "g p e", "g a tab /", "tab o", "tab z s", "tab z k", "tab z t", "g E",
    "] + /", "i", "g W",
)  # fmt: skip


async def paste(driver: Driver, text: str) -> None:
    driver.app.post_message(events.Paste(text))
    await driver.pilot.pause()


async def test_in_every_prompt(tmp_path: Path, home: Path, hostile: tuple[str, ...]) -> None:
    """What is typed is shown clean, and taking or leaving it does no harm."""
    del home
    file = tmp_path / "a.argmap"
    chosen = hostile[:70] + hostile[70::12]
    file.write_text(
        "[It rains]{claim #rain @ann .wet}. [It pours]{premise @bob +rain}. It snows.\n"
    )
    before = file.read_bytes()
    for number, prompt in enumerate(PROMPTS):
        async with opened(file, (90, 20)) as driver:
            desk = driver.app.desk
            desk.host.leave = lambda *_: None  # type: ignore[method-assign]
            desk.session.path = str(tmp_path / "new" / "b.argmap")  # where nothing can be saved
            for text in chosen[number % 8 :: 8]:
                await driver.type(prompt)
                await paste(driver, text)
                assert not [c for line in driver.screen for c in hidden(line, keep="")], text
                await driver.press("enter", "escape", "escape", "escape", "g", "a")
                assert not [c for line in driver.screen for c in hidden(line, keep="")], text
                assert driver.app._exception is None, text
            while desk.session.undo():
                pass
            assert desk.document.text.encode() == before
        assert file.read_bytes() == before


def test_as_bytes(tmp_path: Path, home: Path, hostile: tuple[str, ...]) -> None:
    """Over a real pseudo-terminal: nothing of a file's name or text commands the terminal."""
    folder = tmp_path / "a\x1b[31m\x07b"
    folder.mkdir()
    file = folder / "esc\x1b]0;x\x07\nname[@click=app.quit].argmap"
    file.write_bytes(article(hostile[:60]).encode("utf-8", "replace"))
    workspace.read(file)
    pid, fd = started(file, home)
    painted = until(fd, b"Article")
    try:
        for keys in LOOKS.split(" "):
            os.write(fd, keys.encode())
            painted += settled(fd)
    finally:
        end(pid, fd)
    bare = CSI.sub(b"", painted).decode("utf-8")
    assert [bare[at - 9 : at + 9] for at in hidden(bare, keep="\r\n")] == []
    assert "PWNED" in bare
    assert "[@click=app.quit]" in bare


def test_bytes_that_are_no_text(tmp_path: Path, home: Path) -> None:
    """Stray bytes from the terminal, and in what is pasted, end nothing."""
    file = tmp_path / "rain.argmap"
    file.write_text("It rains.\n")
    pid, fd = started(file, home)
    until(fd, b"Article")
    try:
        os.write(fd, b"\xff\x80\xc3")
        settled(fd)
        os.write(fd, b"i\x1b[200~" + 3000 * b"caf\xe9 dd " + b"\x1b[201~")
        settled(fd)
        os.write(fd, b"\x1b")
        settled(fd)
        os.write(fd, b"\x13")
        until(fd, b"saved")
    finally:
        end(pid, fd)
    assert file.read_text("utf-8") == 3000 * "caf\ufffd dd " + "It rains.\n"


def started(file: Path, home: Path) -> tuple[int, int]:
    """The program in a pseudo-terminal of 100 by 30."""
    pid, fd = pty.fork()
    if not pid:
        os.environ.update(TERM="xterm-256color", XDG_STATE_HOME=str(home))
        os.execv(sys.executable, [sys.executable, "-m", "argmap", str(file)])
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    return pid, fd


def end(pid: int, fd: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(fd)


def until(fd: int, words: bytes) -> bytes:
    seen, end = b"", time.monotonic() + 60
    while words not in seen:
        assert time.monotonic() < end, seen[-500:]
        if select.select([fd], [], [], 1)[0]:
            seen += os.read(fd, 65536)
    return seen + settled(fd)


def settled(fd: int) -> bytes:
    seen = b""
    while select.select([fd], [], [], 0.4)[0]:
        seen += os.read(fd, 65536)
    return seen
