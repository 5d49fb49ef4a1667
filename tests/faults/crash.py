"""Kills the real program at random moments, and counts what is lost: `crash.py TIMES [SEED]`.

It types words, undoes and saves in a pseudo-terminal. A word is acknowledged when its repaint was
read from there, a save when "saved" was. After each kill -9 all that is acknowledged has to be in
the journal or in the file, and the next start has to offer it. Prints one line; code 1 on a loss.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from argmap.workspace import recovery

TEXT = "It rains.\n"
LETTERS = "bcdfghjklmnpqrstvwxz"


class Lost(Exception):
    """Something that was acknowledged is gone."""


class Program:
    """The program on a terminal of its own: forked, so that it need not be imported anew."""

    def __init__(self, file: Path) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            from argmap.cli import main

            os._exit(main([str(file)]))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 100, 0, 0))
        self.read = b""

    def keys(self, keys: str) -> None:
        os.write(self.fd, keys.encode())

    def until(self, *texts: str, seconds: float = 60) -> str:
        """Reads until one of the texts was drawn; which one."""
        end = time.monotonic() + seconds
        while True:
            for text in texts:
                if text.encode() in self.read:
                    return text
            if time.monotonic() > end:
                raise Lost(f"{texts} never came: {self.read[-2000:]!r}")
            if select.select([self.fd], [], [], 0.05)[0]:
                self.read += os.read(self.fd, 65_536)

    def forget(self) -> None:
        """What is read from now on is new."""
        while select.select([self.fd], [], [], 0)[0]:
            os.read(self.fd, 65_536)
        self.read = b""

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


class Run:
    """A file, what was acknowledged of it, and what was saved."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.file = folder / "a.argmap"
        self.file.write_text(TEXT)
        self.dice = dice
        self.words: set[str] = set()
        self.saved: set[str] = set()
        self.edits = self.edits_saved = self.saves = self.kills = 0
        self.typed = False  # a word, by what was done last
        self.unsure = ""  # typed, undone or saved without an answer

    def once(self) -> None:
        """One life of the program, with a sudden end."""
        offered = bool(self.unsaved())
        program = Program(self.file)
        try:
            if self.kills and self.dice.random() < 0.05:
                time.sleep(self.dice.uniform(0, 0.3))  # while it starts
                return
            if offered:
                program.until("(r)estore")
                program.keys("r")
                program.until("your work is back")
            else:
                program.until("% marked")
            self.typed = False
            program.keys("i")
            program.until("typing")
            for _ in range(self.dice.randint(1, 6)):
                self.act(program)
            self.last(program)
        finally:
            program.kill()
            self.kills += 1
            self.check()

    def act(self, program: Program) -> None:
        program.forget()
        way = self.dice.random()
        if way < 0.65:
            word = self.word()
            program.keys(f" {word} ")
            program.until(word)
            self.words.add(word)
            self.edits += 1
            self.typed = True
        elif way < 0.8 and self.typed:  # else nothing new would be drawn
            program.keys("\x1a")
            program.until("undo: typing")
            self.words = self.content()
            self.saved &= self.words  # a save without an answer may take it out of the file
            self.edits += 1
            self.typed = False
        elif self.edits > self.edits_saved:
            program.keys("\x13")
            program.until("saved a.argmap")
            self.saved = set(self.words)
            self.saves += 1
            self.edits_saved = self.edits

    def last(self, program: Program) -> None:
        """Something that is not waited for."""
        self.unsure = self.word()
        word = f" {self.unsure} "
        program.keys(self.dice.choice([word, f"{word}\x13", "\x13", "", "\x13\x13"]))
        time.sleep(self.dice.uniform(0, 0.06))

    def word(self) -> str:
        return "".join(self.dice.choice(LETTERS) for _ in range(8))

    def content(self) -> set[str]:
        """The words that would be there after the next start."""
        left = self.unsaved()
        text = left[0].data().decode() if left else self.file.read_text()
        return set(text.removesuffix(TEXT).split())

    def unsaved(self) -> list[recovery.Left]:
        return [one for one in recovery.left(str(self.file)) if one.kind == "unsaved"]

    def check(self) -> None:
        now = self.content()
        if not self.words <= now <= self.words | self._begun():
            raise Lost(f"acknowledged {self.words}, found {now}, unsure {self.unsure}")
        in_file = self.file.read_text()
        if not all(word in in_file for word in self.saved):
            raise Lost(f"saved {self.saved}, in the file: {in_file!r}")
        self.words = now

    def _begun(self) -> set[str]:
        """The last word may be there, or its beginning."""
        return {self.unsure[:end] for end in range(1, 9)}


def main() -> int:
    times = int(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9)
    # Imported before the first fork.
    from argmap.tui import app, config  # noqa: F401

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.update(XDG_STATE_HOME=name, XDG_CONFIG_HOME=name, TERM="xterm-256color")
        run = Run(folder, random.Random(seed))
        lost = ""
        try:
            while run.kills < times:
                run.once()
        except Lost as what:
            lost = f"; LOST: {what}"
        told = f"{run.kills} kills, {run.edits} edits and {run.saves} saves acknowledged"
        sys.stdout.write(f"{told}, seed {seed}{lost}\n")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
