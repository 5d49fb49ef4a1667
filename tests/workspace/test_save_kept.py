"""Saving: links, names, permissions, owners and attributes stay as they were."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.workspace import SaveError, read, save

AsNobody = Callable[[Callable[[], object]], str]

NOBODY = 65534
OLD = b"old\n"
NEW = b"the new one\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "x.argmap"
    found.write_bytes(OLD)
    return found


def test_new_file_follows_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        save(tmp_path / "new", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o666, 0o2755])
def test_mode_is_kept(path: Path, mode: int) -> None:
    path.chmod(mode)
    save(path, NEW, force=True)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.fault("F22", "F23")
def test_symbolic_links(path: Path) -> None:
    folder = path.parent
    (folder / "sub").mkdir()
    (folder / "sub" / "b").symlink_to("../x.argmap")
    (folder / "a").symlink_to("sub/b")
    save(folder / "a", NEW, force=True)
    assert path.read_bytes() == NEW
    assert all(link.is_symlink() for link in (folder / "a", folder / "sub" / "b"))
    (folder / "dangling").symlink_to("sub/target")
    save(folder / "dangling", NEW)
    assert (folder / "dangling").readlink() == Path("sub/target")
    assert (folder / "sub" / "target").read_bytes() == NEW
    (folder / "loop").symlink_to("loop")
    with pytest.raises(SaveError, match="symbolic link"):
        save(folder / "loop", NEW, force=True)


@pytest.mark.fault("F21")
def test_hard_links(path: Path, state: Path) -> None:
    other = path.parent / "other"
    os.link(path, other)
    save(path, NEW, expected=read(path).signature)
    assert other.read_bytes() == NEW
    assert other.samefile(path)
    assert list((state / "argmap" / "backups").iterdir()) == []


@pytest.mark.fault("F06")
@pytest.mark.parametrize("code", [errno.EBUSY, errno.EPERM, errno.EXDEV])
def test_no_rename_means_in_place(path: Path, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    inode = path.stat().st_ino

    def refuse(_source: str, _target: str) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(os, "replace", refuse)
    save(path, NEW, expected=read(path).signature)
    assert path.read_bytes() == NEW
    assert path.stat().st_ino == inode
    assert os.listdir(path.parent) == ["x.argmap"]
    with pytest.raises(SaveError, match="nothing was written"):
        save(path.parent / "new", NEW)


@pytest.mark.fault("F28")
@pytest.mark.parametrize("name", ["n" * 255, "é" * 127 + "n", "𝄞" * 63])
def test_long_names(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, OLD)
    save(tmp_path / name, NEW, force=True)
    os.link(tmp_path / name, tmp_path / "other")
    save(tmp_path / name, OLD, force=True)
    assert (tmp_path / name).read_bytes() == OLD


@pytest.mark.fault("F25")
@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes here")
def test_extended_attributes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    save(path, NEW, force=True)
    assert os.getxattr(path, "user.note") == b"mine"

    def unsupported(_name: object) -> list[str]:
        raise OSError(errno.ENOTSUP, "no")

    monkeypatch.setattr(os, "listxattr", unsupported)
    save(path, OLD, force=True)
    assert path.read_bytes() == OLD


def share(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of an ordinary user in `folder`, and a state folder of that user."""
    path = folder / "maps" / "x.argmap"
    path.parent.mkdir()
    path.write_bytes(OLD)
    own = folder / "state"
    own.mkdir()
    for name in (path, own):
        os.chown(name, NOBODY, NOBODY)
    monkeypatch.setenv("XDG_STATE_HOME", str(own))
    return path


@pytest.mark.fault("F18")
def test_read_only_folder(
    open_folder: Path, as_nobody: AsNobody, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = share(open_folder, monkeypatch)
    assert as_nobody(lambda: save(path, NEW, expected=read(path).signature)) == "ok"
    assert path.read_bytes() == NEW
    assert "permission denied" in as_nobody(lambda: save(path.with_name("new"), NEW))
    path.chmod(0o444)
    assert "read-only" in as_nobody(lambda: save(path, OLD, expected=read(path).signature))
    assert path.read_bytes() == NEW


@pytest.mark.fault("F20")
def test_owner_is_kept(
    open_folder: Path, as_nobody: AsNobody, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = share(open_folder, monkeypatch)
    save(path, NEW, force=True)  # Root may give the new file away.
    assert (path.stat().st_uid, path.stat().st_gid) == (NOBODY, NOBODY)
    os.chown(path, 0, 0)
    path.chmod(0o666)
    path.parent.chmod(0o777)
    inode = path.stat().st_ino
    assert as_nobody(lambda: save(path, OLD, expected=read(path).signature)) == "ok"
    assert (path.read_bytes(), path.stat().st_uid, path.stat().st_ino) == (OLD, 0, inode)
    assert os.listdir(path.parent) == ["x.argmap"]
