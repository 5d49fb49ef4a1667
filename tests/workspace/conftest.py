"""Shared by the tests of files: a private state folder, and acting as another user."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from argmap.workspace import SaveError, Unreadable

NOBODY = 65534


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state home of the test, so that no backup ends up in the real one."""
    home = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(home))
    return home


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, which is not true of `tmp_path`."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_nobody() -> Callable[[Callable[[], object]], str]:
    """Runs an action as an ordinary user; its answer is "ok", or the error as text."""
    if not hasattr(os, "fork") or os.getuid() != 0:
        pytest.skip("only root can act as another user")
    return _run


def _run(action: Callable[[], object]) -> str:
    """Run `action` in a child as an ordinary user; "ok", or the error as text."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        said = "crashed"
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            action()
            said = "ok"
        except (SaveError, Unreadable) as error:
            said = f"{type(error).__name__}: {error}"
        finally:  # The child must not go on with the tests, whatever happened.
            os.write(writer, said.encode())
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said
