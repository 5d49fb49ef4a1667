"""Two versions side by side, to look at or to choose from, place by place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from argmap.lines import Piece, cut, hunks

Chosen = Callable[[str], object]
Answers = Mapping[str, tuple[str, Callable[[], object]]]
WAYS = {"m": "mine", "t": "theirs", "b": "both"}


def pieces_of(old: str, new: str) -> list[Piece]:
    """The difference of two texts, as something to look at: `theirs` is the new one."""
    before, after = cut(old), cut(new)
    found: list[Piece] = []
    at = 0
    for a, b, c, d in hunks(before, after):
        same, gone = tuple(before[at:a]), tuple(before[a:b])
        found += [Piece(same, same, same, same), Piece(gone, gone, tuple(after[c:d]), None)]
        at = b
    rest = tuple(before[at:])
    return [*found, Piece(rest, rest, rest, rest)]


@dataclass
class Compare:
    """Shows the places where two versions differ. With `done` one chooses for each: mine, theirs
    or both; it is given the whole text. Without it the keys are those of `answers`."""

    title: str
    left: str
    right: str
    pieces: Sequence[Piece]
    done: Chosen | None = None
    answers: Answers = field(default_factory=dict)
    cancelled: Callable[[], object] | None = None
    at: int = 0  # which of the places
    top: int | None = None  # the first line in view; None: so that the place is
    chosen: dict[int, str] = field(default_factory=dict)

    @property
    def places(self) -> list[int]:
        """The numbers of the pieces that differ."""
        return [number for number, piece in enumerate(self.pieces) if piece.merged is None]

    @property
    def open(self) -> list[int]:
        """The places that are not chosen yet."""
        return [number for number in range(len(self.places)) if number not in self.chosen]

    @property
    def keys(self) -> list[tuple[str, str]]:
        """The keys that do something now, and what."""
        told = [("j k", "scroll")]
        if len(self.places) > 1:
            told.append(("n N", "next place"))
        if self.done is not None:
            told += WAYS.items()
            told.append(("M T", "all mine, all theirs"))
            if not self.open:
                told.append(("Enter", "take it"))
        return [*told, *((key, name) for key, (name, _) in self.answers.items()), ("Esc", "later")]

    def key(self, key: str, character: str | None) -> bool:
        pressed = character if character and character.isprintable() else key
        if pressed == "escape":
            if self.cancelled:
                self.cancelled()
            return True
        if pressed in self.answers:
            self.answers[pressed][1]()
            return True
        if pressed == "enter" and self.done is not None and not self.open:
            self.done(self.merged())
            return True
        if pressed in _SCROLL:
            self.top = max(0, (self.top or 0) + _SCROLL[pressed])
        elif pressed in ("n", "N", "tab"):
            self._go(self.at + (-1 if pressed == "N" else 1))
        elif self.done is not None:
            self._choose(pressed)
        return False

    def _go(self, to: int) -> None:
        self.at = to % max(1, len(self.places))
        self.top = None

    def _choose(self, pressed: str) -> None:
        if pressed in ("M", "T"):
            self.chosen = dict.fromkeys(range(len(self.places)), pressed.lower())
        elif pressed in WAYS:
            self.chosen[self.at] = pressed
            if self.open:
                later = [number for number in self.open if number > self.at]
                self._go((later or self.open)[0])

    def lines_of(self, number: int) -> tuple[str, ...] | None:
        """What a place is to hold, None while that is open."""
        piece = self.pieces[self.places[number]]
        way = self.chosen.get(number)
        if way is None:
            return None
        if way == "b":
            return (*_ended(piece.mine), *piece.theirs)
        return piece.mine if way == "m" else piece.theirs

    def merged(self) -> str:
        """The whole text, once all is chosen."""
        number = 0
        lines: list[str] = []
        for piece in self.pieces:
            if piece.merged is not None:
                lines += piece.merged
            else:
                lines += self.lines_of(number) or ()
                number += 1
        return "".join(lines)

    def paste(self, _: str) -> None:
        """There is nothing to type."""


def _ended(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines, the last one with an end too, so that more can follow."""
    if not lines or lines[-1].endswith(("\n", "\r")):
        return lines
    return (*lines[:-1], lines[-1] + "\n")


_SCROLL = {"j": 1, "down": 1, "k": -1, "up": -1, "pagedown": 10, "pageup": -10, "space": 10,
           "ctrl+d": 10, "ctrl+u": -10}  # fmt: skip
