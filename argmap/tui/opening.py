"""Taking up a file: as it is, or for an article without marks the copy beside it that gets them."""

from __future__ import annotations

import os
import re

from argmap import workspace
from argmap.beginning import begin
from argmap.tui.session import Session

_MARKED = re.compile(
    r"\]\{|\{<#|\{>>|\A---[ \t]*[\r\n]+argmap:"
    r"|^(?:#\S+[ \t]*(?::|\+>|->|_>|><|=|&)|@\S+[ \t]*=|%%)",
    re.MULTILINE,
)
"""What no article has by itself, in 1,348 that were looked at."""


def opened(path: str) -> Session:
    """The file at a path. An article without marks stays as it is: its marks go to a file of the
    same name that ends with `.argmap`, which is opened instead if it is there. Raises
    Unreadable."""
    loaded = workspace.read(path)
    base, suffix = os.path.splitext(path)
    if suffix == ".argmap" or loaded.signature is None or _MARKED.search(loaded.text):
        return Session.opened(loaded)
    copy = f"{base}.argmap"
    name, own = os.path.basename(copy), os.path.basename(path)
    if os.path.exists(copy):
        session = Session.opened(workspace.read(copy))
        same = session.partial or session.document.article == loaded.text
        differs = "" if same else f", whose words differ from it: see `argmap update {own}`"
        session.told = f"{own} has its marks in {name}{differs}"
        return session
    made = loaded._replace(path=copy, text=begin(loaded.text, {}), signature=None)
    session = Session.opened(made)
    session.told = f"marks go to {name}; {own} stays as it is"
    return session
