"""Finds options by a few letters of theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def ranked(query: str, options: Iterable[T], words: Callable[[T], str]) -> list[T]:
    """The options that have all words of the query, or its letters in order; best first.

    >>> ranked("wy", ["Antony Blinken", "Wang Yi"], str)
    ['Wang Yi']
    """
    wanted = folded(query).split()
    if not wanted:
        return list(options)
    scored = []
    for number, option in enumerate(options):
        text = folded(words(option))
        score = _score(wanted, text)
        if score is not None:
            scored.append((score, number, option))
    scored.sort(key=lambda one: one[:2])
    return [option for _, _, option in scored]


def folded(text: str) -> str:
    """Without case and accents."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _score(wanted: list[str], text: str) -> int | None:
    """Lower is better: words at the beginning, beginnings of words, anywhere, scattered."""
    total = 0
    for word in wanted:
        at = text.find(word)
        if at == 0:
            continue
        if f" {word}" in text:
            total += 1
        elif at > 0:
            total += 2
        elif _scattered(word, text):
            total += 10
        else:
            return None
    return total


def _scattered(letters: str, text: str) -> bool:
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True
