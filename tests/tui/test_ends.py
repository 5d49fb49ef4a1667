"""However the program ends, in a pseudo-terminal of one's own: the screen is given back, the code
says how it ended, and no edit that was shown is lost (F40, F41)."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.workspace import recovery

ALTERNATE, NORMAL = b"\x1b[?1049h", b"\x1b[?1049l"


RUNNING: list[subprocess.Popen[bytes]] = []


class Program:
    """`argmap FILE` on a pseudo-terminal; `read` is all that it has drawn."""

    def __init__(self, file: Path, before: str = "") -> None:
        self.master, slave = pty.openpty()
        code = f"{before}\nimport sys; from argmap.cli import main; sys.exit(main(sys.argv[1:]))"
        environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
        self.child = subprocess.Popen(
            [sys.executable, "-c", code, str(file)],
            stdin=slave, stdout=slave, stderr=slave, start_new_session=True, env=environment,
            preexec_fn=_controlling,  # so that closing it tells the program
        )  # fmt: skip
        os.close(slave)
        self.read = b""
        RUNNING.append(self.child)

    def until(self, text: str, seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while text.encode() not in self.read:
            assert time.monotonic() < end, self.read[-3000:]
            self._more(0.1)

    def _more(self, seconds: float) -> bool:
        if not select.select([self.master], [], [], seconds)[0]:
            return True
        try:
            found = os.read(self.master, 65_536)
        except OSError:
            return False
        self.read += found
        return bool(found)

    def keys(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def ended(self) -> int:
        while self._more(0.05) and self.child.poll() is None:
            pass
        while self._more(0.05) and select.select([self.master], [], [], 0.1)[0]:
            pass
        code = self.child.wait(30)
        os.close(self.master)
        return code


def _controlling() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def file(tmp_path: Path, home: Path) -> Iterator[Path]:
    del home
    path = tmp_path / "a.argmap"
    path.write_text("It rains. It pours.\n")
    yield path
    for child in RUNNING:
        child.kill()
        child.wait()
    RUNNING.clear()


def marked(file: Path, before: str = "") -> Program:
    program = Program(file, before)
    program.until("It rains")
    program.keys("cann\r")
    program.until("claim marked")
    return program


def left() -> str:
    [one] = recovery.left()
    return one.data().decode()


@pytest.mark.fault("F40")
@pytest.mark.parametrize("name", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal(file: Path, name: signal.Signals) -> None:
    program = marked(file)
    program.child.send_signal(name)
    assert program.ended() == 128 + name
    assert program.read.rindex(NORMAL) > program.read.rindex(ALTERNATE)
    assert "[It rains]{claim @ann}" in left()


@pytest.mark.fault("F40")
def test_a_closed_terminal(file: Path) -> None:
    program = marked(file)
    os.close(program.master)
    assert program.child.wait(30) == 129
    assert "[It rains]{claim @ann}" in left()


def test_killed(file: Path) -> None:
    program = marked(file)
    program.child.kill()
    program.child.wait()
    os.close(program.master)
    assert "[It rains]{claim @ann}" in left()


@pytest.mark.fault("F43")
@pytest.mark.parametrize("name", [signal.SIGSTOP, signal.SIGTSTP])
def test_stopped_and_continued(file: Path, name: signal.Signals) -> None:
    program = marked(file)
    program.child.send_signal(name)
    time.sleep(0.3)
    file.write_text("It rains. It pours.\n\nMore.\n")
    program.child.send_signal(signal.SIGCONT)
    program.until("merged with yours")
    program.keys("\x13")
    program.until("saved a.argmap")
    program.keys("q")
    assert program.ended() == 0
    assert "[It rains]{claim @ann}" in file.read_text()
    assert "More." in file.read_text()


FAULT = """
from argmap.tui import commands
def fault(desk, _): raise RuntimeError(desk.document.text)
commands.every()["coverage"] = commands.every()["coverage"]._replace(run=fault)
"""


@pytest.mark.fault("F41")
def test_a_fault(file: Path) -> None:
    program = marked(file, FAULT)
    program.keys("%")
    assert program.ended() == 70
    after = program.read[program.read.rindex(NORMAL) :].decode()
    first, second = (line for line in after.splitlines() if "argmap:" in line)
    assert "a fault of its own, RuntimeError" in first
    assert f"`argmap {file}` offers it" in second
    assert "rains" not in after
    assert "Traceback" not in after
    assert "[It rains]{claim @ann}" in left()


@pytest.mark.fault("F13")
def test_no_memory(file: Path) -> None:
    """What was done before is on disk."""
    import resource

    program = marked(file)
    used = int(Path(f"/proc/{program.child.pid}/statm").read_text().split()[0]) * os.sysconf(
        "SC_PAGE_SIZE"
    )
    resource.prlimit(program.child.pid, resource.RLIMIT_AS, (used, used))
    program.keys("ix" + "y" * 3000 + "\x1b")
    time.sleep(1)
    program.child.kill()
    program.child.wait()
    os.close(program.master)
    assert "It rains]{claim @ann}" in left()
