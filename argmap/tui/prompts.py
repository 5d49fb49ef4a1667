"""Questions at the foot of the screen: a line to type, a thing to choose, a yes or no."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from argmap.tui.fuzzy import ranked
from argmap.tui.lineedit import LineEdit

Check = Callable[[str], str]
"""The reason why a text will not do, empty if it will."""


class Prompt(Protocol):
    """Takes the keys while it is open; True when it is done with."""

    title: str

    def key(self, key: str, character: str | None) -> bool: ...
    def paste(self, text: str, /) -> None: ...


def _good(_: str) -> str:
    return ""


Answers = dict[str, tuple[str, Callable[[], object]]]
"""By their key: what an answer is called, and what is done then."""


@dataclass
class Ask:
    """A question answered by one key of `answers`; Esc is none of them."""

    title: str
    answers: Answers
    cancelled: Callable[[], object] | None = None

    def key(self, key: str, character: str | None) -> bool:
        pressed = character if character in self.answers else key
        if pressed == "escape":
            if self.cancelled:
                self.cancelled()
            return True
        if pressed in self.answers:
            self.answers[pressed][1]()
            return True
        return False

    def paste(self, _: str) -> None:
        """There is nothing to type."""


@dataclass
class Entry:
    """A line to type, checked as it is typed."""

    title: str
    done: Callable[[str], object]
    line: LineEdit = field(default_factory=LineEdit)
    check: Check = _good
    changed: Callable[[str], object] | None = None
    cancelled: Callable[[], object] | None = None
    hint: str = ""
    completed: Callable[[str], str] | None = None  # what Tab makes of the line

    @property
    def fault(self) -> str:
        return self.check(self.line.text)

    def key(self, key: str, character: str | None) -> bool:
        if key == "escape":
            if self.cancelled:
                self.cancelled()
            return True
        if key == "enter":
            if self.fault:
                return False
            self.done(self.line.text)
            return True
        before = self.line.text
        if key == "tab" and self.completed:
            self.line = LineEdit.of(self.completed(before))
        else:
            self.line.key(key, character)
        self._told(before)
        return False

    def paste(self, text: str) -> None:
        before = self.line.text
        self.line.insert(text)
        self._told(before)

    def _told(self, before: str) -> None:
        if self.changed and self.line.text != before:
            self.changed(self.line.text)


class Option(NamedTuple):
    """A thing to choose: what is handed on, what is shown, and what more is said of it.
    `why_not`: it cannot be chosen now, and why."""

    value: str
    label: str
    detail: str = ""
    style: str = ""
    why_not: str = ""


@dataclass
class Choice:
    """A list narrowed by typing. `fresh` makes an option of what was typed, if it can be new;
    with `several`, Tab takes one and asks on."""

    title: str
    options: Sequence[Option]
    done: Callable[[tuple[str, ...]], object]
    fresh: Callable[[str], Option | None] | None = None
    several: bool = False
    line: LineEdit = field(default_factory=LineEdit)
    at: int = 0
    taken: list[str] = field(default_factory=list)
    cancelled: Callable[[], object] | None = None
    limit: int = 200
    exact: bool = False  # what `fresh` makes comes first
    completed: Callable[[str], str] | None = None  # what Tab makes of the line

    @property
    def found(self) -> list[Option]:
        """What fits the words typed, the best first; what would be new stands before all that
        only fits letter by letter."""
        query = self.line.text.strip()
        options = [one for one in self.options if one.value not in self.taken or not one.value]
        fits = ranked(query, options, _words_of)[: self.limit]
        if query and self.fresh and (new := self.fresh(query)):
            if self.exact:
                fits.insert(0, new)
            elif all(one.value != new.value for one in fits):
                near = [one for one in fits if query.casefold() in _words_of(one).casefold()]
                fits = [*near, new, *(one for one in fits if one not in near)]
        return fits

    def key(self, key: str, character: str | None) -> bool:
        if key == "escape":
            if self.cancelled:
                self.cancelled()
            return True
        if key in _STEPS:
            self.at += _STEPS[key]
            self.at = max(0, min(self.at, len(self.found) - 1))
            return False
        if key == "tab" and self.several:
            self._take()
            return False
        if key == "tab" and self.completed:
            self.line = LineEdit.of(self.completed(self.line.text))
            self.at = 0
            return False
        if key == "enter":
            return self._choose()
        if key == "backspace" and self.taken and not self.line.text:
            self.taken.pop()
            return False
        before = self.line.text
        self.line.key(key, character)
        if self.line.text != before:
            self.at = 0
        return False

    def _take(self) -> None:
        found = self.found
        if found and found[self.at].value and not found[self.at].why_not:
            self.taken.append(found[self.at].value)
            self.line = LineEdit()
            self.at = 0

    def _choose(self) -> bool:
        found = self.found
        if self.taken and not self.line.text:
            self.done(tuple(self.taken))
            return True
        if not found or found[self.at].why_not:
            return False
        self.done((*self.taken, found[self.at].value))
        return True

    def click(self, number: int) -> bool:
        if not 0 <= number < len(self.found):
            return False
        self.at = number
        return self._choose()

    def paste(self, text: str) -> None:
        self.line.insert(text)
        self.at = 0


def _words_of(option: Option) -> str:
    return f"{option.label} {option.value} {option.detail}"


_STEPS = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": 8, "pageup": -8}
