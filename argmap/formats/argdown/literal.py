"""Texts, titles, tags and data as Argdown reads them back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# What could be read as markup, and the first sign of what could be a shortcode or front matter.
_SPECIAL = re.compile(
    r"[\\@#*_\[<{}]|/(?=[/*])|\.(?=\S+?\.)|:(?=\S+?:)|(?<==)=(?==)|=(?===)|(?<===)="
)
_HYPHENS = re.compile(r"-(?=-)|(?<=-)-")
_COMMA = re.compile(r",(?! \S)")
_TAG = re.compile(r"[A-Za-z0-9_\-\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SWITCHES = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_QUOTED = re.compile(r"[\\\"{}\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|=(?==)|(?<==)=")
_NO_TITLE = re.compile(r"[\[\]<>\r\n]|\A[-+_\s]|\s\Z|\A(?:Untitled|Step) \d+\Z")


def text(words: str) -> str:
    """Words of a claim, so that they are read as they are."""
    return _SPECIAL.sub(r"\\\g<0>", words)


def rule(scheme: str) -> str:
    """A scheme between the hyphens of an inference; `, ` in it separates rules."""
    return _COMMA.sub(r"\\,", _HYPHENS.sub(r"\\-", text(scheme)))


def tags(names: Iterable[str]) -> str:
    found = (f"#{tag}" if _TAG.fullmatch(tag) else f"#({tag})" for tag in names)
    return "".join(f" {tag}" for tag in found)


def can_title(words: str) -> bool:
    """Whether words can stand between the brackets of a title."""
    return bool(words) and not _NO_TITLE.search(words)


def data(pairs: Sequence[tuple[str, str | float | Sequence[str]]]) -> str:
    """Data in braces behind a blank, or nothing."""
    told = ", ".join(f"{_key(key)}: {_value(value)}" for key, value in pairs)
    return f" {{{told}}}" if told else ""


def _key(key: str) -> str:
    return key if _WORD.fullmatch(key) and key.lower() not in _SWITCHES else quoted(key)


def _value(value: str | float | Sequence[str]) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, str):
        return value if value in ("true", "false") else quoted(value)
    return "[" + ", ".join(_value(one) for one in value) + "]"


def quoted(words: str) -> str:
    """In double quotes, with nothing in them that ends data or front matter."""
    return '"' + _QUOTED.sub(_escape, words) + '"'


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    if char in '"\\':
        return "\\" + char
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
