"""What a mark or map line says besides its relations: speakers, tags, data, label."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.document import Document
from argmap.edits.dangling import swept
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import added, legal, removed, span_of
from argmap.edits.rename import rename
from argmap.model.values import Where
from argmap.syntax.head import LABELS, quoted
from argmap.text import TextEdit, arrange


def set_speakers(
    document: Document, where: Where, speakers: Sequence[str], via: Sequence[str] | None = None
) -> tuple[TextEdit, ...]:
    """Who says so, and (unless None) through whom; nobody: the mark says nothing of it."""
    edits = removed(document, where, lambda a: a.sign == "@" or (via is not None and _is(a, "via")))
    words = [f"@{legal(who)}" for who in speakers]
    if via:
        words.append("via=" + quoted(" ".join(f"@{legal(who)}" for who in via)))
    return _changed(document, where, edits, " ".join(words))


def add_tag(document: Document, where: Where, tag: str) -> tuple[TextEdit, ...]:
    name = legal(tag.removeprefix("."))
    if name in where.head.names("."):
        return ()
    return (added(document, where, f".{name}"),)


def remove_tag(document: Document, where: Where, tag: str) -> tuple[TextEdit, ...]:
    name = tag.removeprefix(".")
    return tuple(removed(document, where, lambda a: a.sign == "." and a.name == name))


def set_data(document: Document, where: Where, key: str, value: str) -> tuple[TextEdit, ...]:
    """`key=value`, also `scheme`, `weight`, `step` and `note`; an empty value takes it away."""
    name = legal(key)
    if not name[0].isalpha():
        raise CannotEdit("a key begins with a letter")
    if name == "weight" and value:
        _check_weight(value)
    old = [one for one in where.head.of("key") if one.name == name]
    if name == "step" and value:
        value = legal(value.removeprefix("#"))
        if old and old[0].value in document.map.parts.naming.taken:
            return rename(document, old[0].value, value)
        if value in document.map.parts.naming.taken:
            raise CannotEdit(f"`{value}` is taken", "Choose another name for the step.")
    if not value:
        edits = removed(document, where, lambda a: _is(a, name))
        return swept(document, edits, refuse=True) if name == "step" else tuple(edits)
    written = f"{name}={quoted(value)}"
    if not old:
        return (added(document, where, written),)
    return (TextEdit(span_of(document, where, old[0]), written),)


def set_label(document: Document, where: Where, label: str) -> tuple[TextEdit, ...]:
    """claim or premise: the annotator's word, which changes no relation."""
    if label not in LABELS or label == "speaker":
        raise CannotEdit(f"`{label}` is no label", "Use claim or premise.")
    old = where.head.of("")
    if old:
        edit = TextEdit(span_of(document, where, old[0]), label)
        return () if old[0].name == label else (edit,)
    return (added(document, where, label),)


def _is(attribute: object, key: str) -> bool:
    return getattr(attribute, "sign", "") == "key" and getattr(attribute, "name", "") == key


def _check_weight(value: str) -> None:
    try:
        good = 0 <= float(value) <= 1
    except ValueError:
        good = False
    if not good:
        raise CannotEdit(f"`{value[:40]}` is no weight", "A weight is a number from 0 to 1.")


def _changed(
    document: Document, where: Where, edits: list[TextEdit], words: str
) -> tuple[TextEdit, ...]:
    """The removals, with new words in the place of the first one."""
    if not words:
        return tuple(edits)
    if not edits:
        return (added(document, where, words),)
    (span, kept), *rest = edits
    if kept:
        return arrange([TextEdit(span, f"{kept} {words}"), *rest])
    gone = span.of(document.text)
    if gone.lstrip().startswith("{"):
        return arrange([TextEdit(span, f" {{{words}}}"), *rest])
    before = gone[: len(gone) - len(gone.lstrip())]
    after = gone[len(gone.rstrip()) :]
    return arrange([TextEdit(span, before + words + after), *rest])
