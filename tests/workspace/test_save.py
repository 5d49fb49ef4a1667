"""Saving: what is kept, what is refused, and other programs' changes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from argmap.workspace import Conflict, Exists, SaveError, attributes, read, save

OLD = b"old\n"
NEW = b"the new one\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "x.argmap"
    found.write_bytes(OLD)
    return found


@contextmanager
def refused(path: Path, kind: type[SaveError], message: str) -> Iterator[None]:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind, match=message):
        yield
    assert (path.read_bytes() if path.is_file() else None) == before
    assert not [name for name in os.listdir(path.parent) if name.endswith(".tmp")]


def test_round_trip(path: Path) -> None:
    loaded = read(path)
    saved = save(path, NEW, expected=loaded.signature)
    assert saved.confirmed
    assert saved.signature == read(path).signature
    save(path, OLD, expected=saved.signature)
    assert path.read_bytes() == OLD


def test_exists(path: Path) -> None:
    with refused(path, Exists, "exists already"):
        save(path, NEW)
    save(path, NEW, force=True)
    assert path.read_bytes() == NEW


@pytest.mark.fault("F31")
def test_conflict(path: Path) -> None:
    loaded = read(path)
    info = path.stat()
    path.write_bytes(b"OLD\n")  # The same size, and the old time put back.
    os.utime(path, ns=(info.st_atime_ns, info.st_mtime_ns))
    with refused(path, Conflict, "another program"):
        save(path, NEW, expected=loaded.signature)
    save(path, NEW, expected=loaded.signature, force=True)
    assert path.read_bytes() == NEW


def test_touched_is_no_conflict(path: Path) -> None:
    loaded = read(path)
    os.utime(path, (1, 1))
    save(path, NEW, expected=loaded.signature)


@pytest.mark.fault("F32")
def test_gone_is_a_conflict(path: Path) -> None:
    loaded = read(path)
    path.unlink()
    with refused(path, Conflict, "moved or deleted"):
        save(path, NEW, expected=loaded.signature)
    assert not path.exists()
    path.mkdir()
    with refused(path, SaveError, "a folder"):
        save(path, NEW, expected=loaded.signature, force=True)


def test_change_while_saving(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = read(path)
    keep = attributes.keep

    def other_program(fd: int, name: str, old: os.stat_result) -> None:
        keep(fd, name, old)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(attributes, "keep", other_program)
    with pytest.raises(Conflict):
        save(path, NEW, expected=loaded.signature)
    assert path.read_bytes() == b"theirs"
    assert os.listdir(path.parent) == ["x.argmap"]


@pytest.mark.fault("F19")
def test_read_only_file(path: Path) -> None:
    path.chmod(0o444)
    with refused(path, SaveError, "read-only"):
        save(path, NEW, expected=read(path).signature)
    save(path, NEW, force=True)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


@pytest.mark.fault("F24")
def test_bad_targets(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").touch()
    table = {
        "": "a folder",
        "pipe": "a named pipe",
        "missing/x": "there is no folder",
        "file/x": "not a folder",
        "a\0": "no file can have this name",
        "n" * 256: "name is too long",
    }
    for name, message in table.items():
        with pytest.raises(SaveError, match=message):
            save(tmp_path / name, NEW, force=True)
    with pytest.raises(SaveError, match="a folder"):
        save(f"{tmp_path}/new/", NEW)


def test_no_backup_no_writing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.link(path, path.parent / "other")
    monkeypatch.setenv("XDG_STATE_HOME", str(path))  # A file, so no folder can be made in it.
    with refused(path, SaveError, "no backup could be made"):
        save(path, NEW, force=True)
