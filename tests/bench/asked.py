"""What a run of the bench is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

SIZES = {"10 KB": 10_000, "1 MB": 1_000_000, "10 MB": 10_000_000}
CLAIMS = (10, 1_000, 10_000, 100_000)


class Asked(NamedTuple):
    """Sizes of prose by name, counts of claims, the runs of each command, and a folder for the
    inputs."""

    sizes: dict[str, int]
    claims: tuple[int, ...]
    runs: int
    folder: Path

    def file(self, name: str, text: str) -> str:
        """The path of an input, written when it is first asked for."""
        path = self.folder / name
        if not path.exists():
            path.write_text(text, "utf-8")
        return str(path)
