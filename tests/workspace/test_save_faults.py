"""Saving while the system fails: each call in turn, then all calls from one on."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from argmap.workspace import Saved, SaveError, Signature, read, save

CALLS = (
    "open",
    "write",
    "read",
    "fsync",
    "close",
    "replace",
    "link",
    "rename",
    "listdir",
    "lseek",
    "mkdir",
    "ftruncate",
    "fstat",
    "lstat",
    "stat",
)
OLD = b"the old text, which is the longer one of the two\n"
NEW = b"the new text\n"


class Faults:
    """Makes the call number `first` fail, and with `on` all later ones too."""

    def __init__(self, first: int, code: int, on: bool = False) -> None:
        self.first = first
        self.code = code
        self.on = on
        self.seen = 0

    def wrap(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.seen += 1
            if self.seen == self.first or (self.on and self.seen > self.first):
                if name == "close":
                    real(*args)  # A failed close has closed nevertheless.
                raise OSError(self.code, os.strerror(self.code))
            return real(*args, **kwargs)

        return call

    def run(self, action: Callable[[], Saved]) -> Saved | SaveError:
        with pytest.MonkeyPatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, self.wrap(name, getattr(os, name)))
            try:
                return action()
            except SaveError as error:
                return error


def signature(path: Path) -> Signature:
    found = read(path).signature
    assert found is not None
    return found


def descriptors() -> int:
    return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0


def backups(state: Path) -> list[Path]:
    return list((state / "argmap").rglob("*.bak"))


@pytest.mark.fault("F02", "F03", "F04", "F05", "F06")
@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EPERM, errno.EXDEV, errno.ESTALE])
@pytest.mark.parametrize("way", ["replace", "links", "new", "force"])
def test_one_call_fails(tmp_path: Path, state: Path, way: str, code: int) -> None:
    path = tmp_path / "x.argmap"
    names = {"x.argmap"} | ({"other"} if way == "links" else set())
    before = None if way == "new" else OLD
    for number in range(1, 200):
        for name in names:
            (tmp_path / name).unlink(missing_ok=True)
        shutil.rmtree(state, ignore_errors=True)
        if before is not None:
            path.write_bytes(before)
        if way == "links":
            os.link(path, tmp_path / "other")
        expected = None if way in ("new", "force") else signature(path)
        inode = path.stat().st_ino if before else None
        faults = Faults(number, code)
        open_before = descriptors()
        result = faults.run(partial(save, path, NEW, expected=expected, force=way == "force"))
        assert descriptors() == open_before
        content = path.read_bytes() if path.exists() else None
        if isinstance(result, Saved):
            assert content == NEW
            assert result.signature.fits(str(path))
        else:
            assert content == before
            assert "untouched" in str(result) or "nothing was written" in str(result)
            assert inode is None or path.stat().st_ino == inode
        assert set(os.listdir(tmp_path)) <= names
        assert backups(state) == []
        if faults.seen < number:
            assert isinstance(result, Saved)
            assert result.confirmed
            assert result.signature == signature(path)
            assert number > 8
            return
    pytest.fail("faults never ended")


@pytest.mark.parametrize("way", ["replace", "links"])
def test_all_calls_fail_from_one_on(tmp_path: Path, state: Path, way: str) -> None:
    path = tmp_path / "x.argmap"
    damaged = 0
    for number in range(1, 200):
        for old in (path, tmp_path / "other", *backups(state)):
            old.unlink(missing_ok=True)
        shutil.rmtree(state, ignore_errors=True)
        path.write_bytes(OLD)
        if way == "links":
            os.link(path, tmp_path / "other")
        expected = signature(path)
        faults = Faults(number, errno.EIO, on=True)
        result = faults.run(partial(save, path, NEW, expected=expected))
        if isinstance(result, Saved):
            assert path.read_bytes() == NEW
        elif "damaged" in str(result):
            damaged += 1
            [backup] = backups(state)
            assert str(backup) in str(result)
            assert backup.read_bytes() == OLD
        else:
            assert path.read_bytes() == OLD
        assert not list(tmp_path.glob(".*"))
        if faults.seen < number:
            assert (damaged > 0) == (way == "links")
            return
    pytest.fail("faults never ended")
