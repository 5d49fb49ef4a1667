"""Disks that are full, read-only or gone; files that may not be changed, or not be replaced."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from faults.mounts import mounted, run

from argmap.workspace import SaveError, read, save

OLD = b"old\n"
NEW = b"the new one\n"


def refused(path: Path, data: bytes, message: str) -> None:
    before = path.read_bytes()
    with pytest.raises(SaveError, match=message):
        save(path, data, expected=read(path).signature)
    assert path.read_bytes() == before
    assert [name for name in os.listdir(path.parent) if name.endswith(".tmp")] == []


@pytest.mark.fault("F02")
def test_a_full_disk(tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "-t", "tmpfs", "-o", "size=64k", "none") as folder:
        path = folder / "x"
        path.write_bytes(OLD)
        refused(path, b"x" * 100_000, "disk is full.*100,000 bytes")
        save(path, NEW, expected=read(path).signature)
        assert path.read_bytes() == NEW


@pytest.mark.fault("F14")
def test_no_inode_left(tmp_path: Path) -> None:
    with mounted(tmp_path / "few", "-t", "tmpfs", "-o", "nr_inodes=3", "none") as folder:
        path = folder / "x"
        path.write_bytes(OLD)
        (folder / "y").touch()
        refused(path, NEW, "disk is full")


@pytest.mark.fault("F15")
def test_a_file_system_turned_read_only(tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "-t", "tmpfs", "none") as folder:
        path = folder / "x"
        path.write_bytes(OLD)
        run("mount", "-o", "remount,ro", str(folder))
        refused(path, NEW, "read-only")
        save(tmp_path / "elsewhere", NEW)


@pytest.mark.fault("F16", "F17")
@pytest.mark.parametrize("flag", ["i", "a"])
def test_a_file_that_may_not_be_changed(tmp_path: Path, flag: str) -> None:
    if shutil.which("chattr") is None or os.getuid() != 0:
        pytest.skip("needs root and chattr")
    path = tmp_path / "x"
    path.write_bytes(OLD)
    run("chattr", f"+{flag}", str(path))
    try:
        refused(path, NEW, "does not permit it|read-only")
    finally:
        subprocess.run(["chattr", f"-{flag}", path], check=True)


@pytest.mark.fault("F27")
def test_a_single_mounted_file(tmp_path: Path, state: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(OLD)
    target = tmp_path / "x"
    target.touch()
    with mounted(target, "--bind", str(source)):
        save(target, NEW, expected=read(target).signature)
        assert target.read_bytes() == source.read_bytes() == NEW
    assert sorted(os.listdir(tmp_path)) == ["source", "x"]
    assert [*(state / "argmap" / "backups").iterdir()] == []


@pytest.mark.fault("F12")
def test_the_limit_of_file_size(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_240, before[1]))
    try:
        refused(path, b"x" * 20_000, "too large")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.fault("F09")
def test_no_descriptor_left(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    expected = read(path).signature
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    taken = len(os.listdir("/proc/self/fd")) - 1
    resource.setrlimit(resource.RLIMIT_NOFILE, (taken, before[1]))
    try:
        with pytest.raises(SaveError, match="too many files are open"):
            save(path, NEW, expected=expected)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert path.read_bytes() == OLD


@pytest.mark.fault("F29")
def test_the_working_folder_is_removed(tmp_path: Path) -> None:
    code = (
        "import os, sys; from argmap.workspace import save, read, SaveError\n"
        "os.rmdir(os.getcwd())\n"
        "save(sys.argv[1], b'new', expected=read(sys.argv[1]).signature)\n"
        "try: save('x', b'new')\n"
        "except SaveError as error: print(error)\n"
    )
    folder = tmp_path / "gone"
    folder.mkdir()
    path = tmp_path / "x"
    path.write_bytes(OLD)
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=folder, capture_output=True, text=True,
        check=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert path.read_bytes() == b"new"
    assert "x: not saved" in done.stdout


@pytest.mark.fault("F26")
def test_chmod_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    path.chmod(0o640)

    def no(_fd: int, _mode: int) -> None:
        raise PermissionError(1, "no")

    monkeypatch.setattr(os, "fchmod", no)
    assert save(path, NEW, expected=read(path).signature).confirmed
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (NEW, 0o640)


@pytest.mark.fault("F42")
@pytest.mark.parametrize("when", [0, 1e9, 4e9])
def test_times_are_not_trusted(tmp_path: Path, when: float) -> None:
    path = tmp_path / "x"
    path.write_bytes(OLD)
    expected = read(path).signature
    os.utime(path, (when, when))
    saved = save(path, NEW, expected=expected)
    path.write_bytes(b"THE NEW ONE\n")
    os.utime(path, ns=(saved.signature.stat[2], saved.signature.stat[2]))
    refused_by = None
    try:
        save(path, OLD, expected=saved.signature)
    except SaveError as error:
        refused_by = str(error)
    assert refused_by
    assert "another program" in refused_by.lower()
