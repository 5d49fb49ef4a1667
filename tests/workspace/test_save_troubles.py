"""Saving when one step goes wrong in a known way."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from argmap.workspace import SaveError, Signature, read, save

OLD = b"the old text\n"
NEW = b"the new text\n"


def signature(path: Path) -> Signature:
    found = read(path).signature
    assert found is not None
    return found


@pytest.mark.fault("F07", "F08")
def test_folder_not_synced_is_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    real = os.open

    def refuse(name: str, flags: int, *args: Any, **kwargs: Any) -> int:
        if flags & os.O_DIRECTORY:
            raise OSError(errno.EMFILE, "no")
        return real(name, flags, *args, **kwargs)

    first = signature(path)
    monkeypatch.setattr(os, "open", refuse)
    saved = save(path, NEW, expected=first)
    assert not saved.confirmed
    # The next save must not take our own change for that of another program.
    save(path, OLD, expected=saved.signature)
    assert path.read_bytes() == OLD


@pytest.mark.fault("F10")
def test_short_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    real = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: real(fd, bytes(data)[:3]))
    save(path, NEW)
    assert path.read_bytes() == NEW
    os.link(path, tmp_path / "other")
    save(path, OLD, force=True)
    assert path.read_bytes() == (tmp_path / "other").read_bytes() == OLD


def test_message_for_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    expected = signature(path)

    def full(_fd: int, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(SaveError) as caught:
        save(path, NEW, expected=expected)
    assert str(caught.value) == (
        f"{path}: not saved: the disk is full (13 bytes were to be written); "
        "the file on disk is untouched. Free some space or use another place."
    )
