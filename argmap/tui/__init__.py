"""The terminal interface: an article and its argument tree, side by side."""

from __future__ import annotations

import gc

from argmap.tui.settings import Settings

__all__ = ["Settings", "run"]


def run(path: str, settings: Settings | None = None) -> int:
    """Opens a file until one leaves it; returns the exit code. Raises Unreadable."""
    from argmap import workspace
    from argmap.tui.app import Argmap
    from argmap.tui.session import Session

    session = Session(workspace.read(path))
    gc.freeze()  # a large map has millions of values; looking through them is felt
    gc.set_threshold(50_000, 50, 100)
    app = Argmap(session, settings or Settings())
    return app.run(mouse=app.desk.settings.mouse) or 0
