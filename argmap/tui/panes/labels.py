"""Letters that stand on every visible claim while a target is chosen."""

from __future__ import annotations

from itertools import product

from argmap.tui.desk import Connecting

LETTERS = "asdfewrtyuiopxcvbnmz"
"""None of them moves the cursor while one chooses."""


def label(connecting: Connecting, claim: str) -> str:
    """The letters of a claim: the same as long as one chooses."""
    known = connecting.labels
    if claim not in known:
        known[claim] = _name(len(known))
    return known[claim]


def _name(number: int) -> str:
    """Half of the letters stand alone, the others begin pairs: no label begins another."""
    alone, first = LETTERS[:10], LETTERS[10:]
    if number < len(alone):
        return alone[number]
    pairs = list(product(first, LETTERS))
    number -= len(alone)
    if number < len(pairs):
        return "".join(pairs[number])
    return ""


def typed(connecting: Connecting, key: str) -> str:
    """The claim whose letters are typed with one more; empty as long as there is none."""
    connecting.typed += key
    for claim, letters in connecting.labels.items():
        if letters and letters == connecting.typed:
            return claim
    if not any(letters.startswith(connecting.typed) for letters in connecting.labels.values()):
        connecting.typed = ""
    return ""
