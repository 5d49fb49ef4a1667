"""Other programs that are measured beside argmap, where they are installed.

| peer | how to have it here |
|---|---|
| Argdown | `npm i @argdown/cli@1.7.5`; `ARGDOWN=…/node_modules/.bin/argdown`, or on the PATH |
| arguebuf | `pip install arguebuf==2.7.2` (3.0.0 for Python 3.13); `ARGUEBUF=…/bin/python` |
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

VALIDATE: tuple[str, ...] = ()
JSON = ("json", "--stdout")
DOT = ("map", "-f", "dot", "--stdout")
SVG = ("map", "-f", "svg", "--stdout")


def argdown() -> list[str]:
    """The command that runs Argdown; empty (and said so) where it is not installed."""
    found = shutil.which(os.environ.get("ARGDOWN", "argdown"))
    return [found] if found else _missing("Argdown", "npm i @argdown/cli@1.7.5", "ARGDOWN")


def arguebuf() -> list[str]:
    """The Python that has arguebuf."""
    return _python("arguebuf", "arguebuf", "pip install arguebuf==2.7.2", "ARGUEBUF")


def _python(name: str, module: str, how: str, variable: str) -> list[str]:
    program = os.environ.get(variable, sys.executable)
    known = [program, "-c", f"import {module}"]
    there = shutil.which(program) and not subprocess.run(known, capture_output=True).returncode
    return [program] if there else _missing(name, how, variable)


def _missing(name: str, how: str, variable: str) -> list[str]:
    print(f"{name} is not here and left out ({how}; or {variable}=…)", file=sys.stderr)
    return []
