"""Marks made, taken away, and put round other words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import deletions, legal
from argmap.model.values import Where
from argmap.syntax.names import from_words
from argmap.syntax.units import Unit
from argmap.text import OverlappingEdits, Span, TextEdit, arrange

_LINK = re.compile(r"!?\[[^\[\]\r\n]*\]\([^()\r\n]*\)")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


def mark(
    document: Document,
    span: Span,
    label: str = "claim",
    *,
    id: str = "",  # noqa: A002
    speakers: Sequence[str] = (),
    more: str = "",
) -> tuple[TextEdit, ...]:
    """Marks a range of the text (offsets of `document.text`).

    `more` are further attributes as they are written; with an empty label they are all, as for
    a restatement (`=close`) or a fragment (`..close`). A range that crosses another mark or a
    blank line gets a milestone, for which an id is made from its words where none is given.
    Raises CannotEdit where a mark cannot stand.
    """
    span = _fitted(document, span)
    name = legal(id) if id else ""
    if name and name in document.map.parts.naming.taken:
        raise CannotEdit(f"`{name}` is taken", "Choose another id.")
    words = [f"@{legal(who)}" for who in speakers] + ([more] if more and label else [])
    first = [label] if label else [more]
    head = " ".join([*first, *([f"#{name}"] if name else []), *words])
    for edits in _ways(document, span, head, name, " ".join([label, *words])):
        if _holds(document, span, edits):
            return arrange(edits)
    raise CannotEdit(
        "these words cannot be marked: the mark would change what stands around it",
        "Choose a range that begins and ends between words, outside of other heads.",
    )


def _ways(
    document: Document, span: Span, head: str, name: str, after: str
) -> Iterator[list[TextEdit]]:
    """The ways to write a mark, the plainest first; `after` is the head of a milestone."""
    yield _bracket(span, head)
    yield _escaped(document, span, head)
    if after.startswith(("claim", "premise")):
        made = name or free(document, document.article_span(span).of(document.article))
        yield _milestone(span, made, after)


def free(document: Document, words: str) -> str:
    """A name made of the first words that nothing has yet."""
    taken = document.map.parts.naming.taken
    slug = from_words(words)
    name, count = slug, 1
    while name in taken or name in document.map.claims:
        count += 1
        name = f"{slug}-{count}"
    return name


def _fitted(document: Document, span: Span) -> Span:
    start, end = span
    text = document.text
    if not 0 <= start < end <= len(text):
        raise CannotEdit("there is nothing to mark", "Select some words first.")
    if document.article_offset(start) == document.article_offset(end):
        raise CannotEdit("these are no words of the article", "Select some of its words.")
    for found in _LINK.finditer(text, max(0, start - 2000), min(len(text), end + 2000)):
        cut = found.start() < start < found.end() or found.start() < end < found.end()
        within = found.start() < start and end <= text.index("]", found.start())
        if cut and not within:
            raise CannotEdit("this would split a link", "Mark the whole link, or words inside it.")
    return span


def _bracket(span: Span, head: str) -> list[TextEdit]:
    start, end = span
    return [TextEdit(Span(start, start), "["), TextEdit(Span(end, end), f"]{{{head}}}")]


def _escaped(document: Document, span: Span, head: str) -> list[TextEdit]:
    """As a bracket, with those brackets in it made literal that have no partner."""
    opened: list[int] = []
    loose: list[int] = []
    taken: set[int] = set()
    for start, end in document.removed_in(span):
        taken.update(range(start, end))
        if document.text[start] == "\\":
            taken.add(end)
    for at in range(*span):
        char = document.text[at]
        if char not in "[]" or at in taken:
            continue
        if char == "[":
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            loose.append(at)
    ends = (at - 1 for at in span if at and document.text[at - 1] == "\\")
    hidden = {at for at in ends if at not in taken and at + 1 not in taken}
    slashes = [TextEdit(Span(at, at), "\\") for at in sorted({*opened, *loose, *hidden})]
    first, last = _bracket(span, head)
    return [first, *slashes, last]


def _milestone(span: Span, name: str, head: str) -> list[TextEdit]:
    start, end = span
    return [
        TextEdit(Span(start, start), f"{{<#{name}}}"),
        TextEdit(Span(end, end), f"{{#{name}> {head}}}"),
    ]


def _holds(document: Document, span: Span, edits: list[TextEdit]) -> bool:
    """Whether the edits mark these words and change nothing else that the text says."""
    after = document.edit(edits)
    if after.article != document.article:
        return False
    gone, fresh = _changed(document, after)
    for place in gone:
        if place not in fresh:
            return False
        fresh.remove(place)
    if fresh != [document.article_span(span)]:
        return False
    return not _worse(document, after)


def _worse(document: Document, after: Document) -> bool:
    """Whether an error is there that was not."""
    before = {(fault.code, fault.message) for fault in document.diagnostics}
    return any(
        fault.severity == "error" and (fault.code, fault.message) not in before
        for fault in after.diagnostics
    )


def _changed(document: Document, after: Document) -> tuple[list[Span], list[Span]]:
    """What the marks of changed units cover, in offsets of the article: before, and after.
    Milestones reach further, so all of them are told."""
    gone, fresh = set(document.units), set(after.units)
    kept = gone & fresh
    return _places(document, gone - kept), _places(after, fresh - kept)


def _places(document: Document, units: Collection[Unit]) -> list[Span]:
    """What the marks of these units cover, and all milestones, in offsets of the article."""
    found: list[Span] = []
    for unit in units:
        start = document.start(unit)
        found += (
            document.article_span(one.words.shift(start)) for one in unit.marks if not one.name
        )
    for where, pair in document.map.milestones.items():
        begin = document.start(pair.unit) + pair.start.span.end
        end = document.start(where.unit) + where.mark.span.start
        found.append(document.article_span(Span(begin, end)))
    return sorted(found)


def bare(document: Document, where: Where) -> list[TextEdit]:
    """Takes a mark away; its words stay. Brackets in it stay as they are."""
    start = document.start(where.unit)
    mark = where.mark
    if mark.name:
        spans = [mark.span.shift(start)]
        if pair := document.map.milestones.get(where):
            spans.append(pair.start.span.shift(document.start(pair.unit)))
        return deletions(spans)
    head = Span(mark.words.end, mark.span.end).shift(start)
    return deletions([Span(mark.span.start + start, mark.span.start + start + 1), head])


def unmark(document: Document, where: Where, *, dangling: str = "refuse") -> tuple[TextEdit, ...]:
    """Takes a mark away, its words stay. What refers to it goes too where `dangling` is "drop";
    else CannotEdit is raised."""
    from argmap.edits.dangling import swept

    return swept(document, bare(document, where), refuse=dangling == "refuse")


def _covers(document: Document, after: Document, span: Span) -> bool:
    return document.article_span(span) in _changed(document, after)[1]


def cover(document: Document, where: Where, span: Span) -> tuple[TextEdit, ...]:
    """Puts a mark round other words (offsets of the text); its head stays as it is."""
    start = document.start(where.unit)
    if where.mark.name:
        pair = document.map.milestones.get(where)
        if pair is None:
            raise CannotEdit("this milestone has no beginning")
        pieces = [pair.start.span.shift(document.start(pair.unit)), where.mark.span.shift(start)]
    else:
        begin = where.mark.span.start + start
        pieces = [
            Span(begin, begin + 1),
            Span(where.mark.words.end, where.mark.span.end).shift(start),
        ]
    edits: list[TextEdit] = []
    for piece, at in zip(pieces, span, strict=True):
        if piece.start <= at <= piece.end:
            continue
        edits += [TextEdit(piece, ""), TextEdit(Span(at, at), piece.of(document.text))]
    try:
        after = document.edit(arrange(edits))
    except OverlappingEdits:
        raise CannotEdit("a mark cannot begin or end inside its own head") from None
    if after.article != document.article or not _covers(document, after, span):
        raise CannotEdit(
            "these words cannot be covered: the mark would change what stands around it",
            "Unmark them, and mark the new range.",
        )
    return arrange(edits)
