"""Carries the marks of an article over to a corrected version of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from argmap.document import Document
from argmap.edits.dangling import swept
from argmap.edits.mapblock import line_added, literal
from argmap.edits.marks import bare
from argmap.model.values import Where
from argmap.syntax.escape import escape_all
from argmap.text import Span, TextEdit, arrange

_WORD = re.compile(r"\w+|\s+|[^\w\s]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
WORDS = 3000
"""Stretches with more words than this are replaced as a whole."""


class Fate(NamedTuple):
    """What became of a mark: unchanged, moved, changed or lost. Lines count from 1."""

    how: str
    name: str
    before: str
    after: str
    old_line: int
    new_line: int


class Revised(NamedTuple):
    """The annotated new version, and what became of each mark, in order of the text."""

    text: str
    fates: tuple[Fate, ...]


class CannotRevise(ValueError):
    """The marks cannot be carried over; the message says why."""


def revise(document: Document, new: str) -> Revised:
    """The text with the article's words replaced by those of `new`: its `strip` is `new`.

    Lines are compared first, then the words of lines that differ. A mark stays round what is
    left of its words. Where nothing is left the mark goes; a claim that has no other place then
    stays as a map line with the tag `lost`, so that nothing that refers to it dangles.
    """
    edits = [edit for change in changes(document.article, new) for edit in _told(document, change)]
    after = document.edit(arrange(edits))
    if after.article != new:
        after = _with_escapes(after, new)
    fates = tuple(_fates(document, after))
    for number in reversed([at for at, fate in enumerate(fates) if fate.how == "lost"]):
        after = _without(after, list(_marks(after))[number][0], fates[number])
    if after.article != new:
        raise CannotRevise("the new version cannot be told apart from the annotations in it")
    return Revised(after.text, fates)


def changes(old: str, new: str) -> Iterator[TextEdit]:
    """What makes `new` of `old`, as edits of `old`: whole words, in order."""
    before, after = _LINE.findall(old), _LINE.findall(new)
    at, to = _offsets(before), _offsets(after)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _words(at[a], old[at[a] : at[b]], new[to[c] : to[d]])


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
        at = document.text_offset(start - 1) + 1 if start else document.text_offset(0)
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


def _marks(document: Document) -> Iterator[tuple[Where, Span]]:
    """Each mark with what it covers of the article."""
    for unit in document.units:
        start = document.start(unit)
        for index, mark in enumerate(unit.marks):
            where = Where(unit, index)
            covered = mark.words.shift(start)
            pair = document.map.milestones.get(where) if mark.name else None
            if pair is not None:
                begin = document.start(pair.unit) + pair.start.span.end
                covered = Span(begin, start + mark.span.start)
            yield where, document.article_span(covered)


def _fates(old: Document, new: Document) -> Iterator[Fate]:
    before, after = list(_marks(old)), list(_marks(new))
    if len(before) != len(after):
        raise CannotRevise("the new version breaks marks apart; change it in smaller steps")
    names = {
        where: claim.id
        for claim in old.map.claims.values()
        for occurrence in claim.occurrences
        for where in occurrence.pieces
    }
    for (where, span), (_, now) in zip(before, after, strict=True):
        was, words = span.of(old.article), now.of(new.article)
        line = old.lines.place(old.span(where).start).line
        number = new.lines.place(new.text_offset(now.start)).line
        how = "unchanged" if line == number else "moved"
        if was != words:
            how = "changed" if words.strip() or not was.strip() else "lost"
        name = names.get(where) or " ".join(f"@{who}" for who in where.head.names("@"))
        yield Fate(how, name, was, words, line, number)


def _without(document: Document, where: Where, fate: Fate) -> Document:
    """Without a mark whose words are gone. Where it alone gave a claim its words, a map line
    with its head takes its place."""
    edits = bare(document, where)
    head = where.head
    again = head.of("..") or (head.of("=") and not head.of("#"))
    defines = head.label != "speaker" and not again
    if not defines:
        return document.edit(swept(document, edits))
    start = where.at + document.start(where.unit)
    kept = [a.span.shift(start).of(document.text) for a in head.attributes if a.sign != "#"]
    line = f"#{fate.name}: {literal(fate.before)} {{{' '.join([*kept, '.lost'])}}}"
    return document.edit(arrange([*edits, line_added(document, line)]))
