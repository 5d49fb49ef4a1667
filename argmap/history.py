"""Steps of undo and redo, and the events that lead to them.

A journal is a row of events; played one after the other they give the text, what the file holds
of it, and the steps of undo: the same values that the open file had. `dumped` is the way back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from argmap import text as texts
from argmap.text import Span, TextEdit

Edits = tuple[TextEdit, ...]
BOM = "\ufeff"


class Change(NamedTuple):
    """One step of undo: what was done, and the sets of edits there and back, in order.

    `place` is where one was before it, `typed` that it can grow by the next key.
    """

    title: str
    there: tuple[Edits, ...]
    back: tuple[Edits, ...]
    place: int
    typed: bool = False


@dataclass
class History:
    """What can be undone and redone. Of more than `limit` steps the first ones are let go when
    the file is closed, none before."""

    limit: int = 10_000
    done: list[Change] = field(default_factory=list)
    undone: list[Change] = field(default_factory=list)

    def add(self, change: Change) -> None:
        """A step was made; a typed one grows the typed step before it where it can."""
        self.undone.clear()
        last = self.done[-1] if change.typed and self.done else None
        grown = _grown(last, change) if last is not None else None
        if grown is not None:
            self.done[-1] = grown
        else:
            self.done.append(change)

    def undo(self) -> Change | None:
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def redo(self) -> Change | None:
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]

    def pause(self) -> bool:
        """What is typed from now on is a step of its own; False where it is anyway."""
        if not self.done or not self.done[-1].typed:
            return False
        self.done[-1] = self.done[-1]._replace(typed=False)
        return True


def _grown(last: Change, change: Change) -> Change | None:
    """The typing before with one more character behind it, or one less."""
    if not last.typed or last.title != change.title or len(change.there) != 1:
        return None
    if len(last.there) != 1 or len(last.there[0]) != 1 or len(change.there[0]) != 1:
        return None
    (start, end), before = last.there[0][0]
    (first, stop), new = change.there[0][0]
    if first == stop == start + len(before) and "\n" not in new and not before.endswith(" "):
        text = before + new
    elif not new and stop == start + len(before) and first >= start:
        text = before[: first - start]
    else:
        return None
    ((back_start, _), old), *_ = last.back[0]
    return last._replace(
        there=((TextEdit(Span(start, end), text),),),
        back=((TextEdit(Span(back_start, back_start + len(text)), old),),),
    )


class Event(NamedTuple):
    """Something that happened to an open file. `do` is

    - base: the journal begins with `text`;
    - edit: `there` was done;
    - undo, redo, pause: as the methods of History;
    - file: the file now holds bytes of that `sha256`: `text`, or else the text as it stands.
    """

    do: str
    title: str = ""
    place: int = 0
    typed: bool = False
    there: tuple[Edits, ...] = ()
    sha256: str = ""
    text: str | None = None


class Misfit(ValueError):
    """An event that cannot have happened here: the journal is damaged, or of other text."""


class Replay:
    """Plays events. `held` is what the file holds, as far as the events know."""

    def __init__(self, bom: bool) -> None:
        self.bom = bom
        self.text = self.held = ""
        self.sha256 = ""
        self.history = History()
        self.begun = False
        self.edits = 0  # since the file was last written

    def play(self, event: Event) -> None:
        """Raises Misfit, with everything as it was."""
        if (event.do == "base") == self.begun:
            raise Misfit(f"{event.do} is out of place")
        if event.do == "edit":
            self._edit(event)
        elif event.do in ("undo", "redo"):
            self._again(event.do)
        elif event.do == "pause":
            self.history.pause()
        elif event.do == "base":
            self.text = self.held = event.text or ""
            self.sha256 = event.sha256
            self.begun = True
        elif event.do == "file":
            self._file(event)
        else:
            raise Misfit(f"{event.do} is unknown")

    def _edit(self, event: Event) -> None:
        text = self.text
        back: list[Edits] = []
        for edits in event.there:
            _check(text, edits)
            back.insert(0, texts.invert(text, edits))
            text = texts.apply(text, edits)
        self.text = text
        self.edits += 1
        self.history.add(Change(event.title, event.there, tuple(back), event.place, event.typed))

    def _again(self, do: str) -> None:
        change = self.history.undo() if do == "undo" else self.history.redo()
        if change is None:
            raise Misfit(f"there is nothing to {do}")
        for edits in change.back if do == "undo" else change.there:
            self.text = texts.apply(self.text, edits)
        self.edits += 1

    def _file(self, event: Event) -> None:
        held = self.text if event.text is None else event.text
        # Another program may have put a byte order mark before it, or taken one away.
        if event.sha256 not in (digest(held, self.bom), digest(held, not self.bom)):
            raise Misfit("the text is not the one that was saved")
        self.held = held
        self.sha256 = event.sha256
        self.edits = 0


def _check(text: str, edits: Edits) -> None:
    end = 0
    for (start, stop), _ in edits:
        if not end <= start <= stop <= len(text):
            raise Misfit("an edit is outside of the text")
        end = stop


def digest(text: str, bom: bool) -> str:
    """The SHA-256 of the text as bytes of the file."""
    data = ((BOM if bom else "") + text).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()


class State(NamedTuple):
    """An open file: its text, what the file holds, with its SHA-256, and the steps of undo."""

    text: str
    held: str
    sha256: str
    bom: bool
    history: History


def dumped(state: State) -> Iterator[Event]:
    """Events that lead to `state`."""
    base = state.text
    for change in reversed(state.history.done):
        for edits in change.back:
            base = texts.apply(base, edits)
    same = base == state.held
    yield Event("base", sha256=state.sha256 if same else "", text=base)
    undone = list(reversed(state.history.undone))
    steps = iter([*state.history.done, *undone])
    for change in islice(steps, len(state.history.done)):
        yield Event("edit", change.title, change.place, change.typed, change.there)
        if change is not state.history.done[-1] or undone:
            yield Event("pause")
    for change in steps:
        yield Event("edit", change.title, change.place, change.typed, change.there)
        yield Event("pause")
    for _ in undone:
        yield Event("undo")
    if not same:
        text = None if state.held == state.text else state.held
        yield Event("file", sha256=state.sha256, text=text)
