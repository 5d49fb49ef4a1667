"""The promises of the README, after random edits, saves of oneself and of others, and one fault."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lines import merge
from argmap.text import Span, TextEdit
from argmap.tui import keeping
from argmap.tui.session import Session
from argmap.workspace import Conflict, SaveError, Unreadable, journal, read, recovery, save

BEGIN = "".join(f"Sentence {number} rains.\n" for number in range(8))
CALLS = ("open", "write", "fsync", "fdatasync", "close", "replace", "link", "ftruncate", "fstat",
         "lstat", "stat", "mkdir")  # fmt: skip

ACTS = st.lists(
    st.one_of(
        st.tuples(
            st.just("type"), st.integers(0, 200), st.sampled_from(["a", "é\n", "[x]{claim}"])
        ),
        st.tuples(st.just("cut"), st.integers(0, 200), st.just("")),
        st.tuples(st.sampled_from(["undo", "save", "sync"]), st.just(0), st.just("")),
        st.tuples(st.just("other"), st.integers(0, 7), st.just("They wrote.\n")),
    ),
    min_size=1,
    max_size=12,
)


class Killed(BaseException):
    """The program ends here, without any word."""


class Fault:
    """Makes the call number `at` fail with `code`, or with 0 be the last one."""

    def __init__(self, at: int, code: int) -> None:
        self.left = at
        self.code = code

    def over(self, patch: pytest.MonkeyPatch) -> None:
        for name in CALLS:
            patch.setattr(os, name, self._wrapped(name, getattr(os, name)))

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left:
                return real(*args, **kwargs)
            if not self.code:
                raise Killed
            if name == "close":
                real(*args)
            raise OSError(self.code, os.strerror(self.code))

        return call


class Life:
    """A session on a file, and what has to be true of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.session = Session(read(path))
        keeping.attach(self.session, 1000)
        self.texts = {BEGIN.encode()}  # what the file may hold
        self.theirs: list[bytes] = []
        self.taken_in = True  # whether that is so of what others wrote last
        self.known = BEGIN  # the text after the last act that ended

    def act(self, do: str, at: int, text: str) -> None:
        one = self.session
        length = len(one.document.text)
        if do in ("type", "cut"):
            start = min(at, length)
            end = start if do == "type" else min(start + 3, length)
            edit = TextEdit(Span(start, end), text)
            one.change("typing", [lambda _: (edit,)], start, typed=True)
        elif do == "undo":
            one.undo()
        elif do == "sync":
            keeping.sync(one)
        elif do == "other":
            self._other(at, text)
        else:
            self._save()

    def _other(self, at: int, text: str) -> None:
        lines = self.path.read_bytes().decode().splitlines(keepends=True)
        data = "".join([*lines[:at], text, *lines[at:]]).encode()
        with open(self.path, "wb", buffering=0) as file:
            file.write(data)
        self.texts = {data}
        self.theirs.append(data)
        self.taken_in = False

    def _save(self) -> None:
        """As the terminal interface does it: what others wrote is taken in first."""
        one = self.session
        text = one.document.text
        self.texts.add(one.data())
        try:
            one.written(text, save(one.path, one.data(), expected=one.signature))
        except Conflict:
            try:
                found = read(one.path)
            except Unreadable:
                return  # the interface says so, and keeps the work
            pieces = merge(one.saved, text, found.text)
            both = (p.mine + p.theirs if p.merged is None else p.merged for p in pieces)
            merged = "".join(line for lines in both for line in lines)
            whole = TextEdit(Span(0, len(text)), merged)
            one.change("changed outside", [lambda _: (whole,)], 0)
            one.found(found)
            self.taken_in = True
            return
        except SaveError:
            return
        self.texts = {text.encode()}


@given(ACTS, st.integers(1, 60), st.sampled_from([0, 0, errno.EIO, errno.ENOSPC, errno.EPERM]))
def test_the_promises(acts: list[tuple[str, int, str]], at: int, code: int) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as env:
        env.setenv("XDG_STATE_HOME", f"{name}/state")
        path = Path(name) / "x.argmap"
        path.write_text(BEGIN)
        life = Life(path)
        session = life.session
        with pytest.MonkeyPatch.context() as patch:
            try:
                for number, act in enumerate(acts):
                    if number == len(acts) // 2:
                        Fault(at, code).over(patch)
                    life.act(*act)
                    life.known = session.document.text
            except Killed:
                pass
            except OSError:
                return  # the other program failed
        # 1: the whole old or the whole new text.
        assert path.read_bytes() in life.texts
        # 3: what was done is in the journal or in the file, unless it was said that it is not.
        if session.journal is not None and not session.journal.trouble:
            assert kept(path) in (life.known, session.document.text)
        # 4: undoing leads back to the bytes that were there.
        while session.undo():
            pass
        assert session.document.text == BEGIN
        # 5: what others wrote last is in the file, or was taken in before it was written over.
        if life.theirs and path.read_bytes() != life.theirs[-1]:
            assert life.taken_in
        if session.lock:
            session.lock.free()


def kept(path: Path) -> str:
    """What the next start would show or offer."""
    file = journal.place(str(path))
    if not file.exists():
        return BEGIN  # nothing was done yet
    played = journal.replayed(journal.records.parsed(file.read_bytes()))
    assert played is not None
    unsaved = [one for one in recovery.left(str(path)) if one.kind == "unsaved"]
    return unsaved[0].data().decode() if unsaved else played[1].text
