"""A folder opened: its articles to choose from."""

from __future__ import annotations

import os
from collections.abc import Iterator

from argmap.tui.paint import shown
from argmap.tui.prompts import Option

SUFFIXES = (".argmap", ".txt", ".md")
MOST = 2000


def articles(folder: str) -> list[Option]:
    """The articles below a folder: annotated ones first, then texts that have no marks yet."""
    every = list(_files(folder))
    marked = {one for one in every if one.endswith(".argmap")}
    bare = [one for one in every if f"{os.path.splitext(one)[0]}.argmap" not in marked]
    found = [*sorted(marked), *sorted(bare)][:MOST]
    return [
        Option(
            os.path.join(folder, name),
            shown(name),
            "" if name.endswith(".argmap") else "not annotated yet",
        )
        for name in found
    ]


def _files(folder: str) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.relpath(os.path.join(here, name), folder)
