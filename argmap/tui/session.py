"""A file that is open: its document, what was done to it, and what of it is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from argmap import lines
from argmap import text as texts
from argmap.document import Document
from argmap.history import Change, Edits, Event, History, State, digest
from argmap.text import TextEdit
from argmap.workspace import Loaded, Saved

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.workspace.journal import Journal
    from argmap.workspace.lock import Holder, Lock
    from argmap.workspace.signature import Stat

Wish = Callable[[Document], Iterable[TextEdit]]
"""What is wanted, as edits of the Document that it is asked of. May raise CannotEdit."""


LARGE = 200_000
BEGINNING = 20_000


class Session:
    """Every change is an edit of the text; undo is its inverse, exact to the byte."""

    @staticmethod
    def opened(loaded: Loaded) -> Session:
        """The file; of a large one only its beginning at first: `finish` reads the rest."""
        text = loaded.text
        if len(text) <= LARGE:
            return Session(loaded)
        end = text.find("\n\n", BEGINNING)
        session = Session(loaded, Document.of(text[: end if 0 < end < LARGE else BEGINNING]))
        session.partial = True
        return session

    def finish(self) -> Document:
        """The whole of a large file, with its map: takes a second for each 500 KB."""
        document = Document.of(self.loaded.text)
        _ = document.map.index, document.diagnostics, document.article
        return document

    def __init__(
        self, loaded: Loaded, document: Document | None = None, *, scratch: bool = False
    ) -> None:
        self.path = loaded.path
        self.loaded = loaded
        self.signature = loaded.signature
        self.document = document or Document.of(loaded.text)
        self.saved = loaded.text
        self.history = History()
        self.earlier: Callable[[], History | None] | None = None  # the steps of earlier times
        self.partial = False
        self.since = time.monotonic()
        self.scratch = scratch  # not a file of the user's: nothing is kept of it
        self.left: Mapping[str, object] | None = None  # where one was when another file was shown
        self.told = ""  # what is said of it when it is first shown
        self.tour: int | None = None  # the lesson of the tutorial
        self.lock: Lock | None = None
        self.holder: Holder | None = None  # who else has it open: nothing can be changed then
        self.journal: Journal | None = None
        self.interrupted: Path | None = None  # what it held before a save that did not end
        self.saving = False
        self.afterwards: list[Callable[[], object]] = []  # what waits for the end of that
        self.gone = ""  # why the file can no longer be read
        self.refused: Stat | None = None  # a state of the file that was not taken in

    @property
    def age(self) -> float:
        """The seconds since the file was opened."""
        return time.monotonic() - self.since

    @property
    def dirty(self) -> bool:
        if self.partial or self.scratch or self.holder:
            return False
        return bool(self.gone) or self.document.text != self.saved

    @property
    def sha256(self) -> str:
        """Of the file's bytes; of a new one, of those that it began with."""
        return self.signature.sha256 if self.signature else digest(self.saved, self.loaded.bom)

    @property
    def state(self) -> State:
        return State(self.text, self.saved, self.sha256, self.loaded.bom, self.history)

    def change(
        self, title: str, wishes: Iterable[Wish], place: int, *, typed: bool = False
    ) -> tuple[Edits, ...]:
        """Grants the wishes one after the other, as one step of undo; returns their edits, none
        where they change nothing. Where one cannot be granted, none is."""
        document = self.document
        there: list[Edits] = []
        back: list[Edits] = []
        for wish in wishes:
            if found := texts.arrange(wish(document)):
                there.append(found)
                back.insert(0, texts.invert(document.text, found))
                document = document.edit(found)
        if document.text == self.document.text:
            return ()
        self.document = document
        self.history.add(Change(title, tuple(there), tuple(back), place, typed))
        self._note(Event("edit", title, place, typed, tuple(there)))
        return tuple(there)

    def undo(self) -> Change | None:
        if not self.history.done:
            self._recall()
        change = None if self.holder else self.history.undo()
        if change is not None:
            for edits in change.back:
                self.document = self.document.edit(edits)
            self._note(Event("undo"))
        return change

    def redo(self) -> Change | None:
        change = None if self.holder else self.history.redo()
        if change is not None:
            for edits in change.there:
                self.document = self.document.edit(edits)
            self._note(Event("redo"))
        return change

    def close_typing(self) -> None:
        """What is typed from now on is a step of its own."""
        if self.history.pause():
            self._note(Event("pause"))

    def _recall(self) -> None:
        """The steps of earlier times are read when one undoes beyond those of this time."""
        earlier, self.earlier = self.earlier, None
        found = earlier() if earlier else None
        if found is not None:
            found.limit = self.history.limit
            self.history = found

    def _note(self, event: Event) -> None:
        if self.journal is not None:
            self.journal.note(event, lambda: self.state)

    def restore(self, text: str, held: str, history: History) -> None:
        """Takes up work of an earlier time, made of a file that held `held`."""
        self.document = Document.of(text)
        self.saved = held
        history.limit = self.history.limit
        self.history = history

    def discard(self) -> None:
        """Back to what the file holds, as a step that can be undone another time."""
        edits = lines.changes(self.document.text, self.saved)
        self.change("changes discarded", [lambda _: edits], 0)

    @property
    def text(self) -> str:
        """All of the text, also while only its beginning is in the document."""
        return self.loaded.text if self.partial else self.document.text

    def data(self) -> bytes:
        """The bytes to write. Raises UnicodeEncodeError for half a character."""
        return self.loaded.data(self.text)

    def written(self, text: str, done: Saved) -> None:
        """The file now holds `text`, which may no longer be the one that is shown."""
        self.signature = done.signature
        self._holds(text)
        if self.interrupted is not None:
            self.interrupted.unlink(missing_ok=True)
            self.interrupted = None

    def found(self, loaded: Loaded) -> None:
        """The file was read anew: what is shown may differ from it, and was made from it."""
        self.loaded = loaded
        self.signature = loaded.signature
        self._holds(loaded.text)

    def _holds(self, text: str) -> None:
        self.saved = text
        self.gone = ""
        shown = self.document.text
        if self.journal is not None and (self.journal.begun or text != shown):
            self._note(Event("file", sha256=self.sha256, text=None if text == shown else text))
