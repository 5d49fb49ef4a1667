"""The articles that a command is to read, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.document import Document
    from argmap.workspace import Loaded


class Inputs:
    """The files that paths, folders and patterns stand for. One that cannot be read is told on
    stderr and passed over; `failed` says that there was such a one."""

    def __init__(self, named: Sequence[str], suffix: str | tuple[str, ...] = ".argmap") -> None:
        from argmap.workspace import Unreadable, expand

        self.failed = False
        found: dict[str, None] = {}
        for name in named:
            try:
                found.update(dict.fromkeys(expand([name], suffix)))
            except Unreadable as failure:
                self.tell(failure)
        self.files = tuple(found)

    def texts(self) -> Iterator[tuple[str, Loaded]]:
        from argmap.workspace import Unreadable, read

        for file in self.files:
            try:
                loaded = read(file, signed=False)
            except Unreadable as failure:
                self.tell(failure)
            else:
                yield file, loaded

    def documents(self) -> Iterator[tuple[str, Document]]:
        from argmap.document import Document

        for file, loaded in self.texts():
            yield file, Document.of(loaded.text)

    def code(self, found: int = 0) -> int:
        """The exit code of a command that found so."""
        return 2 if self.failed else found

    def tell(self, failure: Exception | str) -> None:
        """Says on stderr that a file cannot be read."""
        tell(failure)
        self.failed = True


def tell(failure: Exception | str) -> None:
    """Says on stderr why something cannot be done."""
    from argmap.visible import visible

    sys.stdout.flush()  # what was found before stands before it
    print(f"argmap: {visible(str(failure))}", file=sys.stderr)


class Headings:
    """A line with the name of each file before what is told of it, where there are several."""

    def __init__(self, files: Sequence[str]) -> None:
        self.several = len(files) > 1
        self.first = True

    def __call__(self, file: str) -> None:
        from argmap.visible import visible

        if self.several:
            print(("" if self.first else "\n") + visible(file, keep=""))
        self.first = False
