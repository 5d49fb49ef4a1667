"""What a save pushes out is kept, and what a killed save leaves is swept."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from argmap import limits
from argmap.limits import Limits
from argmap.workspace import Conflict, Signature, leftover, previous, read, replacing, save

OLD = b"old\n"
NEW = b"the new one\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "x.argmap"
    found.write_bytes(OLD)
    return found


def signature(path: Path) -> Signature:
    found = read(path).signature
    assert found is not None
    return found


def kept(path: Path) -> list[bytes]:
    return [one.path.read_bytes() for one in previous.versions(str(path))]


@pytest.mark.parametrize("way", ["link", "copy", "in place"])
def test_the_last_five_are_kept(path: Path, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if way == "in place":
        os.link(path, path.parent / "other")
    elif way == "copy":

        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.EXDEV, "no")

        monkeypatch.setattr(os, "link", refuse)
    for number in range(8):
        saved = save(path, b"%d\n" % number, expected=signature(path))
        assert saved.overtaken == ""
    assert kept(path) == [b"6\n", b"5\n", b"4\n", b"3\n", b"2\n"]


def test_only_texts_that_were_read_are_kept(path: Path) -> None:
    save(path, NEW, force=True)
    save(path.parent / "new", NEW)
    assert kept(path) == kept(path.parent / "new") == []


@pytest.mark.fault("F36")
@pytest.mark.parametrize("way", ["link", "copy"])
def test_written_by_another_at_the_last_moment(
    path: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = replacing._move

    def other_program(temp: str, job: Any) -> None:
        with open(path, "ab") as file:
            file.write(b"theirs\n")
        move(temp, job)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EXDEV, "no")

    monkeypatch.setattr(replacing, "_move", other_program)
    if way == "copy":
        monkeypatch.setattr(os, "link", refuse)
    saved = save(path, NEW, expected=signature(path))
    assert path.read_bytes() == NEW
    assert Path(saved.overtaken).read_bytes() == OLD + b"theirs\n"


def test_no_place_for_them_is_no_reason_not_to_save(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(path))  # A file, so no folder can be made in it.
    assert save(path, NEW, expected=signature(path)).confirmed


def test_a_link_that_a_killed_save_left_is_no_hard_link(path: Path) -> None:
    save(path, b"1\n", expected=signature(path))
    folder = previous.versions(str(path))[0].path.parent
    os.link(path, folder / "000000009-x.argmap")
    inode = path.stat().st_ino
    save(path, NEW, expected=signature(path))
    assert path.stat().st_ino != inode  # replaced, not written in place
    assert kept(path) == [b"1\n", OLD]


@pytest.mark.fault("F36")
def test_nothing_that_two_programs_write_is_lost(path: Path) -> None:
    """One saves as often as it can, the other appends lines: each is somewhere (F36)."""
    lines = 300
    code = (
        "import sys, time\n"
        f"for n in range({lines}):\n"
        "    with open(sys.argv[1], 'ab') as file: file.write(b'line %d\\n' % n)\n"
        "    time.sleep(0.001)\n"
    )
    limits.use(Limits(versions=1000))
    try:
        with subprocess.Popen([sys.executable, "-c", code, path]) as child:
            while child.poll() is None:
                with suppress(Conflict):
                    save(path, b"mine\n", expected=signature(path))
    finally:
        limits.use(Limits())
    everything = b"".join([path.read_bytes(), *kept(path)])
    assert [n for n in range(lines) if b"line %d\n" % n not in everything] == []


def test_sweeping(path: Path) -> None:
    folder = path.parent
    dead = folder / leftover.temporary(path.name)
    other = folder / leftover.temporary("other.argmap")
    alike = folder / ".x.argmap.abc.tmp"
    for name in (dead, other, alike):
        name.write_bytes(NEW)
        os.utime(name, (1, 1))
    young = folder / leftover.temporary(path.name)
    young.write_bytes(NEW)
    live = folder / leftover.temporary(path.name)
    fd = os.open(live, os.O_WRONLY | os.O_CREAT)
    leftover.claim(fd)
    os.utime(live, (1, 1))
    assert leftover.sweep(str(path)) == [dead.name]
    os.close(fd)
    os.utime(young, (time.time() - 5, time.time() - 5))
    assert sorted(leftover.sweep(str(path))) == sorted([young.name, live.name])
    assert sorted(os.listdir(folder)) == sorted([path.name, other.name, alike.name])
    assert leftover.sweep(str(folder / "missing" / "x")) == []
