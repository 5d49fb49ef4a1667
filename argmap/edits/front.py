"""Entries of the front matter that argmap writes itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.strictyaml import dump
from argmap.strictyaml.scalar import place
from argmap.syntax.cells import front_end
from argmap.text import Place, Span, TextEdit, line_end

_CLOSES = re.compile(r"---[ \t]*(?:\r\n|\r|\n)*+\Z")


def save_entry(
    document: Document, key: str, name: str, value: Mapping[str, object]
) -> tuple[TextEdit, ...]:
    """Writes `name: value` under `key`, in the place of an entry with that name; an empty value
    takes the entry away. Where there is no front matter, it begins one."""
    if not name.strip() or name != " ".join(name.split()):
        raise CannotEdit("a name in the front matter is one line of words")
    edit = _edit(document, key, name, value)
    if edit is None:
        return ()
    after = document.edit([edit])
    wanted = dict(document.front.entries)
    entries = wanted.get(key)
    under = dict(entries) if isinstance(entries, Mapping) else {}
    under.pop(name, None)
    if value:
        under[name] = value
    wanted[key] = under
    wanted.setdefault("argmap", "1")
    same = {k: v for k, v in wanted.items() if v != {}}
    if {k: v for k, v in after.front.entries.items() if v not in ("", {})} != same or (
        after.article != document.article
    ):
        raise CannotEdit(
            f"`{key}` is written here in a way that cannot be changed by itself",
            f"Write each entry of `{key}` on lines of its own.",
        )
    return (edit,)


def _edit(document: Document, key: str, name: str, value: Mapping[str, object]) -> TextEdit | None:
    text = document.text
    end = line_end(text)
    written = dump({name: value}).replace("\n", end) if value else ""
    inside = "".join(f"  {line}" for line in written.splitlines(keepends=True))
    front = front_end(text)
    if not front:
        if not value:
            return None
        head = f"---{end}argmap: 1{end}{key}:{end}{inside}---{end}{end}"
        return TextEdit(Span(0, 0), head)
    entries = document.front.entries
    if key not in entries:
        closing = _CLOSES.search(text[:front])
        if closing is None or not value:
            return None
        return TextEdit(Span(closing.start(), closing.start()), f"{key}:{end}{inside}")
    under = entries[key]
    if isinstance(under, Mapping) and name in under:
        return TextEdit(_lines_of(document, key, name, len(under) == 1 and not value), inside)
    return TextEdit(_after(document, key), inside) if value else None


def _after(document: Document, key: str) -> Span:
    """The place behind the line of a key of the front matter."""
    written = next(one for one in document.front.entries if one == key)
    span = document.lines.span(place(written)[0] + 1)
    return Span(span.start, span.start)


def _lines_of(document: Document, key: str, name: str, alone: bool) -> Span:
    """The lines of an entry, with the line of the key above where it is `alone` under it."""
    under = document.front.entries[key]
    assert isinstance(under, Mapping)
    written = next(one for one in under if one == name)
    line, column = place(written)
    last = line + 1
    while True:
        span = document.lines.span(last)
        words = span.of(document.text)
        if words.strip() and len(words) - len(words.lstrip()) < column:
            break
        last += 1
    first = line
    if alone:
        first = place(next(one for one in document.front.entries if one == key))[0]
    start = document.lines.span(first).start
    return Span(start, document.lines.span(last).start)


def kept_names(
    document: Document, key: str, under: tuple[str, ...], old: str, new: str
) -> list[TextEdit]:
    """What an entry of entries says under some keys, with one name for another: in the what-ifs,
    ids of claims under `without` and `grant`, speakers under `as`."""
    found = document.front.entries.get(key)
    edits: list[TextEdit] = []
    for entry in found.values() if isinstance(found, Mapping) else ():
        for name in under if isinstance(entry, Mapping) else ():
            value = entry.get(name, ())
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str) and one == old and place(one)[0]:
                    edits += _named_at(document, place(one), old, new)
    return edits


def _named_at(document: Document, at: tuple[int, int], old: str, new: str) -> list[TextEdit]:
    start = document.lines.offset(Place(*at))
    if document.text[start : start + 1] in ('"', "'"):
        start += 1
    span = Span(start, start + len(old))
    return [TextEdit(span, new)] if span.of(document.text) == old else []
