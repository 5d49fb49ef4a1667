"""Loads the grammar of the annotation language: the only module that touches lark's machinery."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark, Token, Tree, UnexpectedInput, UnexpectedToken

__all__ = ["Node", "Token", "Tree", "Unexpected", "expected", "parse", "pattern", "source"]

Node = Tree[Token]

Unexpected = UnexpectedInput
NAME = "argmap.lark"


def source() -> str:
    """The grammar's text: packaged with argmap, or in the folder beside it in a checkout."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "grammars", here.parent / "grammars"):
        with suppress(FileNotFoundError):
            return (folder / NAME).read_text("utf-8")
    raise FileNotFoundError(f"argmap is not installed whole: {NAME} is missing")


@cache
def _lark() -> Lark:
    text = source()
    options: dict[str, Any] = {
        "parser": "lalr",
        "start": ["prose", "line"],
        "maybe_placeholders": False,
        "keep_all_tokens": True,
    }
    return Lark(text, **options, cache=_tables(text))


def _tables(text: str) -> str | bool:
    """Where lark keeps its tables between runs: a folder that only this user can write."""
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = Path(home) / "argmap"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    if os.name == "posix" and (found.st_uid != os.getuid() or found.st_mode & 0o022):
        return False
    return str(folder / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.tables")


def parse(text: str, start: str) -> Node:
    """A cell as a tree: `prose`, or a map `line`.

    Prose never fails; a map line raises Unexpected.
    """
    return _lark().parse(text, start=start)


def expected(fault: UnexpectedInput) -> frozenset[str]:
    """The terminals that could have stood where a map line failed."""
    if isinstance(fault, UnexpectedToken):
        return frozenset(fault.expected)
    return frozenset(getattr(fault, "allowed", None) or ())


@cache
def pattern(terminal: str) -> re.Pattern[str]:
    """The regular expression of a terminal, so that it is written down only once."""
    found = next(term for term in _lark().terminals if term.name == terminal)
    return re.compile(found.pattern.to_regexp())
