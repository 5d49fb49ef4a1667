"""Names changed everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.edits.front import kept_names
from argmap.edits.heads import every, legal, named_head, span_of
from argmap.model.values import Where
from argmap.syntax.head import Attribute
from argmap.syntax.mapline import Group, Name
from argmap.syntax.names import normal
from argmap.text import Span, TextEdit, arrange

KEPT_CLAIMS = ("what-if", ("without", "grant"))
KEPT_SPEAKERS = ("what-if", ("as",))
_SIGNS = ("#", "+", "-", "_", "&", "=", "!", "..")


def rename(document: Document, old: str, new: str) -> tuple[TextEdit, ...]:
    """Gives a claim or step another id, in every place that names it.

    A claim whose name was made of its words gets the new one written into its mark.
    """
    name = legal(new)
    naming = document.map.parts.naming
    if name == old:
        return ()
    if name in naming.taken:
        raise CannotEdit(f"`{name}` is taken", "Choose another id, or merge the two claims.")
    if old not in naming.taken:
        claim = document.map.claims.get(old)
        if claim is None:
            raise CannotEdit(f"nothing is named `{old}`")
        head = named_head(document, claim.occurrences[0].where, name)
        return arrange([head, *kept_names(document, *KEPT_CLAIMS, old, name)])
    edits = [
        TextEdit(span, swapped)
        for span in _places(document)
        if (swapped := _swapped(span.of(document.text), old, name)) != span.of(document.text)
    ]
    return arrange([*edits, *kept_names(document, *KEPT_CLAIMS, old, name)])


def _places(document: Document) -> Iterator[Span]:
    """All places where ids are written."""
    for unit in document.units:
        start = document.start(unit)
        yield from (one.span.shift(start) for one in unit.starts)
    for where in every(document):
        for attribute in where.head.attributes:
            if attribute.sign in _SIGNS:
                yield span_of(document, where, attribute)
            elif attribute.sign == "key" and attribute.name == "step":
                yield _value(document, where, attribute)
        yield from _own(document, where)


def _value(document: Document, where: Where, attribute: Attribute) -> Span:
    """What stands behind the `=` of `step=r1` or `via=@wang`."""
    start, end = span_of(document, where, attribute)
    return Span(document.text.index("=", start) + 1, end)


def _own(document: Document, where: Where) -> Iterator[Span]:
    start = document.start(where.unit) + where.at
    if where.in_text:
        if where.mark.name:
            begin = document.start(where.unit) + where.mark.span.start
            yield Span(begin, document.text.index(">", begin) + 1)
        return
    line = where.unit.lines[where.index][1]
    if line.form == "speaker":
        return
    target = line.target
    parts = [*target.premises, target.target] if isinstance(target, Group) else [target]
    found: list[Name | None] = [line.name, *line.premises, *parts]
    yield from (one.span.shift(start) for one in found if one is not None)


def _swapped(raw: str, old: str, new: str) -> str:
    """What is written, with one name for another: `_rust>close`, `{<#rust}`, `step=rust`."""
    out: list[str] = []
    word = ""
    for char in [*raw, ""]:
        if char and (
            char.isalnum() or char in "_-" or normal("a" + char) != "a" + char or _mark(char)
        ):
            word += char
            continue
        out += (_word(word, old, new), char)
        word = ""
    return "".join(out)


def _mark(char: str) -> bool:
    import unicodedata

    return unicodedata.category(char)[0] == "M"


def _word(word: str, old: str, new: str) -> str:
    core = word.lstrip("_-")
    sign = word[: len(word) - len(core)]
    return sign + new if normal(core) == old else word


def rename_speaker(document: Document, old: str, new: str) -> tuple[TextEdit, ...]:
    """Gives a speaker another name, in every place that names them."""
    name = legal(new.removeprefix("@"))
    if name == old:
        return ()
    if old not in document.map.speakers:
        raise CannotEdit(f"nobody is named `{old}`")
    if name in document.map.speakers:
        raise CannotEdit(f"`{name}` is another speaker", "Choose another name.")
    if "author" in (old, name) and document.front.get("author"):
        raise CannotEdit("`@author` is whom the front matter names", "Change it there.")
    spans: list[Span] = []
    for where in every(document):
        for attribute in where.head.attributes:
            if attribute.sign == "@":
                spans.append(span_of(document, where, attribute))
            elif attribute.sign == "key" and attribute.name in ("via", "of"):
                spans.append(_value(document, where, attribute))
        if not where.in_text:
            line = where.unit.lines[where.index][1]
            if line.form == "speaker" and line.name is not None:
                spans.append(line.name.span.shift(where.at + document.start(where.unit)))
    edits = [
        TextEdit(span, swapped)
        for span in spans
        if (swapped := _swapped(span.of(document.text), old, name)) != span.of(document.text)
    ]
    return arrange([*edits, *kept_names(document, *KEPT_SPEAKERS, old, name)])
