"""Which files are meant, where argmap keeps its own, and standard output."""

from __future__ import annotations

import errno
import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.workspace import Exists, SaveError, Unreadable, expand, state_folder, write_out


@pytest.fixture
def maps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.argmap", "a.argmap", "sub/c.argmap", "sub/d.md", ".git/e.argmap"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / ".hidden.argmap").touch()
    (tmp_path / "f[1].argmap").touch()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("maps")
@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([], []),
        (["-"], ["-"]),
        (["sub/d.md", "-", "sub/d.md"], ["sub/d.md", "-"]),
        (["sub"], ["sub/c.argmap"]),
        (["."], ["./a.argmap", "./b.argmap", "./f[1].argmap", "./sub/c.argmap"]),
        (["b.argmap", "?.argmap"], ["b.argmap", "a.argmap"]),
        (["**/*.argmap"], ["a.argmap", "b.argmap", "f[1].argmap", "sub/c.argmap"]),
        (["f[1].argmap"], ["f[1].argmap"]),
        (["s*"], ["sub/c.argmap"]),
        ([".git"], [".git/e.argmap"]),
    ],
)
def test_expand(paths: list[str], found: list[str]) -> None:
    assert expand(paths) == [name.replace("/", os.sep) for name in found]


@pytest.mark.usefixtures("maps")
@pytest.mark.parametrize("path", ["missing", "empty", "*.txt", "", "a\0*"])
def test_nothing_found(path: str) -> None:
    with pytest.raises(Unreadable):
        expand(["a.argmap", path])


@pytest.mark.usefixtures("maps")
def test_other_suffix() -> None:
    assert expand(["sub"], suffix=".md") == [os.path.join("sub", "d.md")]


def test_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "deep" / "state"))
    folder = state_folder()
    assert folder == state_folder() == tmp_path / "deep" / "state" / "argmap"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("platform", "place"),
    [("linux", ".local/state"), ("darwin", "Library/Application Support")],
)
def test_state_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, place: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / place / "argmap"


def test_state_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert state_folder() == tmp_path / "argmap"


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    sys.stdout.write("before ")
    assert write_out(None, b"\xff\r\n") is None
    write_out("-", "é\n")
    assert capfdbinary.readouterr().out == b"before \xff\r\n\xc3\xa9\n"


def test_plain_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    write_out(None, "é")
    assert stream.getvalue() == "é"


def test_to_a_file(tmp_path: Path) -> None:
    target = str(tmp_path / "out")
    assert write_out(target, "é\r\n") is not None
    assert Path(target).read_bytes() == b"\xc3\xa9\r\n"
    with pytest.raises(Exists):
        write_out(target, b"new")
    write_out(target, b"new", force=True)
    assert Path(target).read_bytes() == b"new"


def test_failing_output(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(errno.ENOSPC, "no")

    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(SaveError, match="disk is full"):
        write_out(None, "x")
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SaveError, match="no standard output"):
        write_out(None, "x")


def test_closed_pipe() -> None:
    code = "from argmap.workspace import write_out; write_out(None, b'x' * 1_000_000)"
    root = str(Path(argmap.__file__).parents[1])
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=root
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0
