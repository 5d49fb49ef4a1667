"""Reading: what is accepted is kept byte for byte, what is not is named exactly."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.workspace import Unreadable, read
from argmap.workspace.decoding import decode

AsNobody = Callable[[Callable[[], object]], str]

GOOD = [
    b"",
    b"a\r\nb\rc\n\n",
    b"\xef\xbb\xbfx\r\n",
    b"a\0b",
    b"\xef\xbb\xbf\xef\xbb\xbf",
    b"one \0 zero among words",
    b"\x1b[31mred\x1b[0m",
    "\x85 \u2028 \U0001f600".encode(),
]


@pytest.mark.parametrize("data", GOOD)
def test_text_is_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.argmap"
    path.write_bytes(data)
    loaded = read(path)
    assert loaded.data(loaded.text) == data
    assert loaded.path == str(path)
    assert loaded.bom == data.startswith(b"\xef\xbb\xbf")
    info = path.stat()
    assert loaded.signature is not None
    assert loaded.signature.sha256 == hashlib.sha256(data).hexdigest()
    times = (info.st_mtime_ns, info.st_ctime_ns)
    assert loaded.signature.stat == (info.st_ino, info.st_size, *times)


BAD = [
    ("mark LE", "hé".encode("utf-16"), "looks like UTF-16", None),
    ("mark BE", b"\xfe\xff\0a", "looks like UTF-16", None),
    ("no mark LE", "an article".encode("utf-16-le"), "looks like UTF-16", None),
    ("no mark BE", "an article".encode("utf-16-be"), "looks like UTF-16", None),
    ("UTF-32", "an article".encode("utf-32"), "looks like UTF-32", None),
    ("UTF-32 LE", "an article".encode("utf-32-le"), "looks like UTF-32", None),
    ("UTF-32 BE", "an article".encode("utf-32-be"), "looks like UTF-32", None),
    ("PNG", b"\x89PNG\r\n\x1a\n....", "a PNG image", None),
    ("ZIP", b"PK\x03\x04....", "a ZIP archive", None),
    ("controls", bytes(range(32)) * 4, "binary data", None),
    ("Latin-1", b"a\nb\r\ncaf\xe9 x", "byte 0xE9 at offset 8", (8, 3, 4)),
    ("after a mark", b"\xef\xbb\xbf\xc3\xa9\xff", "byte 0xFF at offset 5", (5, 1, 2)),
    ("cut", b"a\xe2\x82", "byte 0xE2 at offset 1", (1, 1, 2)),
    ("surrogate", b"\xed\xa0\x80", "byte 0xED at offset 0", (0, 1, 1)),
    ("overlong", b"\n\xc0\x80", "byte 0xC0 at offset 1", (1, 2, 1)),
    ("too large", b"x" * 101, "larger than 100 bytes", None),
]


@pytest.mark.parametrize(("data", "message", "place"), [case[1:] for case in BAD])
def test_bad_bytes(
    tmp_path: Path, data: bytes, message: str, place: tuple[int, int, int] | None
) -> None:
    path = tmp_path / "x"
    path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read(path, limit=100 if "larger" in message else 1 << 20)
    error = caught.value
    assert message in error.message
    assert error.hint
    assert (error.offset, error.line, error.column) == (place or (None, None, None))
    where = f"{path}:{place[1]}:{place[2]}" if place else str(path)
    assert str(error) == f"{where}: {error.message}. {error.hint}"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.fault("F24")
def test_bad_paths(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "file").touch()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
    table = {
        "missing": "no such file",
        "": "is a folder",
        "pipe": "is a named pipe",
        "socket": "is a socket",
        "loop": "form a loop",
        "dangling": "no such file",
        "file/x": "not a folder",
        "a\0b": "no file can have this name",
        "a\ud800": "no file can have this name",
        "n" * 256: "name is too long",
        "/dev/null": "is a device",
    }
    for name, message in table.items():
        with pytest.raises(Unreadable, match=message):
            read(tmp_path / name)


def test_no_permission(open_folder: Path, as_nobody: AsNobody) -> None:
    path = open_folder / "x"
    path.touch(0o600)
    assert "permission denied" in as_nobody(lambda: read(path))


def test_a_stream_that_is_open_already() -> None:
    there, here = os.pipe()
    os.write(here, b"a\r\n")
    os.close(here)
    try:
        loaded = read(f"/dev/fd/{there}")
    finally:
        os.close(there)
    assert (loaded.text, loaded.signature) == ("a\r\n", None)
    with pytest.raises(Unreadable, match="/dev/fd/9999: "):
        read("/dev/fd/9999")


def test_exactly_the_limit(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x" * 100)
    assert len(read(tmp_path / "x", limit=100).text) == 100


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    give(b"\xef\xbb\xbfa\r\n")
    loaded = read("-")
    assert (loaded.path, loaded.text, loaded.bom, loaded.signature) == ("-", "a\r\n", True, None)
    give(b"a\n\xff")
    with pytest.raises(Unreadable, match="<stdin>:2:1: not UTF-8"):
        read("-")
    give(b"abc")
    with pytest.raises(Unreadable, match="larger"):
        read("-", limit=2)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Unreadable, match="no standard input"):
        read("-")


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, bom = decode("x", data)
    except Unreadable:
        return
    assert (b"\xef\xbb\xbf" if bom else b"") + text.encode() == data
