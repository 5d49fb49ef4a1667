"""What the front matter says of the article."""

from __future__ import annotations

import re

from argmap import strictyaml
from argmap.document import Document
from argmap.edits.errors import CannotEdit
from argmap.syntax.cells import front_end
from argmap.text import Span, TextEdit, line_end

KEYS = ("title", "author", "source", "url", "date", "language", "topic")


def set_front(document: Document, key: str, value: str) -> tuple[TextEdit, ...]:
    """An entry of the front matter, which is made where there is none; an empty value takes the
    entry away. Raises CannotEdit for other keys, and where an entry is a list or a mapping."""
    if key not in KEYS:
        raise CannotEdit(f"`{key}` is no entry of the front matter", f"One of {', '.join(KEYS)}.")
    text, end = document.text, line_end(document.text)
    if end == "\r" and text.startswith("\n"):
        end = "\n"  # a lone CR before it would make one line end of two
    words = " ".join(value.split())
    written = strictyaml.dump({key: words}).rstrip("\n") if words else ""
    close = front_end(text)
    if not close:
        made = f"---{end}argmap: 1{end}{written}{end}---{end}{end}"
        return (TextEdit(Span(0, 0), made),) if written else ()
    if not isinstance(document.front.entries.get(key, ""), str | int | float):
        raise CannotEdit(f"`{key}` has several values", "Change it in the source.")
    front = text[:close]
    old = re.search(rf"^{key}[ \t]*:[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]*)*", front, re.MULTILINE)
    if old and written:
        return (TextEdit(Span(*old.span()), written),)
    if old:
        after = re.compile(r"\r\n|\r|\n").match(front, old.end())
        return (TextEdit(Span(old.start(), after.end() if after else old.end()), ""),)
    if not written:
        return ()
    last = [*re.finditer(r"^---[ \t]*(?=\r|\n|\Z)", front, re.MULTILINE)][-1].start()
    return (TextEdit(Span(last, last), f"{written}{end}"),)
