"""Selecting words of the article."""

from __future__ import annotations

from argmap.text import Span
from argmap.tui import words
from argmap.tui.commands import command
from argmap.tui.commands.moving import MOST
from argmap.tui.desk import Desk

ARTICLE = ("article",)


def _needs(desk: Desk) -> str:
    return "" if desk.anchor is not None else "nothing is selected; press v or V first"


def choose(desk: Desk, span: Span) -> None:
    """Selects a range of the page; the cursor stands on its last character."""
    if span.end > span.start:
        desk.anchor = span.start
        desk.cursor = span.end - 1
        desk.goal = None
        desk.moved()


@command("select", "v", panes=ARTICLE, hint="select")
def select(desk: Desk, _: int) -> None:
    """Begin to select at the cursor, or give it up; moving takes in more."""
    desk.anchor = desk.cursor if desk.anchor is None else None


@command("select-sentence", "V", panes=ARTICLE)
def select_sentence(desk: Desk, count: int) -> None:
    """Select the sentence, without its full stop; again: the next one too."""
    text = desk.page.text
    if desk.selection is not None:
        following = words.sentence_after(text, desk.cursor)
        end = words.meant(text, words.sentence(text, following)).end
        choose(desk, Span(desk.selection.start, max(end, desk.selection.end)))
        return
    first = words.sentence(text, desk.cursor)
    last = first
    for _ in range(min(count or 1, MOST) - 1):
        further = words.sentence(text, words.sentence_after(text, last.start))
        if further == last:
            break
        last = further
    choose(desk, words.meant(text, Span(first.start, last.end)))


@command("select-word", "g w", panes=ARTICLE)
def select_word(desk: Desk, _: int) -> None:
    """Select the word."""
    choose(desk, words.word_at(desk.page.text, desk.cursor))


@command("select-clause", ",", panes=ARTICLE, hint="clause")
def select_clause(desk: Desk, _: int) -> None:
    """Select the clause: what stands between commas, dashes, quotation marks; again, and where
    it is marked already: the next."""
    text = desk.page.text
    here = words.clause(text, desk.cursor)
    done = _marked(desk, here)
    if desk.selection is not None:
        choose(desk, words.clause_after(text, desk.cursor))
    elif done:
        choose(desk, words.clause_after(text, done - 1))
    else:
        choose(desk, here)


def _marked(desk: Desk, clause: Span) -> int:
    """The end of the mark that covers the clause, or of the one just made; 0 if there is none."""
    for one in desk.page.stretches(desk.cursor, desk.cursor + 1):
        fresh = one.claim and one.claim == desk.recent_claim and one.span.start == desk.cursor
        if fresh or one.span == clause:
            return one.span.end
    return 0


@command("grow", ";", panes=ARTICLE)
def grow(desk: Desk, _: int) -> None:
    """Grow the selection: word, clause, sentence, paragraph."""
    found = sizes(desk)
    here = desk.selection or Span(desk.cursor, desk.cursor)
    bigger = [size for size in found if size.holds(here) and size != here]
    choose(desk, bigger[0] if bigger else found[-1])


@command("shrink", "'", panes=ARTICLE, why_not=_needs)
def shrink(desk: Desk, _: int) -> None:
    """Shrink the selection: paragraph, sentence, clause, word."""
    here = desk.selection
    if here is None:
        return
    desk.cursor = here.start
    smaller = [size for size in sizes(desk) if here.holds(size) and size != here]
    choose(desk, smaller[-1] if smaller else here)


def sizes(desk: Desk) -> list[Span]:
    """The ranges round the cursor, from the word to the paragraph, each inside of the next."""
    text = desk.page.text
    at = desk.cursor if desk.selection is None else desk.selection.start
    found = [
        words.word_at(text, at),
        words.clause(text, at),
        words.meant(text, words.sentence(text, at)),
        words.meant(text, words.paragraph(text, at)),
    ]
    return [one for number, one in enumerate(found) if one not in found[:number]]


@command("more-words", ">", panes=ARTICLE)
def more_words(desk: Desk, count: int) -> None:
    """One word more at the end of what would be marked."""
    here = desk.meant
    for _ in range(min(count or 1, MOST)):
        here = words.more(desk.page.text, here)
    choose(desk, here)


@command("fewer-words", "<", panes=ARTICLE)
def fewer_words(desk: Desk, count: int) -> None:
    """One word less at the end of what would be marked."""
    here = desk.meant
    for _ in range(min(count or 1, MOST)):
        here = words.fewer(desk.page.text, here)
    choose(desk, here)


@command("more-clauses", "L", panes=ARTICLE)
def more_clauses(desk: Desk, count: int) -> None:
    """To the end of the clause; at its end: the next clause too."""
    text = desk.page.text
    here = desk.meant
    end = here.end
    for _ in range(min(count or 1, MOST)):
        rest = words.clause(text, end - 1).end
        further = rest if rest > end else max(end, words.clause_after(text, end - 1).end)
        if further == end:
            break
        end = further
    choose(desk, Span(here.start, end))


@command("later-start", "H", panes=ARTICLE)
def later_start(desk: Desk, count: int) -> None:
    """One word less at the beginning of what would be marked."""
    text = desk.page.text
    here = desk.meant
    start = here.start
    for _ in range(min(count or 1, MOST)):
        after = words.word_after(text, start)
        start = after if after < here.end else start
    choose(desk, Span(start, here.end))


@command("other-end", "o", panes=ARTICLE, why_not=_needs)
def other_end(desk: Desk, _: int) -> None:
    """To the other end of the selection."""
    if desk.anchor is not None:
        desk.anchor, desk.cursor = desk.cursor, desk.anchor
