"""Lines of styled text, as all panes draw them; what they show is made visible here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap.cells import cut, width
from argmap.visible import visible


class Piece(NamedTuple):
    """Text in one style. `style` names styles of the theme, parted by blanks."""

    text: str
    style: str = ""


Line = tuple[Piece, ...]


def shown(text: str) -> str:
    """Text of a file as it is shown: tabs as blanks, line ends as blanks, nothing hidden."""
    if text.isascii() and text.isprintable():
        return text
    flat = text.replace("\t", "    ").replace("\r\n", " ").replace("\n", " ").replace("\r", " ")
    return visible(flat, keep="")


def cells(line: Iterable[Piece]) -> int:
    return sum(width(piece.text) for piece in line)


def fitted(line: Iterable[Piece], room: int, style: str = "") -> Line:
    """The pieces in exactly `room` cells: cut with `…`, or filled up in `style`."""
    pieces: list[Piece] = []
    left = max(room, 0)
    for piece in line:
        taken = width(piece.text)
        if taken > left:
            short = cut(piece.text, left)
            pieces.append(Piece(short, piece.style))
            left -= width(short)
            break
        pieces.append(piece)
        left -= taken
    if left > 0:
        pieces.append(Piece(" " * left, style))
    return tuple(pieces)


def flowed(pieces: Iterable[Piece], room: int) -> list[Line]:
    """Pieces one after the other in as many lines as they need; none is parted."""
    lines: list[Line] = []
    line: list[Piece] = []
    for piece in pieces:
        if line and cells((*line, piece)) > room:
            lines.append(fitted(line, room))
            line = [Piece(" " + piece.text.lstrip(), piece.style)]
        else:
            line.append(piece)
    return [*lines, fitted(line, room)] if line else lines


def wrapped(text: str, room: int, most: int = 1000) -> list[str]:
    """The words of a shown text in at most `most` lines; what is left out ends with `…`."""
    lines: list[str] = []
    rest = text
    while width(rest) > room and len(lines) < most - 1:
        head, rest = _broken(rest, room)
        lines.append(head)
    lines.append(cut(rest, room))
    return lines


def _broken(text: str, room: int) -> tuple[str, str]:
    """The longest beginning that fits into a line, and the rest."""
    fits = len(cut(text[: 4 * room + 16], room + 1, end="")) if not text.isascii() else room + 1
    blank = text.rfind(" ", 0, fits + 1 if not text.isascii() else fits)
    while blank > 0 and width(text[:blank]) > room:
        blank = text.rfind(" ", 0, blank)
    if blank > 0:
        return text[:blank], text[blank + 1 :]
    head = cut(text[: 4 * room + 16], room, end="")
    head = head or text[:1]
    return head, text[len(head) :]


def between(line: Iterable[Piece], start: int, room: int) -> Iterator[Piece]:
    """The pieces from a cell on, as when a line is scrolled sideways."""
    at = 0
    for piece in line:
        taken = width(piece.text)
        if at + taken <= start:
            at += taken
            continue
        text = piece.text
        if at < start:
            skipped = cut(text, start - at, end="")
            gap = start - at - width(skipped)
            text = text[len(skipped) :]
            if gap:
                text = " " + text[1:]
        at += taken
        yield Piece(text, piece.style)
        if at >= start + room:
            return
