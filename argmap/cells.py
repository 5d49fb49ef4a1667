"""How many terminal cells a text takes, and where it must be cut to fit."""

from __future__ import annotations


def width(text: str) -> int:
    """How many cells a visible text takes.

    >>> width("street"), width("漢字"), width("e\\u0301")
    (6, 4, 1)
    """
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # most texts do without, and save its import

    return cell_len(text)


def cut(text: str, cells: int, end: str = "…") -> str:
    """A visible text cut to `cells` cells; one that was cut closes with `end`.

    Letters keep their accents, but a heap of more than 16 code points a cell is cut too.

    >>> cut("the street is empty", 11), cut("漢字漢字", 6), cut("short", 11)
    ('the street…', '漢字…', 'short')
    """
    head = text[: 16 * max(cells, 0)]
    if len(head) == len(text) and width(text) <= cells:
        return text
    room = cells - width(end)
    return "" if room < 0 else _fitting(head, room, whole=len(head) == len(text)) + end


def letters(text: str) -> list[tuple[int, int]]:
    """Where each letter, with its accents and joiners, begins and ends.

    >>> letters("e\\u0301a")
    [(0, 2), (2, 3)]
    """
    if text.isascii():
        return [(at, at + 1) for at in range(len(text))]
    from rich.cells import split_graphemes

    return [(start, end) for start, end, _ in split_graphemes(text)[0]]


def _fitting(text: str, room: int, *, whole: bool) -> str:
    """The longest beginning of letters that fits. Unless `whole`, the last may be half a one."""
    if text.isascii():
        return text[:room]
    from rich.cells import split_graphemes

    letters, _ = split_graphemes(text)
    fitting = 0
    for _, stop, size in letters if whole else letters[:-1]:
        room -= size
        if room < 0:
            break
        fitting = stop
    return text[:fitting]
