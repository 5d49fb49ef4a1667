"""The README's tour, run as it is printed, without Graphviz's `dot` on the path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TOOLS = ("cat", "cmp", "sed", "sh")


def test_the_tour(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("pygraphviz", reason="the tour draws a picture with the extra `pictures`")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in TOOLS:
        tools.joinpath(name).symlink_to(shutil.which(name) or name)
    command = tools / "argmap"
    command.write_text(f"#!/bin/sh\nexec '{sys.executable}' -m argmap \"$@\"\n")
    command.chmod(0o755)
    folder = tmp_path / "tour"
    folder.mkdir()
    environment = {**os.environ, "PATH": str(tools), "PYTHONPATH": str(root), "COLUMNS": "80"}
    printed = ""
    blocks = BLOCK.findall((root / "README.md").read_text("utf-8"))
    assert len(blocks) > 4
    for kind, body in blocks:
        if kind == "text":
            assert printed == body
            continue
        done = subprocess.run(
            ["sh", "-eu", "-c", body], cwd=folder, env=environment, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        printed = done.stdout
    assert "<svg" in (folder / "bridge.svg").read_text("utf-8")
