"""The completion scripts, run by the shells themselves."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from argmap.cli import main
from argmap.cli.main import COMMANDS

CASES = {
    "argmap che": ["check"],
    "argmap check --js": ["--json"],
    "argmap export --format ya": ["yaml"],
    "argmap config ": ["path", "schema", "show"],
    "argmap help expo": ["export"],
    "argmap check --explain circ": ["circular-support"],
    "argmap tuto": ["tutorial"],
    "argmap tree --by ": ["heading", "position", "speaker"],
}


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")
@pytest.mark.parametrize("line", CASES)
def test_bash(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", "bash"])
    words = line.split(" ")
    asked = " ".join(f"'{word}'" for word in words)
    script = capsys.readouterr().out + (
        f"\nCOMP_WORDS=({asked}); COMP_CWORD={len(words) - 1}; _argmap\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert sorted(done.stdout.split()) == CASES[line]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_take_the_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["completion", shell])
    script = capsys.readouterr().out
    for name in COMMANDS:
        assert name in script
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    subprocess.run([shell, "-n"], input=script, text=True, check=True)
