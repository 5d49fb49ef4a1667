"""The gate: lint, format, types and layers, run as a user of the repository would run them."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "ruff format": ["-m", "ruff", "format", "--check", "."],
    "mypy": ["-m", "mypy"],
    "importlinter": [
        "-c",
        "import sys; from importlinter.cli import lint_imports_command as run; run()",
    ],
}


@pytest.mark.parametrize("name", CHECKS)
def test_gate(name: str, root: Path) -> None:
    if importlib.util.find_spec(name.split()[0]) is None:
        pytest.skip(f"needs {name}, which the extra `test` brings")
    done = subprocess.run(
        [sys.executable, *CHECKS[name]], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
