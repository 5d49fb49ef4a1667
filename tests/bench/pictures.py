"""What a picture of a large map costs, and how large it is, beside Argdown's of the same claims."""

from __future__ import annotations

import re
import subprocess

from tests.bench import peers
from tests.bench.asked import Asked
from tests.bench.debates import FORMS
from tests.bench.measure import argmap, together
from tests.bench.rows import Part, Row

CLAIMS = (150, 1_000)


def run(asked: Asked) -> list[Part]:
    argdown = peers.argdown()
    rows = []
    for count in CLAIMS:
        mine, other = (
            asked.file(f"{count}.{form}", FORMS[form](count)) for form in ("argmap", "argdown")
        )
        drawn = str(asked.folder / f"{count}.svg")
        commands = [argmap("export", mine, "-o", drawn, "--force")]
        if argdown:
            commands.append([*argdown, *peers.SVG, other])
        cost, *beside = together(commands, 1)
        note = f"{cost.user:.2f}, {_size(drawn)}"
        rows.append(Row("export svg", f"{count:,}", count, cost, "Argdown" if argdown else "",
                        beside[0] if beside else None, "seconds, readable", note))  # fmt: skip
    return [Part("Pictures", rows)]


def _size(drawn: str) -> str:
    """Width and height of an SVG, in points."""
    head = subprocess.run(["head", "-c", "2000", drawn], capture_output=True, text=True).stdout
    found = re.search(r'width="(\d+)pt" height="(\d+)pt"', head)
    return f"{found.group(1)} x {found.group(2)} pt" if found else "no picture"
