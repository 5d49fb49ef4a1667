"""Files: the only place that opens them, for reading and for writing."""

from __future__ import annotations

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
