"""Regular expressions that the grammar does not use by themselves, made from its own."""

from __future__ import annotations

import re
from functools import cache

from argmap.syntax import grammar

EOL = r"(?:\r\n|\r(?!\n)|\n)"
BLANK_LINE = re.compile(rf"({EOL})[ \t]*(?={EOL}|\Z)")
# Where something may open that must find its end; `\]{` and `\{>>` are no such places.
OPENER = re.compile(r"\\[\[\]{}\\]|\]\{(?!>>|<#)|\{>>|\{#")
# A head that closes for sure: nearly all do.
CLOSED = re.compile(r"\]\{[^{}\"“\[\]<>]*+\}")


@cache
def fragment(name: str) -> str:
    """The expression of a fragment such as `_NAME`, as the grammar writes it."""
    found = re.search(rf"^{name}: /(.*)/$", grammar.source(), re.MULTILINE)
    assert found, name
    return found.group(1)


@cache
def closed() -> re.Pattern[str]:
    """A whole remark, or a whole head with its braces, from its opening on."""
    heads = (grammar.pattern(name) for name in ("HEAD", "FINISH"))
    whole = (head[: (at := head.rindex('(?=(?:"'))] + "(?:" + head[at + 3 :] for head in heads)
    return re.compile("|".join((grammar.pattern("REMARK"), *whole)))


@cache
def map_line() -> re.Pattern[str]:
    """How the first line of a map block begins. A mistyped arrow between two ids counts, or the
    whole block would turn into text."""
    name = fragment("_NAME")
    arrow = r":|\+>|->|_>|><|=|&|(?=[-+_~*]*[<>])[-+_~*<>]{2,3}[ \t]*[#(]"
    return re.compile(rf"#{name}[ \t]*(?:{arrow})|@{name}[ \t]*=|%%")


@cache
def front_matter() -> re.Pattern[str]:
    """argmap's own front matter, with up to two line ends after it."""
    return re.compile(
        rf"---[ \t]*{EOL}(?=argmap[ \t]*:)(?P<body>(?:(?!---[ \t]*(?:[\r\n]|\Z))[^\r\n]*{EOL})*)"
        rf"---[ \t]*(?:\Z|{EOL}{EOL}?)"
    )


@cache
def front_start() -> re.Pattern[str]:
    """How argmap's front matter begins."""
    return re.compile(rf"---[ \t]*{EOL}(?=argmap[ \t]*:)")
