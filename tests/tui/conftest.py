"""What the tests of the terminal interface share."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, so that nothing is remembered from one test to the next."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(folder))
    editor = folder / "editor"
    editor.write_text('#!/bin/sh\n[ "$1" = +1 ] && sed -i.bak "1s/It/Now it/" "$2"\n')
    editor.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(editor))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder
