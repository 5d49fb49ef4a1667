"""Moving in the article."""

from __future__ import annotations

from collections.abc import Callable

from argmap.text import Span
from argmap.tui import who, words
from argmap.tui.commands import command
from argmap.tui.desk import Desk, Place
from argmap.views.sentences import is_heading

ARTICLE = ("article",)
MOST = 1000
"""A count is cut down to it where each step takes a while."""


def _rows(desk: Desk, by: int) -> None:
    flow = desk.page.flow
    goal = flow.cell(desk.cursor) if desk.goal is None else desk.goal
    row = max(0, min(flow.row(desk.cursor) + by, len(flow) - 1))
    desk.go(flow.offset(row, goal))
    desk.goal = goal


def _steps(desk: Desk, count: int, step: Callable[[str, int], int]) -> None:
    """So many steps through the text, as far as there are any."""
    text, at = desk.page.text, desk.cursor
    for _ in range(min(count or 1, MOST)):
        following = step(text, at)
        if following == at:
            break
        at = following
    desk.go(at)


Whole = Callable[[str, int], Span]


def _forth(desk: Desk, count: int, step: Callable[[str, int], int], whole: Whole) -> None:
    """So many steps; where a selection grows, to the ends of units: it takes in whole ones."""

    def to_end(text: str, at: int) -> int:
        if (end := whole(text, at).end - 1) > at:
            return end
        following = step(text, at)
        return max(at, whole(text, following).end - 1) if following < len(text) else at

    _steps(desk, count, to_end if _right(desk) else step)


def _back(desk: Desk, count: int, step: Callable[[str, int], int], whole: Whole) -> None:
    """So many steps back; where a selection shrinks, to the ends of units that stay in it, and
    where it grows to the left it keeps the word that it began with."""
    first = desk.anchor or 0

    def to_end(text: str, at: int) -> int:
        before = step(text, whole(text, at).start)
        end = whole(text, before).end - 1
        return end if first <= end < at else step(text, at) if at <= first else first

    right = _right(desk)
    _steps(desk, count, to_end if right else step)
    if right and desk.cursor < first:
        desk.anchor = max(first, words.word_at(desk.page.text, first).end - 1)


def _right(desk: Desk) -> bool:
    """Whether one selects, and to the right of where one began."""
    return desk.anchor is not None and desk.cursor >= desk.anchor


def _sentence(text: str, at: int) -> Span:
    return words.meant(text, words.sentence(text, at))


def _paragraph(text: str, at: int) -> Span:
    return words.meant(text, words.paragraph(text, at))


@command("down", "j", "down", panes=ARTICLE)
def down(desk: Desk, count: int) -> None:
    """A row down."""
    _rows(desk, count or 1)


@command("up", "k", "up", panes=ARTICLE)
def up(desk: Desk, count: int) -> None:
    """A row up."""
    _rows(desk, -(count or 1))


@command("left", "h", "left", panes=ARTICLE)
def left(desk: Desk, count: int) -> None:
    """A character to the left."""
    desk.go(desk.cursor - (count or 1))


@command("right", "l", "right", panes=ARTICLE)
def right(desk: Desk, count: int) -> None:
    """A character to the right."""
    desk.go(desk.cursor + (count or 1))


@command("word", "w", "ctrl+right", panes=ARTICLE)
def word(desk: Desk, count: int) -> None:
    """The next word."""
    _forth(desk, count, words.word_after, words.word_at)


@command("word-back", "b", "ctrl+left", panes=ARTICLE)
def word_back(desk: Desk, count: int) -> None:
    """The word before."""
    _back(desk, count, words.word_before, words.word_at)


@command("word-end", "g e", panes=ARTICLE)
def word_end(desk: Desk, count: int) -> None:
    """The end of the word."""
    _steps(desk, count, words.word_end)


@command("sentence", ")", "f", panes=ARTICLE, hint="sentence")
def sentence(desk: Desk, count: int) -> None:
    """The next sentence."""
    _forth(desk, count, words.sentence_after, _sentence)


@command("sentence-back", "(", "F", panes=ARTICLE)
def sentence_back(desk: Desk, count: int) -> None:
    """The beginning of the sentence, or of the one before."""
    _back(desk, count, words.sentence_before, _sentence)


@command("paragraph", "}", panes=ARTICLE)
def paragraph(desk: Desk, count: int) -> None:
    """The next paragraph."""
    _forth(desk, count, words.paragraph_after, _paragraph)


@command("paragraph-back", "{", panes=ARTICLE)
def paragraph_back(desk: Desk, count: int) -> None:
    """The beginning of the paragraph, or of the one before."""
    _back(desk, count, words.paragraph_before, _paragraph)


@command("row-start", "0", "home", panes=ARTICLE)
def row_start(desk: Desk, _: int) -> None:
    """The beginning of the row."""
    flow = desk.page.flow
    desk.go(flow.starts[flow.row(desk.cursor)])


@command("row-end", "$", "end", panes=ARTICLE)
def row_end(desk: Desk, _: int) -> None:
    """The end of the row."""
    flow = desk.page.flow
    desk.go(max(flow.starts[flow.row(desk.cursor)], flow.ends[flow.row(desk.cursor)] - 1))


@command("page-down", "ctrl+d", "pagedown", panes=ARTICLE)
def page_down(desk: Desk, count: int) -> None:
    """A page down."""
    step = max(1, desk.size[1] - 2)
    desk.top += step
    _rows(desk, step * (count or 1))


@command("page-up", "ctrl+u", "pageup", panes=ARTICLE)
def page_up(desk: Desk, count: int) -> None:
    """A page up."""
    step = max(1, desk.size[1] - 2)
    desk.top -= step
    _rows(desk, -step * (count or 1))


@command("top", "g g", "ctrl+home", panes=ARTICLE)
def top(desk: Desk, count: int) -> None:
    """The beginning of the article, or with a count that line."""
    if count:
        lines = desk.document.lines
        line = min(count, len(lines.starts))
        desk.go(desk.page.from_text(lines.starts[line - 1]), jump=True)
    else:
        desk.go(0, jump=True)


@command("bottom", "G", "ctrl+end", panes=ARTICLE)
def bottom(desk: Desk, _: int) -> None:
    """The end of the article."""
    desk.go(len(desk.page.text), jump=True)


@command("next-mark", "]", panes=ARTICLE, hint="next mark")
def next_mark(desk: Desk, count: int) -> None:
    """The next mark."""
    for _ in range(min(count or 1, MOST)):
        if not _mark(desk, forward=True):
            break


@command("mark-back", "[", panes=ARTICLE)
def mark_back(desk: Desk, count: int) -> None:
    """The mark before."""
    for _ in range(min(count or 1, MOST)):
        if not _mark(desk, forward=False):
            break


def _mark(desk: Desk, *, forward: bool) -> bool:
    """Looks in growing windows: marks are mostly near. False where there is none."""
    size, text = 500, desk.page.text
    while True:
        low = desk.cursor + 1 if forward else max(0, desk.cursor - size)
        high = desk.cursor + size if forward else desk.cursor
        starts = sorted({one.span.start for one in desk.page.stretches(low, high)})
        fits = [at for at in starts if (at > desk.cursor if forward else at < desk.cursor)]
        if fits:
            desk.go(fits[0] if forward else fits[-1])
            return True
        if (high >= len(text)) if forward else low == 0:
            desk.say("there is no mark further on" if forward else "there is no mark before")
            return False
        size *= 4


@command("next-unmarked", "space", "g u", panes=ARTICLE, hint="next unmarked")
def next_unmarked(desk: Desk, count: int) -> None:
    """The next sentence that no claim has a word of."""
    text = desk.page.text
    at = words.sentence(text, desk.cursor).start
    for _ in range(min(count or 1, MOST)):
        while True:
            following = words.sentence_after(text, at)
            if following <= at:
                desk.say("every sentence from here on is marked")
                return
            at = following
            here = words.sentence(text, at)
            marked = any(one.claim for one in desk.page.stretches(*here))
            if not marked and not is_heading(text, here):
                break
    desk.go(at)


@command("next-name", "*", panes=ARTICLE)
def next_name(desk: Desk, count: int) -> None:
    """The next name of a known speaker that is not marked yet."""
    at = desk.cursor
    for _ in range(count or 1):
        found = who.name_after(desk, at)
        if found is None:
            desk.say("no name of a known speaker is unmarked from here on")
            return
        at = found
    desk.go(at)


@command("back", "ctrl+o")
def back(desk: Desk, _: int) -> None:
    """Back to where one was before a jump."""
    _leap(desk, desk.jumps, desk.forth, "there is nothing to go back to")


@command("forth", "ctrl+y")
def forth(desk: Desk, _: int) -> None:
    """Forth again, after going back."""
    _leap(desk, desk.forth, desk.jumps, "there is nothing to go forth to")


def _leap(desk: Desk, source: list[Place], other: list[Place], none: str) -> None:
    if not source:
        desk.say(none, "warning")
        return
    other.append(Place(desk.page.to_text(desk.cursor), desk.tree.claim))
    place = source.pop()
    desk.cursor = desk.page.from_text(min(place.offset, len(desk.document.text)))
    desk.anchor = None
    if place.claim in desk.document.map.claims:
        desk.tree.reveal(desk.document, place.claim)
