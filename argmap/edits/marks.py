"""Marks made, taken away, and put round other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import legal
from argmap.model.values import Where
from argmap.syntax.names import from_words
from argmap.syntax.units import Unit
from argmap.text import OverlappingEdits, Span, TextEdit, arrange

_LINK = re.compile(r"!?\[[^\[\]\r\n]*\]\([^()\r\n]*\)")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


Placed = tuple[Span, str]
"""What a mark covers, in offsets of the article; and its head as it is written."""


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
    place = document.article_span(span)
    for edits, written in _ways(document, span, head, name, " ".join([label, *words])):
        if _changes(document, edits, Counter(), Counter([(place, written)])):
            return arrange(edits)
    raise CannotEdit(
        "these words cannot be marked: the mark would change what stands around it",
        "Choose a range that begins and ends between words, outside of other heads.",
    )


def _ways(
    document: Document, span: Span, head: str, name: str, after: str
) -> Iterator[tuple[list[TextEdit], str]]:
    """The ways to write a mark, the plainest first, each with its head; `after` is that of a
    milestone."""
    for place in dict.fromkeys((span, _wider(document, span))):
        yield _bracket(place, head), f"{{{head}}}"
        yield _escaped(document, place, head), f"{{{head}}}"
    if after.startswith(("claim", "premise")):
        made = name or free(document, document.article_span(span).of(document.article))
        yield _milestone(span, made, after), f"{{#{made}> {after}}}"


def _wider(document: Document, span: Span) -> Span:
    """The same words with the marks that begin or end just where they do."""
    start, end = span
    for gone in document.removed_in(Span(max(0, start - 1), end + 1)):
        if gone.end == start and document.text[gone.start : gone.end] == "[":
            start = gone.start
        if gone.start == end and document.text[gone.start] == "]":
            end = gone.end
    return Span(start, end)


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


def _changes(
    document: Document, edits: list[TextEdit], gone: Counter[Placed], fresh: Counter[Placed]
) -> bool:
    """Whether the edits take and give just these marks, and change nothing else that is said."""
    after = document.edit(arrange(edits))
    if after.article != document.article:
        return False
    old, new = set(document.units), set(after.units)
    before, now = Counter(_marked(document, old - new)), Counter(_marked(after, new - old))
    if not now <= before + fresh:
        return False  # told without the map, which takes a while in a large article
    before.update(_reaching(document))
    now.update(_reaching(after))
    return now == before - gone + fresh and not _worse(document, after)


def _worse(document: Document, after: Document) -> bool:
    """Whether an error is there that was not."""
    before = {(fault.code, fault.message) for fault in document.diagnostics}
    return any(
        fault.severity == "error" and (fault.code, fault.message) not in before
        for fault in after.diagnostics
    )


def _marked(document: Document, units: Collection[Unit]) -> Iterator[Placed]:
    """The marks of these units that stand round their words."""
    for unit in units:
        start = document.start(unit)
        for one in unit.marks:
            if not one.name:
                place = document.article_span(one.words.shift(start))
                yield place, one.head_span.of(unit.source)


def _reaching(document: Document) -> Iterator[Placed]:
    """All milestones of a document, which reach beyond their units."""
    for where, pair in document.map.milestones.items():
        begin = document.start(pair.unit) + pair.start.span.end
        end = document.start(where.unit) + where.mark.span.start
        head = where.mark.head_span.of(where.unit.source)
        yield document.article_span(Span(begin, end)), head


def cover(document: Document, where: Where, span: Span) -> tuple[TextEdit, ...]:
    """Puts a mark round other words (offsets of the text); its head stays as it is."""
    span = _fitted(document, span)
    start = document.start(where.unit)
    head = where.mark.head_span
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
    if not edits:
        return ()
    written = head.of(where.unit.source)
    old = document.article_span(Span(pieces[0].end, pieces[1].start))
    new = document.article_span(span)
    try:
        fits = _changes(document, edits, Counter([(old, written)]), Counter([(new, written)]))
    except OverlappingEdits:
        raise CannotEdit("a mark cannot begin or end inside its own head") from None
    if not fits:
        raise CannotEdit(
            "these words cannot be covered: the mark would change what stands around it",
            "Unmark them, and mark the new range.",
        )
    return arrange(edits)
