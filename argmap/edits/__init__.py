"""Wishes turned into text edits: pure functions from a Document to what changes in its text.

Each makes the smallest change, leaves the article's own words alone (`strip` stays the same)
and leaves nothing that refers to what is gone. CannotEdit says why a wish cannot be done.
"""

from __future__ import annotations

from argmap.edits.about import set_front
from argmap.edits.attributes import add_tag, remove_tag, set_data, set_label, set_speakers
from argmap.edits.claims import add_implicit, delete, describe, merge, set_wording, split
from argmap.edits.errors import CannotEdit
from argmap.edits.front import save_entry
from argmap.edits.marks import cover, mark
from argmap.edits.order import move, reorder
from argmap.edits.questions import raise_question, set_scheme, set_step_data
from argmap.edits.relations import name, relate, unrelate
from argmap.edits.rename import rename, rename_speaker
from argmap.edits.unmarking import unmark

__all__ = [
    "CannotEdit",
    "add_implicit",
    "add_tag",
    "cover",
    "delete",
    "describe",
    "mark",
    "merge",
    "move",
    "name",
    "raise_question",
    "relate",
    "remove_tag",
    "rename",
    "rename_speaker",
    "reorder",
    "save_entry",
    "set_data",
    "set_front",
    "set_label",
    "set_scheme",
    "set_speakers",
    "set_step_data",
    "set_wording",
    "split",
    "unmark",
    "unrelate",
]
