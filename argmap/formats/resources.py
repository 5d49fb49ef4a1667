"""The source texts that a file holds, as one text, and the places of its claims in it."""

from __future__ import annotations

from functools import cached_property

from argmap.formats.ledger import Ledger
from argmap.formats.locating import Locator
from argmap.text import Span

BETWEEN = "\n\n"


class Resources:
    """Texts are added first, then places. Offsets in the file count within one text."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._pieces: list[str] = []
        self._length = 0
        self.places: dict[str, tuple[Span, ...]] = {}
        self._starts: dict[str, int] = {}
        self._locator: Locator | None = None

    def add(self, key: str, content: str) -> None:
        pieces = [BETWEEN, content] if self._pieces and content else [content]
        self._pieces += pieces
        self._length += sum(map(len, pieces))
        self._starts[key] = self._length - len(content)

    @cached_property
    def text(self) -> str:
        """All of them, once all are added."""
        return "".join(self._pieces)

    def place(self, claim: str, resource: str, offset: object, words: str) -> None:
        """Notes where words of a claim stand: at the offset, or else near it."""
        if not words or resource not in self._starts:
            return
        self.ledger.met("places")
        start = self._starts[resource]
        start += int(offset) if isinstance(offset, int | float) and abs(offset) < 1e9 else 0
        span: Span | None = Span(start, start + len(words))
        if span is not None and start >= 0 and span.of(self.text) == words:
            self.ledger.kept("places")
        else:
            self._locator = self._locator or Locator(self.text)
            span = self._locator.find(words, max(0, start))
            if span is None:
                self.ledger.dropped("places", "the words do not stand in the text", words)
                return
            self.ledger.changed("places", "found by their words, not at their offset", words)
        self.places[claim] = (*self.places.get(claim, ()), span)
