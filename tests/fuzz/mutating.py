"""Changes an input a little, in ways that matter for text: the same ones for the same dice."""

from __future__ import annotations

import random
from collections.abc import Sequence

LONGEST = 4096


def mutated(
    data: bytes, words: Sequence[bytes], others: Sequence[bytes], dice: random.Random
) -> bytes:
    """`data` after a few changes; `words` are what means something to the target, `others`
    further inputs that pieces are taken from."""
    for _ in range(dice.choice((1, 1, 2, 3, 8))):
        data = _changed(data, words, others, dice)
    return data[:LONGEST]


def _changed(
    data: bytes, words: Sequence[bytes], others: Sequence[bytes], dice: random.Random
) -> bytes:
    start, end = _range(data, dice)
    match dice.randrange(8):
        case 0:
            return data[:start] + data[end:]
        case 1:
            return data[:end] + data[start:]
        case 2 | 3 if words:
            return data[:start] + dice.choice(words) + data[dice.choice((start, end)) :]
        case 4 if others:
            other = dice.choice(others)
            first, last = _range(other, dice)
            return data[:start] + other[first:last] + data[end:]
        case 5:
            return data[:start] + bytes([dice.randrange(256)]) + data[start + 1 :]
        case 6:
            return data[:start] + data[start:end] * dice.choice((2, 3, 100)) + data[end:]
    lines = data.split(b"\n")
    at = dice.randrange(len(lines))
    lines.insert(dice.randrange(len(lines)), lines.pop(at))
    return b"\n".join(lines)


def _range(data: bytes, dice: random.Random) -> tuple[int, int]:
    """A place and one a little behind it."""
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.choice((1, 1, 2, 4, 16, 64)))
