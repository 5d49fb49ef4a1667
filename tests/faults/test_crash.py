"""The real program, killed at random moments: not one acknowledged edit is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TIMES = {"default": 25, "ci": 300, "thorough": 3000}


@pytest.mark.fault("F35")
def test_killed_at_random_moments() -> None:
    times = TIMES.get(os.environ.get("ARGMAP_PROFILE", "default"), 25)
    script = Path(__file__).with_name("crash.py")
    done = subprocess.run(
        [sys.executable, script, str(times)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith(f"{times} kills")
