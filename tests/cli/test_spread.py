"""Many files, checked by several processes: the same as by one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from argmap.cli import main, spread

GOOD = "[It must close]{claim #close @lind}, for [two cables rust]{premise #rust @lind +close}.\n"
BAD = "[It must close]{claim #close @lind +none}.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of many sizes, some with faults, one that cannot be read."""
    for number in range(60):
        lines = GOOD.replace("#", f"#n{number}").replace("+close", f"+n{number}close")
        text = BAD * (number % 7 == 3) + "\n" + lines + "Nothing is claimed here.\n" * 40 * number
        (tmp_path / f"{number:03}.argmap").write_text(text)
    (tmp_path / "020.argmap").write_bytes(b"\xff\xfe\x00binary")
    return tmp_path


@pytest.mark.parametrize("form", ["--all", "--json", "--sarif"])
def test_several_processes_tell_the_same(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.chdir(folder)
    for jobs in ("1", "3"):
        assert main(["check", form, "--jobs", jobs, "."]) == 2
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert "003.argmap" in told[0].out
    assert "020.argmap" in told[0].err


def test_the_order_is_that_of_the_files(folder: Path) -> None:
    files = sorted(map(str, folder.iterdir()), reverse=True)
    assert list(spread.spread(os.path.basename, files, 4)) == [os.path.basename(f) for f in files]


def test_few_and_small_files_need_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(spread, "_by_many")
    assert len(list(spread.spread(len, [str(folder / "001.argmap")] * 3, 4))) == 3


def test_a_fault_of_ours_surfaces(folder: Path) -> None:
    files = sorted(map(str, folder.iterdir()))
    with pytest.raises(ZeroDivisionError):
        list(spread.spread(partial(divmod, 0), [0] * 9, 1))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        list(spread.spread(partial(divmod, 0), files, 3))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_ctrl_c_ends_all_processes(folder: Path) -> None:
    (folder / "big").mkdir()
    for number in range(80):
        (folder / "big" / f"{number}.argmap").write_text(BAD + GOOD * 600)
    running = subprocess.Popen(
        [sys.executable, "-m", "argmap", "check", "--jobs", "3", str(folder / "big")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # jobs of a script lack it
    )  # fmt: skip
    assert running.stdout
    assert b"unknown-target" in running.stdout.readline()
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert b"Traceback" not in told
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
