"""The targets: a module each, found by its name.

A target has `run(data)`, which raises where something is wrong, `seeds()`, inputs to begin with,
and may have `WORDS`, what means something to it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

CORPUS = Path(__file__).parents[1] / "corpus"
MAPS = Path(__file__).parents[3] / "maps"


class Target(Protocol):
    WORDS: tuple[bytes, ...]

    def run(self, data: bytes) -> object: ...
    def seeds(self) -> Iterator[bytes]: ...


def names() -> tuple[str, ...]:
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__)))


def target(name: str) -> Target:
    return cast(Target, importlib.import_module(f"{__name__}.{name}"))


def kept(name: str) -> list[bytes]:
    """Inputs that are kept: examples, and what fuzzing found to lead to places of their own."""
    file = CORPUS / f"{name}.txt"
    return [*map(plain, file.read_text("ascii").splitlines())] if file.exists() else []


def corpus(name: str) -> list[bytes]:
    """All that a target begins with."""
    return [*target(name).seeds(), *kept(name)]


def plain(line: str) -> bytes:
    """The bytes of a line of a corpus, where all that is not printable is escaped."""
    return line.encode("ascii").decode("unicode_escape").encode("latin-1")


def line(data: bytes) -> str:
    """An input as a line of a corpus.

    >>> line(b"a\\n\\xff"), plain(line(b"a\\n\\xff"))
    ('a\\\\n\\\\xff', b'a\\n\\xff')
    """
    return data.decode("latin-1").encode("unicode_escape").decode("ascii")


def articles() -> list[str]:
    """Annotated articles, small ones: each row of the language, and what the maps begin with."""
    from texts import ROWS

    maps = [path.read_text("utf-8") for path in sorted(MAPS.glob("*.argmap"))]
    ends = [text.rfind("}", 0, 900) + 1 for text in maps]
    return [*ROWS.values(), *(text[:end] for text, end in zip(maps, ends, strict=True))]
