"""Two versions side by side: the lines of each place, with one line round it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.tui.comparing import WAYS, Compare
from argmap.tui.paint import Line, Piece, fitted, shown, wrapped

AROUND = 1
SAME = 40
"""As many characters are shown of what two long lines have in common, at each end."""


def lines(prompt: Compare, width: int, height: int) -> list[Line]:
    """The question with as many rows of the two versions as there is room for."""
    half = (width - 3) // 2
    rows, starts = _rows(prompt, half)
    room = max(1, height - 4)
    if prompt.top is None:
        first = starts[prompt.at] if starts else 0
        prompt.top = max(0, first - 2)
    prompt.top = max(0, min(prompt.top, len(rows) - room))
    count = len(prompt.places)
    many = f"  {prompt.at + 1}/{count}" if count > 1 else ""
    keys = [
        piece
        for key, name in prompt.keys
        for piece in (Piece(f" {key}", "key"), Piece(f" {name} ", "dim"))
    ]
    head = [Piece(f" {prompt.title}", "bold"), Piece(many, "dim")]
    left, right = ([Piece(f" {name}", "bar")] for name in (prompt.left, prompt.right))
    names = _both(left, right, half, "bar")
    drawn = [(Piece("─" * width, "key"),), fitted(head, width), fitted(names, width, "bar")]
    drawn += [fitted(row, width) for row in rows[prompt.top : prompt.top + room]]
    drawn += [fitted([], width)] * (room + 3 - len(drawn))
    return [*drawn, fitted(keys, width)]


def _rows(prompt: Compare, half: int) -> tuple[list[Line], list[int]]:
    """All rows, and the row that each place begins at."""
    rows: list[Line] = []
    starts: list[int] = []
    for number, at in enumerate(prompt.places):
        piece = prompt.pieces[at]
        before = prompt.pieces[at - 1].mine[-AROUND:] if at else ()
        after = prompt.pieces[at + 1].mine[:AROUND] if at + 1 < len(prompt.pieces) else ()
        if number:
            rows.append((Piece(" " + "·" * (2 * half), "dim"),))
        starts.append(len(rows))
        rows += _around(before, half)
        here = number == prompt.at
        way = prompt.chosen.get(number, "")
        rows += _place(piece.mine, piece.theirs, half, way, here and prompt.done is not None)
        if way:
            rows.append((Piece(f"   takes {WAYS[way]}", "good"),))
        rows += _around(after, half)
    return rows, starts


def _around(texts: Sequence[str], half: int) -> Iterator[Line]:
    for text in texts:
        line = shown(text.rstrip("\r\n"))[:half]
        yield _both([Piece(f" {line}", "dim")], [Piece(f" {line}", "dim")], half)


def _place(
    mine: Sequence[str], theirs: Sequence[str], half: int, way: str, here: bool
) -> Iterator[Line]:
    left, right = _shortened(mine, theirs)
    sides = [
        [row for line in side for row in wrapped(shown(line.rstrip("\r\n")), half - 2)]
        for side in (left, right)
    ]
    dim = {"m": ("", "dim"), "t": ("dim", "")}.get(way, ("", ""))
    mark = "›" if here else " "
    for number in range(max(1, *map(len, sides))):
        texts = [side[number] if number < len(side) else "" for side in sides]
        empty = [not side and number == 0 for side in sides]
        first, second = (
            [Piece(mark if not at and number == 0 else " ", "key"),
             Piece("(nothing)" if none else text, "dim" if none else dim[at])]
            for at, (text, none) in enumerate(zip(texts, empty, strict=True))
        )  # fmt: skip
        yield _both(first, second, half)


def _shortened(mine: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], list[str]]:
    """A long line on each side without most of what the two have in common at their ends."""
    if len(mine) != 1 or len(theirs) != 1:
        return list(mine), list(theirs)
    (left,), (right,) = mine, theirs
    start = _alike(left, right)
    rest = min(len(left), len(right)) - start
    end = min(rest, _alike(left[::-1], right[::-1]))
    found = []
    for text in (left, right):
        last = len(text) - end + SAME
        tail = text[start : len(text)] if last >= len(text) else text[start:last] + "…"
        head = text[:start] if start <= SAME else "…" + text[start - SAME : start]
        found.append(head + tail)
    return [found[0]], [found[1]]


def _alike(first: str, second: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(first), len(second)))


def _both(first: list[Piece], second: list[Piece], half: int, style: str = "") -> Line:
    return (*fitted(first, half, style), Piece(" │ ", "rule"), *fitted(second, half, style))
