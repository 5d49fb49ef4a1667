"""`python -m tests.bench.terminal`: the terminal interface over a real pseudo-terminal.

A key's time is from when it is written to when the last byte that it causes has come.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from tests.bench.made import article, dense

QUIET = 0.06
"""Seconds without a byte after which a screen counts as painted."""

KEYS = {
    "j": "j",
    "sentence": ")",
    "page": "\x04",
    "next mark": "]",
}


class Terminal:
    """The program in a pseudo-terminal of 120 by 40 cells."""

    def __init__(self, file: Path) -> None:
        self.begun = time.perf_counter()
        pid, fd = pty.fork()
        if not pid:
            home = tempfile.mkdtemp()
            os.environ.update(TERM="xterm-256color", XDG_STATE_HOME=home, XDG_CONFIG_HOME=home)
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execv(sys.executable, [sys.executable, "-m", "argmap", str(file)])
        self.pid, self.fd = pid, fd
        fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, words: bytes, limit: float = 120) -> float:
        """Seconds since the start until these words are painted."""
        seen = b""
        while time.perf_counter() - self.begun < limit:
            if select.select([self.fd], [], [], 1)[0]:
                seen = seen[-10_000:] + os.read(self.fd, 65536)
                if words in seen:
                    return time.perf_counter() - self.begun
        raise TimeoutError(words)

    def settle(self, quiet: float = 0.5) -> None:
        while select.select([self.fd], [], [], quiet)[0]:
            os.read(self.fd, 65536)

    def press(self, key: str) -> tuple[float, int]:
        """Milliseconds until the last byte of what a key paints, and how many bytes."""
        start = last = time.perf_counter()
        os.write(self.fd, key.encode())
        count = 0
        while select.select([self.fd], [], [], QUIET if count else 1)[0]:
            count += len(os.read(self.fd, 65536))
            last = time.perf_counter()
        return (last - start) * 1000, count

    def presses(self, key: str, count: int) -> list[tuple[float, int]]:
        """So many presses, as long as they paint anything."""
        found: list[tuple[float, int]] = []
        for _ in range(count):
            one = self.press(key)
            if not one[1]:
                break
            found.append(one)
        return found or [(0.0, 0)]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def told(name: str, found: list[tuple[float, int]]) -> str:
    times = sorted(one for one, _ in found)
    high = times[min(len(times) - 1, int(len(times) * 0.95))]
    size = statistics.median(count for _, count in found)
    median = statistics.median(times)
    return f"  {name:<22} median {median:7.1f} ms  p95 {high:7.1f}  {size:7.0f} bytes"


def run(name: str, text: str, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.argmap"
        file.write_text(text)
        terminal = Terminal(file)
        try:
            print(f"{name}: first paint of the article {terminal.until(b'Article'):.2f} s")
            if len(text) > 200_000:
                print(f"  whole file read after  {terminal.until(b'whole file'):.2f} s")
            terminal.settle(1)
            for what, key in KEYS.items():
                terminal.press("gg")
                print(told(what, terminal.presses(key, runs)))
            marked = []
            for _ in range(max(5, runs // 4)):
                terminal.press(")")
                terminal.press("c")
                marked.append(terminal.press("\r"))
                terminal.press("u")
            print(told("a mark made", marked))
            terminal.press("\t")
            print(told("tree: j", terminal.presses("j", runs)))
            print(told("tree: fold", terminal.presses(" ", 10)))
            print(told("tree: focus", terminal.presses("f", 10)))
            terminal.press("/")
            print(told("tree: filter, a letter", [terminal.press(key) for key in "bridge"]))
        finally:
            terminal.close()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.terminal", description=__doc__)
    parser.add_argument("--runs", type=int, default=40, help="how often each key is pressed")
    args = parser.parse_args()
    run("10 KB", article(10_000), args.runs)
    run("1 MB with 20,000 marks", dense(1_000_000), args.runs)


if __name__ == "__main__":
    main()
