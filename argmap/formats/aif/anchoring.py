"""Finds the words of a net in a text beside it, which AIFdb keeps without any link to its nodes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from argmap.formats.aif.net import CLAIM, LOCUTION, Net
from argmap.formats.aif.talk import fold, parted
from argmap.formats.markup import plain
from argmap.text import Span

_WORD = re.compile(r"[^\W_]+")
SHORTEST = 3
"""Letters that words need to be looked for where no span marks them."""


def anchored(net: Net, source: str) -> tuple[str, dict[str, tuple[Span, ...]]]:
    """The text, and for each locution, or claim without one, the first place with its words that
    no other has. Case and punctuation do not count."""
    text, spans = plain(source)
    marked: defaultdict[str, list[Span]] = defaultdict(list)
    for span in sorted(one for found in spans.values() for one in found):
        marked[fold(span.of(text))].append(span)
    index = _Index(text)
    places: dict[str, tuple[Span, ...]] = {}
    for key, words in _wanted(net):
        folded = fold(words)
        if not folded:
            continue
        if marked[folded]:
            places[key] = (marked[folded].pop(0),)
        elif len(folded) >= SHORTEST and (found := index.find(folded)):
            places[key] = (found,)
    return text, places


def _wanted(net: Net) -> Iterator[tuple[str, str]]:
    spoken = {claim for act in net.of("YA") for claim in net.after(act.id, CLAIM)}
    for node in net.nodes.values():
        if node.kind == LOCUTION and (node.id in net.out or node.id in net.into):
            yield node.id, parted(node)[1]
        elif node.kind == CLAIM and node.id not in spoken:
            yield node.id, node.text


class _Index:
    """A text folded, with the way back to its own offsets. Each search goes on from the last."""

    def __init__(self, text: str) -> None:
        words = list(_WORD.finditer(text))
        folded = [word[0].casefold() for word in words]
        self.text = " " + " ".join(folded) + " "
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        at = 1
        for word, same in zip(words, folded, strict=True):
            self.starts[at] = word.start()
            self.ends[at + len(same)] = word.end()
            at += len(same) + 1
        self.next: dict[str, int] = {}
        self.last = 0

    def find(self, words: str) -> Span | None:
        """The next place with these words that was not found before."""
        start = self.next.get(words, 0)
        at = self.text.find(f" {words} ", max(start, self.last))
        if at < 0:
            at = self.text.find(f" {words} ", start)
        if at < 0:
            return None
        self.next[words] = at + len(words) + 1
        self.last = at
        return Span(self.starts[at + 1], self.ends[at + 1 + len(words)])
