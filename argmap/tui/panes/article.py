"""The article: its words, with marks as colours, underlines and signs at the side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from argmap.text import Span
from argmap.tui import words
from argmap.tui.desk import Desk
from argmap.tui.page import Page, Stretch
from argmap.tui.paint import Line, Piece, fitted, shown
from argmap.tui.panes.labels import label
from argmap.tui.panes.scroll import bar, scrolled

GUTTER = 3
SIGNS = {"restates": "=", "denies": "!", "asserts": "c", "defines": "c"}


def lines(desk: Desk, width: int, height: int) -> list[Line]:
    """The rows in view; the cursor's row is always one of them."""
    desk.size = (width, height)
    page = desk.page
    flow = page.flow
    desk.top = scrolled(desk.top, flow.row(desk.cursor), height, len(flow))
    first, last = desk.top, min(desk.top + height, len(flow))
    window = Span(flow.starts[first], flow.ends[last - 1] + 1)
    look = Look(desk, page, window)
    thumb = bar(first, height, len(flow))
    drawn: list[Line] = []
    for row in range(first, last):
        pieces = [look.gutter(row), *look.row(row)]
        drawn.append((*fitted(pieces, width - 1), thumb(row - first)))
    drawn += [(Piece(" " * width),)] * (height - len(drawn))
    return drawn


class Look:
    """How each stretch of the window looks."""

    def __init__(self, desk: Desk, page: Page, window: Span) -> None:
        self.desk = desk
        self.page = page
        self.stretches = page.stretches(*window)
        self.numbers = {who: n for n, who in enumerate(desk.document.map.speakers)}
        self.here = _claim_shown(desk)
        self.layers: list[tuple[Span, str]] = []
        if desk.selection is not None:
            self.layers.append((desk.selection, "selected"))
        elif desk.focus == "article" and not desk.typing:
            self.layers.append((desk.meant, "sentence"))
        if page.source:
            self.layers += _written(desk, window)
        elif desk.coverage:
            self.layers += _bare(page, window, self.stretches)
        if desk.search:
            self.layers += _matches(page, window, desk.search)
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

    def gutter(self, row: int) -> Piece:
        """The sign of the mark that begins in a row; `+` behind it if there are more."""
        start, end = self.page.flow.starts[row], self.page.flow.ends[row]
        begun = [one for one in self.stretches if start <= one.span.start < max(end, start + 1)]
        if not begun:
            return Piece(" " * GUTTER)
        one = begun[0]
        more = "+" if len(begun) > 1 else " "
        return Piece(f" {_sign(one)}{more}", self._speaker(one))

    def row(self, row: int) -> Iterable[Piece]:
        start, end = self.page.flow.starts[row], self.page.flow.ends[row]
        text = self.page.text
        low = bisect_right(self.cuts, start)
        edges = [start]
        while low < len(self.cuts) and self.cuts[low] < end:
            edges.append(self.cuts[low])
            low += 1
        heading = text[start : start + 1] == "#" and not self.page.source
        for at, stop in pairwise([*edges, end]):
            style = self.style(at)
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

    def style(self, at: int) -> str:
        names: list[str] = []
        around = [one for one in self.stretches if one.span.start <= at < one.span.end]
        claims = [one for one in around if one.claim]
        mention = next((one for one in around if one.speaker), None)
        if claims:
            names += self._claim(claims[-1], len(claims))
        if mention:
            names += [self._speaker(mention), "mention"]
        if any(one.claim == self.here for one in claims):
            names.append("current")
        names += (name for span, name in self.layers if span.start <= at < span.end)
        if at == self.desk.cursor:
            names.append(self._cursor())
        if self._filtered(claims):
            names.append("dim")
        return " ".join(name for name in names if name)

    def _claim(self, one: Stretch, deep: int) -> list[str]:
        occurrence = one.occurrence
        names = [self._speaker(one), "claim"]
        if occurrence and occurrence.label == "premise":
            names[1] = "premise"
        if deep > 1:
            names.append("double")
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


def _written(desk: Desk, window: Span) -> list[tuple[Span, str]]:
    """What of the source is not the article's own, and what is wrong in it."""
    found = [(span, "syntax") for span in desk.document.removed_in(window)]
    for fault in desk.document.diagnostics:
        if fault.span.start < window.end and fault.span.end > window.start:
            span = Span(fault.span.start, max(fault.span.end, fault.span.start + 1))
            found.append((span, f"{fault.severity} double"))
    return found


def _bare(page: Page, window: Span, marks: list[Stretch]) -> list[tuple[Span, str]]:
    """The sentences in view that no claim has a word of."""
    found: list[tuple[Span, str]] = []
    at = words.sentence(page.text, window.start).start
    while at < window.end:
        here = words.sentence(page.text, at)
        if here.end > here.start and not any(
            one.claim and one.span.start < here.end and one.span.end > here.start for one in marks
        ):
            found.append((words.meant(page.text, here), "warning"))
        following = words.sentence_after(page.text, at)
        if following <= at:
            break
        at = following
    return found


def _matches(page: Page, window: Span, wanted: str) -> list[tuple[Span, str]]:
    text = page.text[window.start : window.end].casefold()
    if len(text) != window.end - window.start and window.end <= len(page.text):
        return []
    found: list[tuple[Span, str]] = []
    at = text.find(wanted.casefold())
    while at >= 0 and len(found) < 500:
        start = window.start + at
        found.append((Span(start, start + len(wanted)), "matched"))
        at = text.find(wanted.casefold(), at + 1)
    return found
