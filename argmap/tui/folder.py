"""A folder opened: its articles to choose from."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator

from argmap.tui.paint import shown
from argmap.tui.prompts import Option

SUFFIXES = (".argmap", ".txt", ".md")
MOST = 2000
LOOKED = 50_000
"""So many names are looked at, as somebody may open `/`."""


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
    """Near ones first, and none once so much was looked at that one would wait for it."""
    queue, looked = deque([folder]), 0
    while queue and looked < LOOKED:
        here = queue.popleft()
        try:
            found = sorted(os.scandir(here), key=lambda one: one.name)
        except OSError:
            continue  # it may not be read: nothing in it can be opened
        looked += len(found)
        for one in found:
            if one.name.startswith("."):
                continue
            if one.is_dir(follow_symlinks=False):
                queue.append(one.path)
            elif one.name.endswith(SUFFIXES):
                yield os.path.relpath(one.path, folder)
