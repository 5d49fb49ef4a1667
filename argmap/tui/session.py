"""A file that is open: its document, what was done to it, and what of it is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from argmap import text as texts
from argmap.document import Document
from argmap.text import TextEdit
from argmap.workspace import Loaded, Saved, save

Edits = tuple[TextEdit, ...]
Wish = Callable[[Document], Iterable[TextEdit]]
"""What is wanted, as edits of the Document that it is asked of. May raise CannotEdit."""


LARGE = 200_000
BEGINNING = 20_000


class Change(NamedTuple):
    """One step of undo: what was done, and the sets of edits there and back, in order.

    `place` is where one was before it, `typed` that it can grow by the next key.
    """

    title: str
    there: tuple[Edits, ...]
    back: tuple[Edits, ...]
    place: int
    typed: bool = False


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
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self.partial = False
        self.scratch = scratch  # not a file of the user's: nothing is kept of it
        self.left: Mapping[str, object] | None = None  # where one was when another file was shown
        self.told = ""  # what is said of it when it is first shown
        self.tour: int | None = None  # the lesson of the tutorial

    @property
    def dirty(self) -> bool:
        return not self.partial and not self.scratch and self.document.text != self.saved

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
        self.undone.clear()
        last = self.done[-1] if typed and self.done else None
        grown = _grown(last, there[0]) if last and last.title == title and len(there) == 1 else None
        if grown:
            self.done[-1] = grown
        else:
            self.done.append(Change(title, tuple(there), tuple(back), place, typed))
        return tuple(there)

    def undo(self) -> Change | None:
        if not self.done:
            return None
        change = self.done.pop()
        for edits in change.back:
            self.document = self.document.edit(edits)
        self.undone.append(change)
        return change

    def redo(self) -> Change | None:
        if not self.undone:
            return None
        change = self.undone.pop()
        for edits in change.there:
            self.document = self.document.edit(edits)
        self.done.append(change)
        return change

    def close_typing(self) -> None:
        """What is typed from now on is a step of its own."""
        if self.done and self.done[-1].typed:
            self.done[-1] = self.done[-1]._replace(typed=False)

    @property
    def text(self) -> str:
        """All of the text, also while only its beginning is in the document."""
        return self.loaded.text if self.partial else self.document.text

    def data(self) -> bytes:
        return self.loaded.data(self.text)

    def save(self, *, force: bool = False) -> Saved:
        """Writes the file, if nobody else has since. Raises SaveError, Conflict among them."""
        text = self.text
        done = save(self.path, self.data(), expected=self.signature, force=force)
        self.signature = done.signature
        self.saved = text
        return done


def difference(before: str, after: str) -> TextEdit:
    """The one edit that makes a text another one, and leaves the same beginning and end alone."""
    start = _alike(before, after)
    most = min(len(before), len(after)) - start
    end = _alike(before[::-1], after[::-1], most)
    return TextEdit(
        texts.Span(start, len(before) - end), after[start : len(after) - end]
    )  # fmt: skip


def _alike(one: str, other: str, most: int | None = None) -> int:
    """How many characters two texts begin with in common."""
    low, high = 0, min(len(one), len(other)) if most is None else most
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _grown(last: Change, edits: Edits) -> Change | None:
    """The typing before with one more character behind it, or one less."""
    if not last.typed or len(last.there) != 1 or len(last.there[0]) != 1 or len(edits) != 1:
        return None
    (start, end), before = last.there[0][0]
    (first, stop), new = edits[0]
    if first == stop == start + len(before) and "\n" not in new and not before.endswith(" "):
        text = before + new
    elif not new and stop == start + len(before) and first >= start:
        text = before[: first - start]
    else:
        return None
    ((back_start, _), old), *_ = last.back[0]
    return last._replace(
        there=((TextEdit(texts.Span(start, end), text),),),
        back=((TextEdit(texts.Span(back_start, back_start + len(text)), old),),),
    )
