"""The article with its marks: elements round the words, and a small link to the tree behind them.

The text of the elements is the article's own, character by character, but for those that are
hidden or obeyed, which are shown by stand-ins. All else is put there by the style.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from argmap.formats.html.blocks import Block, blocks
from argmap.formats.html.facts import Facts
from argmap.formats.html.safe import classes, told
from argmap.formats.ledger import Ledger
from argmap.formats.outward import places
from argmap.model.values import Claim, Occurrence, Where
from argmap.text import Span
from argmap.visible import hidden, stand_in

DEEPEST = 12
"""Marks in marks that are drawn. Deeper ones have their link only: else crossing marks, which are
drawn in pieces, would take a page of quadratic size."""
LINES = 4
"""Distances from the words that the lines of marks have."""


@dataclass(eq=False)
class Mark:
    """Words to be marked. `opens` are the attributes of its element, `tail` is what stands behind
    it; `line` is the number of the line that it keeps from end to end, so that crossing marks can
    be told apart."""

    span: Span
    name: str
    style: str
    data: str
    tail: str
    begun: bool = False
    line: int = -1

    def opening(self) -> str:
        first = "" if self.begun else f' id="{self.name}"' if self.name else ""
        begin = "" if self.begun or self.line < 0 else "a"
        self.begun = True
        line = f"l{self.line % LINES}" if self.line >= 0 else ""
        return f'<span class="{classes((self.style, line, begin))}"{self.data}{first}>'


_SIGN = re.compile(r"[ ]*#+[ \t]*")


class Article:
    """Makes the article's HTML; each character and each mark is looked at once."""

    def __init__(self, facts: Facts, ledger: Ledger) -> None:
        self.facts = facts
        self.ledger = ledger
        self.text = facts.document.article
        self.hidden = list(hidden(self.text, keep="\t\r\n"))

    def html(self) -> str:
        every = list(blocks(self.facts.document))
        if not every:
            return ""
        marks = sorted(self._placed(every), key=lambda one: (one.span.start, -one.span.end))
        return "".join(_Pen(self, marks).drawn(every))

    def _placed(self, every: list[Block]) -> Iterator[Mark]:
        """The marks, without the white space at their ends, so that each begins and ends in a
        paragraph."""
        starts = [block.start for block in every]
        for mark in self._marks():
            start, end = mark.span
            words = self.text[start:end]
            start += len(words) - len(words.lstrip())
            end = max(start, end - (len(words) - len(words.rstrip())))
            if start == end:  # no words: at the nearest place of a paragraph
                block = every[max(0, bisect_left(starts, start + 1) - 1)]
                start = end = min(max(start, block.start), block.end)
            mark.span = Span(start, end)
            yield mark

    def _marks(self) -> Iterator[Mark]:
        for claim in self.facts.map.claims.values():
            inside = [said for said in claim.occurrences if said.in_text]
            for number, said in enumerate(inside, 1):
                yield from self._said(claim, said, number)
        mentioned: dict[Where, list[str]] = {}
        for speaker in self.facts.map.speakers.values():
            for where in speaker.mentions:
                mentioned.setdefault(where, []).append(speaker.id)
        for where, names in mentioned.items():
            words = where.mark.words.shift(self.facts.document.start(where.unit))
            colour = self.facts.colour(tuple(names))
            span = self.facts.document.article_span(words)
            yield Mark(Span(*span), "", f"who {colour}", "", "")

    def _said(self, claim: Claim, said: Occurrence, number: int) -> Iterator[Mark]:
        facts = self.facts
        at = facts.number[claim.id]
        kind = facts.kinds[claim.id]
        style = classes(("m", kind, facts.colour(said.speakers), _stance(said)))
        data = f' data-c="{at}"'
        spans = places(facts.document, said)
        for piece, span in enumerate(spans, 1):
            first, last = piece == 1, piece == len(spans)
            name = passage(at, number) if first else ""
            yield Mark(span, name, style, data, self._tail(claim, said, at) if last else "")

    def _tail(self, claim: Claim, said: Occurrence, at: int) -> str:
        tag = told(self.facts.tag(claim.id, said.speakers))
        word = self.facts.kinds[claim.id]
        people = ", ".join(self.facts.map.speakers[name].name for name in said.speakers)
        label = told(f"{word} {at}" + (f", {people}" if people else ""))
        look = f"n {self.facts.colour(said.speakers)}"
        link = f'<a class="{look}" href="#t{at}" data-c="{at}" data-n="{tag}"'
        return f'{link} aria-label="{label}"></a>'

    def shown(self, start: int, end: int) -> Iterator[str]:
        """A range of the article as HTML."""
        first = bisect_left(self.hidden, start)
        last = bisect_left(self.hidden, end, first)
        for at in self.hidden[first:last]:
            yield self._plain(start, at)
            yield f'<span class="hid">{stand_in(self.text[at])}</span>'
            start = at + 1
        yield self._plain(start, end)

    def _plain(self, start: int, end: int) -> str:
        words = self.text[start:end].replace("\r\n", "\n").replace("\r", "\n")
        return html.escape(words, quote=False)


def passage(claim: int, number: int) -> str:
    """The name of the place where a claim, by its number, is put forward for the n-th time."""
    return f"p{claim}-{number}"


def _stance(said: Occurrence) -> str:
    return "again" if said.stance == "restates" else ""


class _Pen:
    """Walks through the paragraphs with the marks that are open."""

    def __init__(self, article: Article, marks: list[Mark]) -> None:
        self.article = article
        self.coming = marks[::-1]
        self.ends: list[tuple[int, int, Mark]] = []
        self.open: list[Mark] = []
        self.free = list(range(DEEPEST))
        self.count = 0

    def drawn(self, every: list[Block]) -> Iterator[str]:
        done = 0
        for block in every:
            yield from self.article.shown(done, block.start)
            tag = f"h{min(block.level + 1, 6)}" if block.level else "p"
            yield f'<{tag} dir="auto">'
            yield from (mark.opening() for mark in self.open)
            start = self._sign(block)
            if start > block.start:
                yield f'<span class="hash">{"".join(self.article.shown(block.start, start))}</span>'
            yield from self._inside(start, block.end)
            yield "</span>" * len(self.open)
            yield f"</{tag}>"
            done = block.end
        yield from self.article.shown(done, len(self.article.text))

    def _sign(self, block: Block) -> int:
        """Where the title of a heading begins, behind its `#` signs; no mark begins before."""
        sign = _SIGN.match(self.article.text, block.start, block.end) if block.level else None
        if sign is None or self.open:
            return block.start
        begun = self.coming and self.coming[-1].span.start < sign.end()
        return block.start if begun else sign.end()

    def _inside(self, at: int, end: int) -> Iterator[str]:
        while True:
            yield from self._end(at)
            yield from self._begin(at, end)
            after = min(
                self.ends[0][0] if self.ends else end,
                self.coming[-1].span.start if self.coming else end,
                end,
            )
            if after <= at:
                return
            yield from self.article.shown(at, after)
            at = after

    def _begin(self, at: int, end: int) -> Iterator[str]:
        while self.coming and self.coming[-1].span.start == at:
            if at == end and self.coming[-1].span.end > at:
                return  # it begins with the next paragraph
            mark = self.coming.pop()
            if mark.span.end == at:
                named = f' id="{mark.name}"' if mark.name else ""
                yield f"<span{named}></span>{mark.tail}"
                continue
            self.count += 1
            heappush(self.ends, (mark.span.end, self.count, mark))
            if len(self.open) >= DEEPEST:
                self.article.ledger.changed("marks" if mark.data else "mentions", TOO_DEEP)
                yield f'<span id="{mark.name}"></span>' if mark.name else ""
                mark.begun = True
                continue
            if mark.data:
                mark.line = heappop(self.free)
            self.open.append(mark)
            yield mark.opening()

    def _end(self, at: int) -> Iterator[str]:
        """Ends the marks that end here. Those that cross them are interrupted."""
        over: list[Mark] = []
        while self.ends and self.ends[0][0] == at:
            over.append(heappop(self.ends)[2])
        ending = set(over)
        waiting = [mark for mark in over if mark not in self.open]
        left = len(over) - len(waiting)
        again: list[Mark] = []
        while left:
            mark = self.open.pop()
            yield "</span>"
            if mark in ending:
                left -= 1
                yield mark.tail
                if mark.line >= 0:
                    heappush(self.free, mark.line)
            else:
                again.append(mark)
        yield from (mark.tail for mark in waiting)
        for mark in reversed(again):
            self.open.append(mark)
            yield mark.opening()


TOO_DEEP = f"only the link of a mark that stands in {DEEPEST} others is drawn"
