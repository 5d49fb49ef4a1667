"""Made-up news prose with about one mark a sentence; the same text for the same size."""

from __future__ import annotations

import random

PROSE = (
    "the bridge should close before winter because two cables show deep rust and the ferries carry "
    "most of the traffic while the council debates repair costs that nobody has agreed to pay"
)
WORDS = PROSE.split()
SPEAKERS = ("lind", "okoro", "teal", "noor", "wang", "blinken", "sorensen")


def article(size: int) -> str:
    """An annotated article of about `size` bytes."""
    rnd = random.Random(42)
    pieces = ["---\nargmap: 1\ntitle: A long debate\n---\n\n"]
    length = len(pieces[0])
    number = 0
    while length < size:
        piece = _sentence(rnd, number)
        pieces.append(piece)
        length += len(piece)
        number += 1
    pieces.append("\n" + "".join(f"\n@{who} = {who.title()}" for who in SPEAKERS) + "\n")
    return "".join(pieces)


def dense(size: int) -> str:
    """An article of about `size` bytes with a mark for each 50 of them: 20,000 in 1 MB."""
    rnd = random.Random(3)
    pieces: list[str] = []
    length = number = 0
    while length < size:
        words = " ".join(rnd.choice(WORDS) for _ in range(3)).capitalize()
        relation = f" +c{rnd.randrange(number)}" if number % 3 else ""
        end = ".\n\n" if number % 20 == 19 else ".\n" if number % 5 == 4 else ". "
        piece = f"[{words}]{{claim #c{number} @{SPEAKERS[number % 7]}{relation}}}{end}"
        pieces.append(piece)
        length += len(piece)
        number += 1
    return "".join(pieces)


def chain(depth: int) -> str:
    """An article of claims each of which is a reason for the one before."""
    return "\n".join(
        f"[Claim {number} of the chain]{{claim #c{number}{f' +c{number - 1}' if number else ''}}}."
        for number in range(depth)
    )


def _sentence(rnd: random.Random, number: int) -> str:
    words = " ".join(rnd.choice(WORDS) for _ in range(rnd.randint(8, 18)))
    who = rnd.choice(SPEAKERS)
    relation = (
        f" {rnd.choice('++-')}c{rnd.randrange(max(0, number - 40), number)}" if number else ""
    )
    end = "\n\n" if number % 5 == 4 else "\n" if number % 2 else " "
    return f"As {who.title()} said, [{words}]{{claim #c{number} @{who}{relation}}}.{end}"
