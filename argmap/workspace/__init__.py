"""Files: the only place that opens them, for reading and for writing."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.workspace.disk import Saved
    from argmap.workspace.errors import Conflict, Exists, SaveError, Unreadable, reason
    from argmap.workspace.files import drawer, expand, key, state_folder
    from argmap.workspace.output import write_out
    from argmap.workspace.reading import Loaded, read
    from argmap.workspace.saving import save
    from argmap.workspace.signature import Signature, glance

__all__ = [
    "Conflict",
    "Exists",
    "Loaded",
    "SaveError",
    "Saved",
    "Signature",
    "Unreadable",
    "drawer",
    "expand",
    "glance",
    "key",
    "read",
    "reason",
    "save",
    "state_folder",
    "write_out",
]

_WHERE = {
    "disk": ("Saved",),
    "errors": ("Conflict", "Exists", "SaveError", "Unreadable", "reason"),
    "files": ("drawer", "expand", "key", "state_folder"),
    "output": ("write_out",),
    "reading": ("Loaded", "read"),
    "saving": ("save",),
    "signature": ("Signature", "glance"),
}


def __getattr__(name: str) -> object:
    """What is used is imported then: who only reads does not pay for what saving needs (30 ms)."""
    for module, names in _WHERE.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
