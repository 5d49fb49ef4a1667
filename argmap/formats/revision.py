"""Carries the marks of an article over to a corrected version of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from argmap.document import Document
from argmap.edits.bare import bare
from argmap.edits.dangling import swept, together
from argmap.edits.mapblock import line_added, literal
from argmap.formats.moving import Moved, marks, moved
from argmap.formats.pairing import in_order, kept, likeness, paired, pieces, rising
from argmap.model.values import Where
from argmap.syntax.cells import front_end
from argmap.syntax.escape import escape_all
from argmap.text import Span, TextEdit, arrange, line_end

_WORD = re.compile(r"\w+|\r\n|\s|[^\w\s]")
WORDS = 3000
"""Stretches with more words than this are replaced as a whole."""
LOST, DOUBTFUL = 0.35, 0.6
"""A mark whose words are less like the old ones is lost, or kept and doubtful. Of 286 sentences
of articles and as many corrections of them, LOST took no two sentences for one, and gave up none
that a typo, a word replaced or a few put in or left out had changed."""


class Fate(NamedTuple):
    """What became of a mark: unchanged, moved, changed, doubtful or lost. Lines count from 1;
    `likeness` of the words before and after from 0 to 1."""

    how: str
    name: str
    before: str
    after: str
    old_line: int
    new_line: int
    likeness: float


class Revised(NamedTuple):
    """The annotated new version, and what became of each mark, in order of the text."""

    text: str
    fates: tuple[Fate, ...]


class CannotRevise(ValueError):
    """The marks cannot be carried over; the message says why."""


def revise(document: Document, new: str) -> Revised:
    """The text with the article's words replaced by those of `new`: its `strip` is `new`.

    Sentences that stand elsewhere are moved with their marks. Then each is compared with its new
    version by words, and a mark stays round what is left of its words. Where that is next to
    nothing the mark goes; a claim that has no other place then stays as a map line with the tag
    `lost`, so that nothing that refers to it dangles.
    """
    first = moved(document, new)
    try:
        return _revised(document, first, new)
    except CannotRevise:
        if first.document is document:
            raise
        still = Moved(document, tuple(range(len(first.order))))
        return _revised(document, still, new)


def _revised(before: Document, first: Moved, new: str) -> Revised:
    document = first.document
    edits = [edit for change in changes(document.article, new) for edit in _told(document, change)]
    after = document.edit(arrange(edits))
    if after.article != new:
        after = _with_escapes(after, new)
    fates = tuple(_fates(before, after, first.order))
    every = marks(after)
    lost = [
        (every[number].where, fate)
        for number, fate in zip(first.order, fates, strict=True)
        if fate.how == "lost"
    ]
    after = _without(after, lost) if lost else after
    if after.article != new:
        raise CannotRevise("the new version cannot be told apart from the annotations in it")
    return Revised(after.text, fates)


def changes(old: str, new: str) -> Iterator[TextEdit]:
    """What makes `new` of `old`, as edits of `old` in order: whole words where a sentence was
    corrected, whole sentences where there is nothing alike."""
    before, after = pieces(old), pieces(new)
    pairs = in_order(
        paired([one.of(old) for one in before], [one.of(new) for one in after]).items()
    )
    at = to = 0
    corrected = False
    for number, other in [*pairs, (len(before), len(after))]:
        last = number == len(before)
        start, begin = (len(old), len(new)) if last else (before[number].start, after[other].start)
        end, stop = (len(old), len(new)) if last else (before[number].end, after[other].end)
        same = last or before[number].of(old) == after[other].of(new)
        if not same:  # what stands beside a corrected sentence may be a part of it
            corrected = True
            continue
        yield from _between(old, Span(at, start), new[to:begin], corrected)
        at, to, corrected = end, stop, False


def _between(old: str, span: Span, new: str, corrected: bool) -> Iterator[TextEdit]:
    was = span.of(old)
    if was == new:
        return
    if corrected or not was.strip() or not new.strip():
        yield from _words(span.start, was, new)
        return
    before, after = _parted(was), _parted(new)
    start = span.start + len(before[0])
    yield from _words(span.start, before[0], after[0])
    yield TextEdit(Span(start, start), after[1])
    yield TextEdit(Span(start, start + len(before[1])), "")
    yield from _words(start + len(before[1]), before[2], after[2])


def _parted(text: str) -> tuple[str, str, str]:
    """White space, what stands between, white space."""
    inner = text.strip()
    start = text.index(inner)
    return text[:start], inner, text[start + len(inner) :]


def _offsets(pieces: list[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found


def _words(at: int, old: str, new: str) -> Iterator[TextEdit]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) > WORDS or len(after) > WORDS:
        yield TextEdit(Span(at, at + len(old)), new)
        return
    places = _offsets(before)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield TextEdit(Span(at + places[a], at + places[b]), "".join(after[c:d]))


def _told(document: Document, change: TextEdit) -> Iterator[TextEdit]:
    """A change of the article as changes of the text, round the marks in it."""
    (start, end), words = change
    fresh = escape_all(words)
    if start == end:
        # Inserted behind the character before it, so inside of a mark that ends there.
        at = document.text_offset(start - 1) + 1 if start else front_end(document.text)
        yield TextEdit(Span(at, at), fresh)
        return
    for offset in _runs(document, start, end):
        yield TextEdit(offset, fresh)
        fresh = ""


def _runs(document: Document, start: int, end: int) -> Iterator[Span]:
    """The ranges of the text that hold a range of the article, with the backslashes in it."""
    first = document.text_offset(start)
    last = document.text_offset(end - 1) + 1
    at = first
    if (at and Span(at - 1, at) in document.removed[-1:]) or _escaped(document, at):
        at -= 1
    for gone in document.removed:
        if gone.end <= at or gone.start >= last:
            continue
        if gone.end - gone.start == 1 and document.text[gone.start] == "\\":
            continue
        if gone.start > at:
            yield Span(at, gone.start)
        at = max(at, gone.end)
    if at < last:
        yield Span(at, last)


def _escaped(document: Document, at: int) -> bool:
    """Whether the character there has a backslash before it that is not the article's."""
    if not at or document.text[at - 1] != "\\":
        return False
    before = document.article_offset(at - 1)
    return before == document.article_offset(at)


def _with_escapes(document: Document, new: str) -> Document:
    """With a backslash where a line of the new version was taken for a map block."""
    for _ in range(1000):
        got = document.article
        if got == new:
            break
        same = next((n for n, (a, b) in enumerate(zip(got, new, strict=False)) if a != b), None)
        place = min(len(got), len(new)) if same is None else same
        at = document.text_offset(place - 1) + 1 if place else document.text_offset(0)
        found = re.compile(r"[\r\n \t]*(?=[#@%-])").match(document.text, at)
        if found is None:
            break
        document = document.edit([TextEdit(Span(found.end(), found.end()), "\\")])
    return document


def _fates(old: Document, new: Document, order: Sequence[int]) -> Iterator[Fate]:
    before, after = marks(old), marks(new)
    if len(before) != len(after):
        raise CannotRevise("the new version breaks marks apart; change it in smaller steps")
    names = {
        where: claim.id
        for claim in old.map.claims.values()
        for occurrence in claim.occurrences
        for where in occurrence.pieces
    }
    still = {order[place] for place in rising(order)}
    for one, number in zip(before, order, strict=True):
        now = after[number].span
        was, words = one.span.of(old.article), now.of(new.article)
        line = old.lines.place(old.text_offset(one.span.start)).line
        place = new.lines.place(new.text_offset(now.start)).line
        same = was.split() == words.split()
        like = 1.0 if same else likeness(was, words)
        how = "unchanged" if line == place and number in still else "moved"
        if not same:
            how = _verdict(was, words, like)
        name = names.get(one.where) or " ".join(f"@{who}" for who in one.where.head.names("@"))
        yield Fate(how, name, was, words, line, place, round(like, 2))


def _verdict(was: str, words: str, like: float) -> str:
    if was.strip() and not words.strip():
        return "lost"
    if like < LOST and kept(was, words) < DOUBTFUL:
        return "lost"
    return "doubtful" if like < DOUBTFUL else "changed"


def _without(document: Document, lost: Sequence[tuple[Where, Fate]]) -> Document:
    """Without the marks whose words are gone. Where one gave a claim its words, a map line with
    its head takes its place."""
    edits = together(edit for where, _ in lost for edit in bare(document, where))
    lines = [line for where, fate in lost for line in _line(document, where, fate)]
    if lines:
        edits.append(line_added(document, line_end(document.text).join(lines)))
    return document.edit(swept(document, edits))


def _line(document: Document, where: Where, fate: Fate) -> Iterator[str]:
    head = where.head
    again = head.of("..") or (head.of("=") and not head.of("#"))
    if head.label != "speaker" and not again:
        start = where.at + document.start(where.unit)
        kept = [a.span.shift(start).of(document.text) for a in head.attributes if a.sign != "#"]
        yield f"#{fate.name}: {literal(fate.before)} {{{' '.join([*kept, '.lost'])}}}"
