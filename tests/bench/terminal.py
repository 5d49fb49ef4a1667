"""`python -m tests.bench.terminal`: the terminal interface over a real pseudo-terminal.

A key's time is from when it is written to when the last byte that it causes has come. Beside it
stand the processor time that it took (Linux only) and what was aimed at. Before each line a loop is
timed that does always the same: `load` is how much slower it ran than at its quickest. Machines are
shared: where the load is far above 1, the processor time tells more.
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
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tests.bench.made import article, chain, dense

QUIET = 0.06
"""Seconds without a byte after which a screen counts as painted."""

ENTER, ESCAPE, TAB, PAGE = "\r", "\x1b", "\t", "\x04"


class Took(NamedTuple):
    """Milliseconds of wall and of processor time, and bytes painted."""

    wall: float
    cpu: float
    count: int = 0


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

    def spent(self) -> float:
        """Milliseconds of processor time that all threads have taken so far; 0 if not known."""
        found = 0
        for task in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            with suppress(OSError):
                found += int(task.read_text().split()[0])
        return found / 1e6

    def press(self, key: str) -> Took:
        """What a key takes until the last byte that it paints."""
        spent = self.spent()
        start = last = time.perf_counter()
        os.write(self.fd, key.encode())
        count = 0
        while select.select([self.fd], [], [], QUIET if count else 1)[0]:
            count += len(os.read(self.fd, 65536))
            last = time.perf_counter()
        return Took((last - start) * 1000, self.spent() - spent, count)

    def presses(self, key: str, count: int) -> list[Took]:
        """So many presses, as long as they paint anything."""
        found: list[Took] = []
        for _ in range(count):
            one = self.press(key)
            if not one.count:
                break
            found.append(one)
        return found or [Took(0, 0)]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


LOOPS: list[float] = []
"""How long the loop took each time, in seconds."""


def load() -> float:
    """How much slower the machine is now than at its quickest."""
    now: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        for number in range(100_000):
            _ = number * number
        now.append(time.perf_counter() - start)
    LOOPS.extend(now)
    return statistics.median(now) / min(LOOPS)


class Aim(NamedTuple):
    """Milliseconds that were aimed at; 0 where nothing was."""

    median: float = 0
    high: float = 0


NONE = Aim()


def told(name: str, found: list[Took], aim: Aim = NONE, *, slow: float = 0) -> None:
    """Prints a line of the table."""
    times = sorted(one.wall for one in found)
    high = times[min(len(times) - 1, int(len(times) * 0.95))]
    median = statistics.median(times)
    cpu = statistics.median(one.cpu for one in found)
    size = statistics.median(one.count for one in found)
    wanted = f"< {aim.median:.0f}" if aim.median else ""
    wanted += f", p95 < {aim.high:.0f}" if aim.high else ""
    met = ""
    if aim.median:
        good = median < aim.median and (not aim.high or high < aim.high)
        met = "met" if good else "met by cpu" if 0 < cpu < aim.median else "MISSED"
    print(f"  {name:<30}{times[0]:8.1f}{median:8.1f}{high:8.1f}{cpu:8.1f}  {wanted:<16}{met:<11}"
          f"{size:7.0f} {slow or load():5.1f}", flush=True)  # fmt: skip


def title(name: str) -> None:
    columns = "    best  median     p95     cpu  aim (ms)                     bytes  load"
    print(f"\n{name:<32}{columns}")


class Opened:
    """A text open in a terminal, wholly read."""

    def __init__(self, text: str, starts: int, aim: Aim = NONE) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "made.argmap"
        self.file.write_text(text)
        first: list[Took] = []
        slow = load()
        for _ in range(max(1, starts)):
            terminal = Terminal(self.file)
            first.append(Took(terminal.until(b"Article") * 1000, terminal.spent()))
            if len(first) < starts:
                terminal.close()
        self.terminal = terminal
        told("first paint of the article", first, aim, slow=slow)
        if len(text) > 200_000:
            whole = terminal.until(b"whole file") * 1000
            told("the whole file is read after", [Took(whole, terminal.spent())])
        terminal.settle(1)

    def key(self, name: str, key: str, count: int, aim: Aim = NONE, *, before: str = "") -> None:
        for one in before:
            self.terminal.press(one)
        slow = load()
        told(name, self.terminal.presses(key, count), aim, slow=slow)

    def keys(self, name: str, times: list[Took], aim: Aim = NONE) -> None:
        told(name, times, aim)

    def close(self) -> None:
        self.terminal.close()
        self.folder.cleanup()


CURSOR, PAGES, CHANGE, TREE = Aim(10, 20), Aim(30), Aim(50), Aim(50)


def reading(opened: Opened, runs: int) -> None:
    opened.key("cursor: j", "j", runs, CURSOR, before="gg")
    opened.key("cursor: l", "l", runs, CURSOR)
    opened.key("cursor: )", ")", runs, CURSOR, before="gg")
    opened.key("cursor: next mark", "]", runs, CURSOR, before="gg")
    opened.key("page", PAGE, runs, PAGES, before="gg")


def marking(opened: Opened, runs: int) -> None:
    """Marks, connects, undoes and types all over the article."""
    press = opened.terminal.press
    marked: list[Took] = []
    undone: list[Took] = []
    connected: list[Took] = []
    for _ in range(runs):
        for key in (PAGE, ")"):
            press(key)
        press("c")
        marked.append(press(ENTER))
        undone.append(press("u"))
        press("]")
        press("+")
        connected.append(press("a"))
        press("u")
    opened.keys("a mark made", marked, CHANGE)
    opened.keys("undo", undone, CHANGE)
    opened.keys("a claim connected", connected, CHANGE)
    press("i")
    typed = [press(letter) for letter in 3 * "So, "]
    press(ESCAPE)
    opened.keys("a letter typed in the source", typed, CHANGE)
    press("u")


def browsing(opened: Opened, runs: int, aim: Aim = NONE, words: str = "bridge") -> None:
    press = opened.terminal.press
    press(TAB)
    press("z")
    opened.keys("tree: unfold all", [press("R")], aim)
    opened.key("tree: j", "j", runs, CURSOR if aim.median else NONE, before="gg")
    opened.key("tree: fold, unfold", " ", runs // 2, aim, before="gg")
    opened.key("tree: focus, all again", "f", runs // 2, aim)
    press("z")
    opened.keys("tree: fold all", [press("M")], aim)
    press("/")
    opened.keys("tree: filter, each letter", [press(key) for key in words], aim)
    opened.keys("tree: filter, a letter less", [press("\x7f") for _ in words[1:]], aim)
    press(ESCAPE)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.terminal", description=__doc__)
    parser.add_argument("--runs", type=int, default=40, help="how often each key is pressed")
    parser.add_argument("--only", default="10 KB,1 MB,10,000,100,000,chain", help="which parts")
    args = parser.parse_args()
    parts = args.only.replace("10,000", "10k").replace("100,000", "100k").split(",")
    load()
    if "10 KB" in parts:
        title("10 KB")
        opened = Opened(article(10_000), 7, Aim(600))
        reading(opened, args.runs)
        marking(opened, max(5, args.runs // 4))
        browsing(opened, args.runs, TREE)
        opened.close()
    if "1 MB" in parts:
        title("1 MB with 20,000 marks")
        opened = Opened(dense(1_000_000), 5, Aim(1000))
        reading(opened, args.runs)
        marking(opened, max(5, args.runs // 2))
        browsing(opened, args.runs)
        opened.close()
    if "10k" in parts:
        title("a tree of 10,000 claims")
        opened = Opened(dense(500_000), 1)
        browsing(opened, args.runs, TREE)
        opened.close()
    if "100k" in parts:
        title("a tree of 100,000 claims")
        opened = Opened(dense(5_600_000), 1)
        browsing(opened, args.runs // 2)
        opened.close()
    if "chain" in parts:
        title("a chain 10,000 deep")
        opened = Opened(chain(10_000), 1)
        opened.key("cursor: j", "j", args.runs)
        browsing(opened, args.runs // 2, words="claim 99")
        opened.close()
    slowest = max(LOOPS) / min(LOOPS)
    print(f"\nthe loop took {min(LOOPS) * 1000:.1f} ms at best, {slowest:.1f} times that at worst")


if __name__ == "__main__":
    main()
