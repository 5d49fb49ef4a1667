"""The power is cut before, in and after a save, on a disk of one's own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from faults.mounts import Disk

from argmap.history import Event, History, State, digest
from argmap.text import Span, TextEdit
from argmap.workspace import journal, read, records, replacing, save
from argmap.workspace.journal import Journal

OLD = b"the old text\n"
NEW = b"the new text, which is longer\n"


@pytest.fixture
def path(disk: Disk) -> Path:
    found = disk.top / "x.argmap"
    found.write_bytes(OLD)
    os.sync()
    return found


def again(disk: Disk) -> None:
    disk.cut()
    disk.off()
    disk.on()


@pytest.mark.fault("F30")
def test_after_saved(disk: Disk, path: Path) -> None:
    assert save(path, NEW, expected=read(path).signature).confirmed
    again(disk)
    assert path.read_bytes() == NEW


@pytest.mark.fault("F30")
def test_in_place(disk: Disk, path: Path) -> None:
    os.link(path, disk.top / "other")
    save(path, NEW, expected=read(path).signature)
    again(disk)
    assert path.read_bytes() == NEW


@pytest.mark.fault("F30")
@pytest.mark.parametrize("step", ["fsync", "replace", "sync_folder"])
def test_before_saved(disk: Disk, path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Cut(BaseException):
        """The power is gone."""

    def cut(*_: object) -> None:
        disk.cut()
        raise Cut

    owner = replacing if step == "sync_folder" else os
    monkeypatch.setattr(owner, step, cut)
    expected = read(path).signature
    with pytest.raises(Cut):
        save(path, NEW, expected=expected)
    monkeypatch.undo()
    disk.off()
    disk.on()
    assert path.read_bytes() in (OLD, NEW)


@pytest.mark.fault("F30")
def test_the_test_would_see_it(disk: Disk, path: Path) -> None:
    """Without any sync the new text is lost: the power is really cut."""
    path.write_bytes(NEW)
    again(disk)
    assert path.read_bytes() != NEW


@pytest.mark.fault("F30")
def test_what_is_synced_of_the_journal_stays(
    disk: Disk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Promise 3: at most what was typed since the last sync, a second ago, is lost."""
    monkeypatch.setenv("XDG_STATE_HOME", str(disk.top / "state"))
    text = OLD.decode()

    def state() -> State:
        return State(text, text, digest(text, False), False, History())

    kept = Journal(str(path))
    kept.begin(state())
    for number in range(5):
        edit = TextEdit(Span(number, number), "x")
        kept.note(Event("edit", "typing", number, True, ((edit,),)), state)
    job = kept.unsynced()
    assert job is not None
    assert job() == ""
    place = journal.place(str(path))
    kept.note(Event("undo"), state)
    kept.close()
    again(disk)
    played = journal.replayed(records.parsed(place.read_bytes()))
    assert played is not None
    assert played[1].text in ("xxxxx" + text, text)
