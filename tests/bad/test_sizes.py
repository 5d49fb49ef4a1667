"""The large inputs, each in a program of its own whose time and memory are seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bad.cases import CASES

WAYS = {
    "S01": ("check", "tree", "strip"),
    "S02": ("check", "strip"),
    "S07": ("check",),
    "S10": ("check", "tree", "strip"),
    "S11": ("check", "strip"),
    "S12": ("check", "strip"),
    "S13": ("check", "tree"),
    "Y14": ("import",),
}


@pytest.mark.parametrize(("case", "command"), [(c, way) for c in WAYS for way in WAYS[c]])
def test_time_and_memory(case: str, command: str, tmp_path: Path, home: Path) -> None:
    del home
    file = tmp_path / os.fsdecode(CASES[case].name)
    file.write_bytes(CASES[case].data)
    with open(tmp_path / "out", "wb") as out:
        program = subprocess.Popen(
            [sys.executable, "-m", "argmap", command, str(file)], stdout=out, stderr=out
        )
        _, code, used = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(code)
    large = len(CASES[case].data) > 1_500_000
    assert os.waitstatus_to_exitcode(code) in (0, 1)
    assert used.ru_utime + used.ru_stime < (200 if large else 20)
    assert used.ru_maxrss < (1_500_000 if large else 500_000)  # kilobytes, as Linux has it
    assert b"Traceback" not in (tmp_path / "out").read_bytes()[-20_000:]
    if command == "strip" and case != "S01":
        assert file.read_bytes() == CASES[case].data
    sys.stdout.write(f"{case} {command}: {used.ru_utime:.1f} s, {used.ru_maxrss // 1024} MB\n")
