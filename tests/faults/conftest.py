"""A private state folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from faults.mounts import Disk


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk whose power can be cut; its article and its state are on it."""
    import os

    if os.getuid() != 0:
        pytest.skip("only root can mount")
    found = Disk(tmp_path)
    yield found
    found.off()
