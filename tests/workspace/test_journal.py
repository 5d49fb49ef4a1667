"""The journal: torn or flipped anywhere, what it gives back is what once was."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from argmap.history import Event, History, State, digest
from argmap.text import Span, TextEdit
from argmap.workspace import journal, lock, records, recovery
from argmap.workspace.journal import Journal

BASE = "It rains. “It pours”, she said.\n"


def typed(at: int, text: str) -> Event:
    return Event("edit", "typing", at, True, ((TextEdit(Span(at, at), text),),))


def state(text: str = BASE) -> State:
    return State(text, BASE, digest(BASE, False), False, History())


def written(path: Path) -> tuple[Journal, list[str]]:
    """A journal of a few edits, and the texts that there were one after the other."""
    kept = Journal(str(path))
    kept.begin(state())
    texts = [BASE]
    for number, letter in enumerate("Ché 漢"):
        kept.note(typed(number, letter), state)
        texts.append(texts[-1][:number] + letter + texts[-1][number:])
    for _ in range(2):
        kept.note(Event("undo"), state)
    texts += [texts[4], BASE]
    assert kept.trouble == ""
    return kept, texts


def text_of(data: bytes) -> str | None:
    played = journal.replayed(records.parsed(data))
    return played[1].text if played else None


def test_it_is_for_the_user_only(tmp_path: Path, state: Path) -> None:
    del state
    written(tmp_path / "x")
    place = journal.place(str(tmp_path / "x"))
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700


@pytest.mark.fault("F37")
def test_cut_at_each_offset(tmp_path: Path) -> None:
    """The longer it is, the later the text that it gives, and always one that was."""
    _, texts = written(tmp_path / "x")
    data = journal.place(str(tmp_path / "x")).read_bytes()
    at = 0
    for end in range(len(data) + 1):
        text = text_of(data[:end])
        if text is None:
            assert at == 0
        elif text != texts[at]:
            at += 1
            assert text == texts[at]
    assert at == len(texts) - 1


@pytest.mark.fault("F37")
def test_each_byte_flipped(tmp_path: Path) -> None:
    _, texts = written(tmp_path / "x")
    data = journal.place(str(tmp_path / "x")).read_bytes()
    for at in range(len(data)):
        for bit in (1, 0x80):
            changed = data[:at] + bytes([data[at] ^ bit]) + data[at + 1 :]
            assert text_of(changed) in (None, *texts)


@pytest.mark.fault("F37")
def test_lines_lost_doubled_or_swapped(tmp_path: Path) -> None:
    _, texts = written(tmp_path / "x")
    lines = journal.place(str(tmp_path / "x")).read_bytes().splitlines(keepends=True)
    for at in range(2, len(lines) - 1):
        for other in (
            lines[:at] + lines[at + 1 :],
            [*lines[:at], lines[at], *lines[at:]],
            [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
        ):
            assert text_of(b"".join(other)) in texts[at - 2 : at]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_failed_write_is_told_and_begun_anew(
    tmp_path: Path, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, _ = written(tmp_path / "x")
    real = os.write

    def torn(fd: int, data: Any) -> int:
        if len(data) > 10:
            return real(fd, bytes(data)[:5])
        raise OSError(code, "no")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", torn)
        kept.note(typed(0, "x"), state)
    assert kept.trouble
    assert text_of(journal.place(str(tmp_path / "x")).read_bytes()) == BASE
    after = "x" + BASE
    history = History()
    edits = (TextEdit(Span(0, 0), "x"),)
    history.add(journal_change(edits))
    kept.note(typed(1, "y"), lambda: state(after)._replace(history=history))
    assert kept.trouble == ""
    assert text_of(journal.place(str(tmp_path / "x")).read_bytes()) == after


def journal_change(edits: tuple[TextEdit, ...]) -> Any:
    from argmap.history import Change

    return Change("typing", (edits,), ((TextEdit(Span(0, 1), ""),),), 0)


def test_a_failed_sync_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, _ = written(tmp_path / "x")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fdatasync", fail)
    job = kept.unsynced()
    assert job is not None
    kept.failed(job())
    assert "disk" in kept.trouble
    assert not kept.begun
    assert kept.unsynced() is None


@pytest.mark.fault("F38")
def test_where_none_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    kept = Journal(str(tmp_path / "x"))
    kept.note(typed(0, "x"), state)
    assert kept.trouble == "a part of the path is not a folder"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    kept.note(typed(0, "x"), state)
    assert kept.trouble == ""


def test_what_the_past_left(tmp_path: Path) -> None:
    path = tmp_path / "x.argmap"
    path.write_text(BASE)
    kept, _ = written(path)
    sha256 = digest(BASE, False)
    past = recovery.past(str(path), sha256)
    assert past is not None
    assert (past.unsaved, past.fits) == (False, True)
    kept.note(typed(0, "x"), state)
    past = recovery.past(str(path), sha256)
    assert past is not None
    assert past.replay is not None
    assert (past.unsaved, past.fits, past.replay.text) == (True, False, "x" + BASE)
    [left] = recovery.left()
    assert (left.kind, left.path, left.data().decode()) == ("unsaved", str(path), "x" + BASE)
    path.write_text("x" + BASE)  # Killed after the save, before that was written down.
    past = recovery.past(str(path), digest("x" + BASE, False))
    assert past is not None
    assert (past.unsaved, past.fits) == (False, True)
    assert recovery.left() == []
    kept.note(Event("file", sha256=digest("x" + BASE, False)), state)
    past = recovery.past(str(path), digest("x" + BASE, False))
    assert past is not None
    assert past.replay is None  # nothing had to be played


@pytest.mark.parametrize("data", [b"", b"nonsense\n", b"\xff" * 100])
def test_a_journal_that_cannot_be_read_is_put_aside(tmp_path: Path, data: bytes) -> None:
    path = str(tmp_path / "x")
    place = journal.place(path)
    place.write_bytes(data)
    assert recovery.past(path, "") is None
    assert not place.exists()
    assert [one.read_bytes() for one in place.parent.iterdir()] == [data]
    assert [one.kind for one in recovery.left()] == (["unreadable"] if data else [])


@pytest.mark.fault("F48")
def test_a_journal_of_a_later_version_is_put_aside(tmp_path: Path) -> None:
    path = str(tmp_path / "x")
    header = records.Header(path, False, 1, "h", 0.0, records.VERSION + 1)
    data, _ = records.lines([records.dump_header(header), b'{"do":"fly"}'])
    journal.place(path).write_bytes(data)
    assert recovery.past(path, "") is None
    [left] = recovery.left()
    assert left.kind == "unreadable"


def test_the_lock(tmp_path: Path) -> None:
    path = str(tmp_path / "x")
    (tmp_path / "link").symlink_to("x")
    held = lock.take(path)
    with pytest.raises(lock.Held) as caught:
        lock.take(str(tmp_path / "link"))
    assert caught.value.holder.pid == os.getpid()
    assert lock.holder(path) is not None
    held.free()
    held.free()
    assert lock.holder(path) is None


@pytest.mark.fault("F35")
def test_the_lock_of_a_killed_program_is_free(tmp_path: Path) -> None:
    path = str(tmp_path / "x")
    code = (
        "import sys, time; from argmap.workspace import lock; kept = lock.take(sys.argv[1]); "
        "print('taken', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        holder = lock.holder(path)
        assert holder is not None
        assert holder.pid == child.pid
        child.kill()
    assert lock.holder(path) is None


def test_old_journals_go_unless_something_in_them_is_unsaved(tmp_path: Path, state: Path) -> None:
    del state
    old = time.time() - 91 * 86_400
    places = {}
    for name in ("saved", "unsaved", "young", "damaged", "open"):
        kept, texts = written(tmp_path / name)
        if name != "unsaved":
            kept.note(Event("file", sha256=digest(texts[-1], False)), lambda: None)  # type: ignore[arg-type,return-value]
        else:
            kept.note(typed(0, "work"), lambda: None)  # type: ignore[arg-type,return-value]
        kept.close()
        places[name] = journal.place(str(tmp_path / name))
        if name == "damaged":
            places[name].write_bytes(places[name].read_bytes() + b"torn")
        if name != "young":
            os.utime(places[name], (old, old))
    held = lock.take(str(tmp_path / "open"))
    try:
        assert recovery.prune() == 1
    finally:
        held.free()
    assert {name for name, file in places.items() if not file.exists()} == {"saved"}
    assert recovery.prune() == 1
    assert not places["open"].exists()
