"""Where words stand in a text, when the place that a file gives does not fit."""

from __future__ import annotations

import re

from argmap.text import Span

NEAR = 5000
"""Characters before and behind the place that was given, where the words are looked for first."""

FAR = 200
"""So many words of a file are looked for in all of the text; the others only near their place."""


class Locator:
    """Finds words near a place. In time that grows with the text and not with the words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.left = FAR

    def find(self, words: str, start: int) -> Span | None:
        """The place nearest to `start` with these words, whatever white space is between them."""
        pieces = words.split()
        if not pieces:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, pieces)))
        low = max(0, start - NEAR)
        around = pattern.finditer(self.text, low, min(len(self.text), start + len(words) + NEAR))
        near = [Span(*found.span()) for found in around]
        if near:
            return min(near, key=lambda span: abs(span.start - start))
        if not self.left:
            return None
        self.left -= 1
        far = pattern.search(self.text)
        return Span(*far.span()) if far else None
