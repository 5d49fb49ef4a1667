"""The article: its words, with marks as colours, underlines and signs at the side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from argmap.text import Span
from argmap.tui.desk import GUTTER, Desk
from argmap.tui.flow import Flow
from argmap.tui.page import Page, Stretch
from argmap.tui.paint import Line, Piece, fitted, shown
from argmap.tui.panes.labels import label
from argmap.tui.panes.layers import Layer, layers
from argmap.tui.panes.scroll import MARGIN, bar, scrolled

SIGNS = {"restates": "=", "denies": "!", "asserts": "c", "defines": "c"}


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The rows in view; the cursor's row is always one of them."""
    desk.size = (width, height)
    page = desk.page
    flow = page.flow
    _scroll(desk, flow, height)
    first, last = desk.top, min(desk.top + height, len(flow))
    window = Span(flow.starts[first], flow.ends[last - 1] + 1)
    look = Look(desk, page, window)
    thumb = bar(first, height, len(flow))
    drawn: list[Line] = []
    for row in range(first, last):
        pieces = [*look.gutter(row), *look.row(row)]
        drawn.append((*fitted(pieces, width - 1), thumb(row - first)))
    drawn += [(Piece(" " * width),)] * (height - len(drawn))
    return drawn


def _scroll(desk: Desk, flow: Flow, height: int) -> None:
    """Brings the cursor's row into view. In rows of another width it stays in its line of the
    pane; after a jump all of the sentence is in view, if it has the room."""
    row, shape = flow.row(desk.cursor), (desk.source, flow.room)
    if desk.shape != shape:
        desk.top = row - desk.row
    desk.top = scrolled(desk.top, row, height, len(flow))
    if desk.goal is None and row - desk.top >= height // 2:
        last = flow.row(max(desk.cursor, desk.meant.end - 1))
        if last - row < height - 2 * MARGIN:
            desk.top = scrolled(scrolled(desk.top, last, height, len(flow)), row, height, len(flow))
    desk.row, desk.shape = row - desk.top, shape


class Look:
    """How each stretch of the window looks."""

    def __init__(self, desk: Desk, page: Page, window: Span) -> None:
        self.desk = desk
        self.page = page
        self.stretches = page.stretches(*window)
        self.numbers = {who: n for n, who in enumerate(desk.document.map.speakers)}
        here = _claim_shown(desk)
        self.here = [one.span for one in self.stretches if here and one.claim == here]
        self.layers = layers(desk, page, window, self.stretches)
        self.cuts = sorted(
            {
                cut
                for span in (*(s.span for s in self.stretches), *(s for s, _ in self.layers))
                for cut in span
            }
            | {desk.cursor, desk.cursor + 1}
        )
        self.starts: dict[int, str] = {}
        if desk.connecting:
            for one in self.stretches:
                if one.claim and one.claim != desk.connecting.claim:
                    self.starts.setdefault(one.span.start, label(desk.connecting, one.claim))

    def gutter(self, row: int) -> Iterator[Piece]:
        """The signs of what begins in a row, and a bar beside the claim that one is at."""
        start, end = self.page.flow.starts[row], self.page.flow.ends[row]
        end = max(end, start + 1)
        signs = [
            Piece(_sign(one), self._speaker(one))
            for one in self.stretches
            if start <= one.span.start < end
        ]
        for span, style in self.layers:
            name = style.partition(" ")[0]
            if start <= span.start < end and name in _WRONG:
                signs.insert(0, Piece(_WRONG[name], style.partition(" ")[0]))
        if len(signs) > GUTTER - 1:
            signs[GUTTER - 2 :] = [Piece("»", "dim")]
        yield Piece(" " * (GUTTER - 1 - len(signs)))
        yield from signs
        beside = any(span.start < end and span.end > start for span in self.here)
        yield Piece("▎" if beside else " ", "key")

    def row(self, row: int) -> Iterable[Piece]:
        start, end = self.page.flow.starts[row], self.page.flow.ends[row]
        text = self.page.text
        low = bisect_right(self.cuts, start)
        edges = [start]
        while low < len(self.cuts) and self.cuts[low] < end:
            edges.append(self.cuts[low])
            low += 1
        if indent := self.page.flow.indents[row]:
            yield Piece(" " * indent)
        heading = text[start : start + 1] == "#" and not self.page.source
        around = [one for one in self.stretches if one.span.start <= end and one.span.end > start]
        over = [one for one in self.layers if one.span.start <= end and one.span.end > start]
        for at, stop in pairwise([*edges, end]):
            style = self.style(at, around, over)
            if heading:
                style = f"heading {style}"
            letters = self.starts.get(at, "")
            if letters:
                yield Piece(letters, "label")
                at = min(stop, at + len(letters))
            if stop > at:
                yield Piece(shown(text[at:stop]), style)
        if self.desk.cursor >= end and self.page.flow.row(self.desk.cursor) == row:
            yield Piece(" ", self._cursor())

    def _cursor(self) -> str:
        return "cursor" if self.desk.focus == "article" else "row-off"

    def style(self, at: int, around: list[Stretch], over: list[Layer]) -> str:
        """The names of styles at an offset, of the marks and layers of its row."""
        names: list[str] = []
        around = [one for one in around if one.span.start <= at < one.span.end]
        claims = [one for one in around if one.claim]
        mention = next((one for one in around if one.speaker), None)
        if claims:
            names += self._claim(claims[-1])
            names += ["double"] if _double(claims) else []
        if mention:
            names += [self._speaker(mention), "mention"]
        if any(span.start <= at < span.end for span in self.here):
            names.append("current")
        names += (name for span, name in over if span.start <= at < span.end)
        if at == self.desk.cursor:
            names.append(self._cursor())
        if self._filtered(claims):
            names.append("dim")
        return " ".join(name for name in names if name)

    def _claim(self, one: Stretch) -> list[str]:
        occurrence = one.occurrence
        names = [self._speaker(one), "claim"]
        if occurrence and occurrence.label == "premise":
            names[1] = "premise"
        if occurrence and occurrence.stance in _STANCES:
            names.append(_STANCES[occurrence.stance])
        if occurrence and occurrence.via:
            names.append("via")
        return names

    def _speaker(self, one: Stretch) -> str:
        held = one.occurrence.speakers if one.occurrence else ()
        who = one.speaker or next(iter(held), "")
        return f"speaker-{self.numbers.get(who, 0)}" if who else ""

    def _filtered(self, claims: list[Stretch]) -> bool:
        """Whether only one speaker is looked at, who is none of these."""
        who = self.desk.tree.options.speaker
        if not who:
            return False
        return not any(one.occurrence and who in one.occurrence.speakers for one in claims)


_STANCES = {"denies": "denied", "restates": "restated"}


def _double(claims: Sequence[Stretch]) -> bool:
    """Whether the innermost mark has two lines below it: it looks different from the one round
    it, of which a restatement has two by itself."""
    double = False
    for number, one in enumerate(claims):
        restates = one.occurrence is not None and one.occurrence.stance == "restates"
        double = restates or (number > 0 and not double)
    return double


_WRONG = {"bare": "○", "error": "✗", "warning": "✗"}
"""What begins in a row besides marks, by the style of its layer."""


def _sign(one: Stretch) -> str:
    if one.speaker:
        return "@"
    occurrence = one.occurrence
    if occurrence is None:
        return "?"
    if one.where != occurrence.pieces[0]:
        return "…"
    if occurrence.stance == "asserts" and occurrence.label == "premise":
        return "p"
    return SIGNS.get(occurrence.stance, "c")


def _claim_shown(desk: Desk) -> str:
    """The claim whose passages are pointed out: the one at the cursor of either pane."""
    if desk.focus == "article":
        return desk.stretch.claim if desk.stretch else ""
    return desk.tree.claim
