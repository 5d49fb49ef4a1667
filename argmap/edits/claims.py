"""Claims added, worded, merged, split and deleted."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.document import Document
from argmap.edits.bare import bare
from argmap.edits.clarity import clear, told_apart
from argmap.edits.dangling import swept, together
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import added, every, legal, removed, span_of
from argmap.edits.mapblock import line_added, line_removed, literal
from argmap.edits.marks import free
from argmap.edits.relations import id_written
from argmap.edits.rename import _places, _swapped
from argmap.model.values import Occurrence, Where
from argmap.syntax.head import quoted
from argmap.text import Span, TextEdit, arrange, line_end

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
        aim = id_written(document, target, edits)
        line += f"{line_end(document.text)}#{name} {ARROWS[kind]} #{aim}"
    return arrange([*edits, line_added(document, line)])


def set_wording(document: Document, claim: str, text: str) -> tuple[TextEdit, ...]:
    """The canonical wording of a claim, as a map line; an empty one takes it away."""
    if claim not in document.map.claims:
        raise CannotEdit(f"no claim has the id `{claim}`")
    where = _worded(document, claim)
    if where is not None:
        return _reworded(document, claim, where, text)
    if not text:
        return ()
    edits: list[TextEdit] = []
    name = id_written(document, claim, edits)
    return arrange([*edits, line_added(document, f"#{name}: {literal(text)}")])


def _worded(document: Document, claim: str) -> Where | None:
    """The map line that gives a claim its wording."""
    for occurrence in document.map.claims[claim].occurrences:
        where = occurrence.where
        if where.in_text:
            continue
        line = where.unit.lines[where.index][1]
        if line.name is None or line.name.name == claim:
            return where
    return None


def _reworded(document: Document, claim: str, where: Where, text: str) -> tuple[TextEdit, ...]:
    line = where.unit.lines[where.index][1]
    span = line.text_span
    assert span is not None
    if text:
        at = where.at + document.start(where.unit)
        gap = "" if line.text or document.text[span.start + at - 1] in " \t" else " "
        return (TextEdit(span.shift(at), gap + literal(text)),)
    if len(document.map.claims[claim].occurrences) == 1:
        raise CannotEdit("this claim has no other words", "Delete the claim, or word it anew.")
    _leaf(where)
    return swept(document, [TextEdit(line_removed(document, where), "")], refuse=True)


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
    edits: list[TextEdit] = []
    name = id_written(document, keep, edits)
    apart = told_apart(document, keep, gone)
    if claims[gone].generated:
        where = claims[gone].occurrences[0].where
        edits += (*apart, added(document, where, f"={name}"))
        return _with_words(document, (keep, gone), swept(document, clear(document, edits)))
    if any(where.in_text and where.mark.name == gone for where in every(document)):
        raise CannotEdit(
            "a milestone keeps its own id", f"Write `#{gone} = #{name}` in the map block."
        )
    told = {edit.span: edit.text for edit in apart}
    for span in _places(document):
        raw = span.of(document.text)
        new = _swapped(told.get(span, raw), gone, name)
        if new != raw:
            if raw == f"#{gone}" and _in_mark(document, span):
                new = f"={name}"
            edits.append(TextEdit(span, new))
    return _with_words(document, (keep, gone), swept(document, clear(document, edits)))


def _with_words(
    document: Document, claims: Iterable[str], edits: tuple[TextEdit, ...]
) -> tuple[TextEdit, ...]:
    """The edits, if they take out no line with words of the claims: a bullet below a claim cannot
    stand there once it is that claim."""
    for claim in claims:
        for said in document.map.claims[claim].occurrences:
            where = said.where
            if said.in_text or where.unit.lines[where.index][1].text_span is None:
                continue
            if any(not e.text and e.span.holds(document.spans(said)[0]) for e in edits):
                raise CannotEdit(
                    f"`{claim}` is a bullet below the claim that it would become",
                    "Move its words to a line of their own in the source, or delete it.",
                )
    return edits


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
    """Makes one occurrence of a claim a claim of its own: what says that it is the same goes."""
    where = occurrence.where
    same = where.head.of("=")
    if same and (own := where.head.of("#")):  # `{#shut =close}`: its own name is what is left
        edits = removed(document, where, lambda a: a.sign == "=")
        pieces = _pieces_named(document, occurrence, own[0].name)
        return swept(document, arrange([*edits, *pieces]), refuse=True)
    name = legal(new) if new else free(document, document.words(occurrence))
    if name in document.map.parts.naming.taken:
        raise CannotEdit(f"`{name}` is taken", "Choose another id.")
    claim = next(c for c in document.map.claims.values() if occurrence in c.occurrences)
    others = len(claim.occurrences) > 1
    for attribute in same or where.head.of("#"):
        if others and where.in_text:
            edit = TextEdit(span_of(document, where, attribute), f"#{name}")
            pieces = _pieces_named(document, occurrence, name)
            return swept(document, arrange([edit, *pieces]), refuse=True)
    raise CannotEdit("this is the only place of that claim")


def _pieces_named(document: Document, occurrence: Occurrence, name: str) -> list[TextEdit]:
    """Lets the further pieces of an occurrence continue the claim of that name."""
    return [
        TextEdit(span_of(document, piece, attribute), f"..{name}")
        for piece in occurrence.pieces[1:]
        for attribute in piece.head.of("..")
        if attribute.name != name
    ]


def delete(document: Document, claim: str) -> tuple[TextEdit, ...]:
    """Takes a claim out with all that hangs on it: its marks (the words stay), its map lines,
    and the relations that named it. `views.difference` tells beforehand what would go."""
    found = document.map.claims.get(claim)
    if found is None:
        raise CannotEdit(f"no claim has the id `{claim}`")
    edits: list[TextEdit] = []
    for where in (piece for occurrence in found.occurrences for piece in occurrence.pieces):
        if where.in_text:
            edits += bare(document, where)
        else:
            _leaf(where)
            edits.append(TextEdit(line_removed(document, where), ""))
    return swept(document, together(edits))


def _leaf(where: Where) -> None:
    """Raises CannotEdit for a line with bullets below it: they would hang from another one."""
    lines = where.unit.lines
    after = where.index + 1
    if after < len(lines) and len(lines[after][1].indent or "") > len(
        lines[where.index][1].indent or ""
    ):
        raise CannotEdit("bullets hang from this line", "Delete or move them first.")
