"""Claims added, worded, merged, split and deleted."""

from __future__ import annotations

from argmap.document import Document
from argmap.edits.dangling import swept
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import every, legal, span_of
from argmap.edits.mapblock import line_added, line_removed, literal
from argmap.edits.marks import bare, free
from argmap.edits.rename import _places, _swapped
from argmap.model.values import Occurrence, Where
from argmap.syntax.head import quoted
from argmap.text import Span, TextEdit, arrange

ARROWS = {"support": "+>", "attack": "->"}


def add_implicit(
    document: Document,
    text: str,
    *,
    id: str = "",  # noqa: A002
    speakers: tuple[str, ...] = (),
    kind: str = "",
    target: str = "",
) -> tuple[TextEdit, ...]:
    """A claim that is not in the article, as a map line; with `kind` and `target` also what it
    is a reason for or against."""
    words = literal(text)
    name = legal(id) if id else free(document, text)
    if name in document.map.parts.naming.taken:
        raise CannotEdit(f"`{name}` is taken", "Choose another id.")
    head = " ".join([".implicit", *(f"@{legal(who)}" for who in speakers)])
    line = f"#{name}: {words} {{{head}}}"
    edits: list[TextEdit] = []
    if kind:
        if target not in document.map.claims:
            raise CannotEdit(f"no claim has the id `{target}`")
        from argmap.edits.relations import _named
        from argmap.text import line_end

        aim = _named(document, target, edits)
        line += f"{line_end(document.text)}#{name} {ARROWS[kind]} #{aim}"
    return arrange([*edits, line_added(document, line)])


def set_wording(document: Document, claim: str, text: str) -> tuple[TextEdit, ...]:
    """The canonical wording of a claim, as a map line; an empty one takes it away."""
    if claim not in document.map.claims:
        raise CannotEdit(f"no claim has the id `{claim}`")
    for where in every(document):
        if where.in_text:
            continue
        line = where.unit.lines[where.index][1]
        if line.name is None or line.name.name != claim or line.text_span is None:
            continue
        if text:
            span = line.text_span.shift(where.at + document.start(where.unit))
            return (TextEdit(span, literal(text)),)
        _leaf(where)
        edits = [TextEdit(line_removed(document, where), "")]
        return swept(document, edits, refuse=True)
    if not text:
        return ()
    from argmap.edits.relations import _named

    edits = []
    name = _named(document, claim, edits)
    return arrange([*edits, line_added(document, f"#{name}: {literal(text)}")])


def describe(
    document: Document, speaker: str, names: tuple[str, ...], role: str = ""
) -> tuple[TextEdit, ...]:
    """Says who a speaker is: the full name first, then other names."""
    name = legal(speaker.removeprefix("@"))
    words = " | ".join(literal(one).replace("|", "/") for one in names)
    found = document.map.speakers.get(name)
    if found is not None and found.described is not None:
        where = found.described
        line = where.unit.lines[where.index][1]
        span = line.text_span
        if span is not None:
            at = where.at + document.start(where.unit)
            return (TextEdit(span.shift(at), words),)
    head = f" {{role={quoted(role)}}}" if role else ""
    return (line_added(document, f"@{name} = {words}{head}"),)


def merge(document: Document, keep: str, gone: str) -> tuple[TextEdit, ...]:
    """Makes two claims one: all that named `gone` names `keep`, and its marks restate it."""
    claims = document.map.claims
    if keep not in claims or gone not in claims or keep == gone:
        raise CannotEdit("merging needs two different claims")
    from argmap.edits.heads import added
    from argmap.edits.relations import _named

    edits: list[TextEdit] = []
    name = _named(document, keep, edits)
    if claims[gone].generated:
        where = claims[gone].occurrences[0].where
        return swept(document, arrange([*edits, added(document, where, f"={name}")]))
    if any(where.in_text and where.mark.name == gone for where in every(document)):
        raise CannotEdit(
            "a milestone keeps its own id", f"Write `#{gone} = #{name}` in the map block."
        )
    for span in _places(document):
        raw = span.of(document.text)
        new = _swapped(raw, gone, name)
        if new != raw:
            edits.append(
                TextEdit(
                    span, "=" + name if raw == f"#{gone}" and _in_mark(document, span) else new
                )
            )
    return swept(document, arrange(edits))


def _in_mark(document: Document, span: Span) -> bool:
    return any(
        where.in_text
        and document.span(where).holds(span)
        and any(
            one.sign == "#" and span_of(document, where, one) == span
            for one in where.head.attributes
        )
        for where in every(document)
    )


def split(document: Document, occurrence: Occurrence, new: str = "") -> tuple[TextEdit, ...]:
    """Makes one occurrence of a claim a claim of its own."""
    where = occurrence.where
    name = legal(new) if new else free(document, document.words(occurrence))
    if name in document.map.parts.naming.taken:
        raise CannotEdit(f"`{name}` is taken", "Choose another id.")
    for attribute in where.head.attributes:
        if attribute.sign in ("=", "#"):
            edit = TextEdit(span_of(document, where, attribute), f"#{name}")
            return swept(document, (edit,), refuse=True)
    raise CannotEdit("this is the only place of that claim")


def delete(document: Document, claim: str) -> tuple[TextEdit, ...]:
    """Takes a claim out with all that hangs on it: its marks (the words stay), its map lines,
    and the relations that named it. `views.difference` tells beforehand what would go."""
    found = document.map.claims.get(claim)
    if found is None:
        raise CannotEdit(f"no claim has the id `{claim}`")
    edits: list[TextEdit] = []
    for occurrence in found.occurrences:
        for where in occurrence.pieces:
            if where.in_text:
                edits += bare(document, where)
            else:
                _leaf(where)
                edits.append(TextEdit(line_removed(document, where), ""))
    from argmap.edits.heads import deletions

    return swept(document, deletions(edit.span for edit in edits))


def _leaf(where: Where) -> None:
    """Raises CannotEdit for a line with bullets below it: they would hang from another one."""
    lines = where.unit.lines
    after = where.index + 1
    if after < len(lines) and len(lines[after][1].indent or "") > len(
        lines[where.index][1].indent or ""
    ):
        raise CannotEdit("bullets hang from this line", "Delete or move them first.")
