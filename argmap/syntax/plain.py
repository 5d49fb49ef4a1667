"""Reads what nearly all cells hold - marks with plain heads, map lines without braces - by one
regular expression instead of by the grammar, in a fifth of the time.

Whatever has anything else in it is not read here: the answer is None, and the grammar reads it.
A property test holds that both read the same.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from argmap.syntax import grammar, names
from argmap.syntax.head import LABELS, Attribute, Head
from argmap.syntax.mapline import MapLine, Name
from argmap.text import Span


class Bracket(NamedTuple):
    """A `[`, or a `]` with the head that follows it, if one does."""

    at: int
    opens: bool
    head: Head | None = None


class Plain(NamedTuple):
    """What a cell of prose holds besides its words."""

    brackets: tuple[Bracket, ...]
    remarks: tuple[Span, ...]
    escapes: tuple[int, ...]


# Letters and digits alone: names with other signs in them are the grammar's.
_NAME = r"[^\W_]++(?:[-_]++[^\W_]++)*+"
_VALUE = r"[^ \t\r\n{}\[\]\"“”]++"
_SIGNED = rf"(?:[#@.+=&!_-]|\.\.){_NAME}"
_DATA = rf"(?![0-9]){_NAME}={_VALUE}"
_LABEL = "|".join(LABELS)
_HEAD = rf"(?:[ \t\r\n]*+(?:{_SIGNED}|{_LABEL}|{_DATA})(?=[ \t\r\n}}]))*+[ \t\r\n]*+\}}"
_ATTRIBUTE = re.compile(rf"([#@.+=&!_-]|\.\.|)({_NAME})(?:=({_VALUE}))?")


@cache
def _active() -> re.Pattern[str]:
    """What is not words, by the number of its group: `[`, a whole head, `]`, a remark, an escape;
    0 for what has to be read by the grammar."""
    remark = grammar.pattern("REMARK")
    return re.compile(rf"(\[)|(\]\{{{_HEAD})|(\])(?!\{{)|({remark})|(\\[\[\]{{}}\\])|[\]{{}}\\]")


def prose(source: str) -> Plain | None:
    """What a cell of prose holds; None where its marks are not plain."""
    brackets: list[Bracket] = []
    remarks: list[Span] = []
    escapes: list[int] = []
    for found in _active().finditer(source):
        start, end = found.span()
        kind = found.lastindex
        if kind == 1:
            brackets.append(Bracket(start, True))
        elif kind == 2:
            read = head(source, start + 1, end)
            if read is None:
                return None
            brackets.append(Bracket(start, False, read))
        elif kind == 3:
            brackets.append(Bracket(start, False))
        elif kind == 4:
            remarks.append(Span(start, end))
        elif kind == 5:
            escapes.append(start)
        else:
            return None
    return Plain(tuple(brackets), tuple(remarks), tuple(escapes))


def head(source: str, start: int, end: int) -> Head | None:
    """The plain head between two offsets, its braces included."""
    new = tuple.__new__  # four times a mark: a NamedTuple's own takes twice as long
    found: list[Attribute] = []
    for part in _ATTRIBUTE.finditer(source, start + 1, end - 1):
        sign, name, value = part.groups("")
        if len(name) > names.LONGEST:
            return None
        if not name.isascii():
            name = names.normal(name)
            if names.fault(name):
                return None
        place = new(Span, part.span())
        if value:
            found.append(new(Attribute, ("key", place, name, "", value)))
        else:
            found.append(new(Attribute, (sign, place, name, "", "")))
    return Head(Span(start, end), tuple(found))


_TEXT = r"[^ \t\r\n{}\\][^\r\n{}\\]*+"
_END = r"(?:\r\n|\r|\n)?\Z"


@cache
def _named() -> re.Pattern[str]:
    """`#close: text`, `@lind = Mara Lind`"""
    return re.compile(rf"(?:#({_NAME})[ \t]*+:|@({_NAME})[ \t]*+=)[ \t]*+({_TEXT}){_END}")


@cache
def _relating() -> re.Pattern[str]:
    arrow = r"[ \t]*+(\+>|->|_>|><|=)[ \t]*+"
    return re.compile(rf"#({_NAME}){arrow}#({_NAME}){_END}")


@cache
def _bulleted() -> re.Pattern[str]:
    return re.compile(rf"([ \t]*+)([-+_&])[ \t]++((?!#){_TEXT}){_END}")


def line(source: str) -> MapLine | None:
    """A line of a map block; None where it is not plain."""
    if source[0] not in "#@":
        found = _bulleted().match(source)
        return _bullet(found) if found else None
    found = _named().match(source)
    if found is not None:
        form, group = ("claim", 1) if source[0] == "#" else ("speaker", 2)
        name = _name(found, group)
        return name and MapLine(form, _whole(found), name, *_text(found, 3))
    found = _relating().match(source)
    if found is None:
        return None
    premise, target = _name(found, 1), _name(found, 3)
    if premise is None or target is None:
        return None
    arrow = found.group(2)
    return MapLine("relation", _whole(found), premises=(premise,), arrow=arrow, target=target)


def _bullet(found: re.Match[str]) -> MapLine:
    text, span = _text(found, 3)
    return MapLine(
        "bullet",
        _whole(found),
        text=text,
        text_span=span,
        sign=found.group(2),
        indent=found.group(1),
    )


def _whole(found: re.Match[str]) -> Span:
    return Span(0, len(found.string.rstrip("\r\n")))


def _text(found: re.Match[str], group: int) -> tuple[str, Span]:
    raw, start = found.group(group), found.start(group)
    return raw.strip(), Span(start, start + len(raw.rstrip()))


def _name(found: re.Match[str], group: int) -> Name | None:
    """A name with the `#` before it; None where it is for the grammar to say what is wrong."""
    name, (start, end) = found.group(group), found.span(group)
    if len(name) > names.LONGEST:
        return None
    if not name.isascii():
        name = names.normal(name)
        if names.fault(name):
            return None
    return Name(name, Span(start - 1, end))
