"""Writes YAML that every reader of YAML 1.1 and 1.2 takes for the same texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import inf, isinf, isnan

from argmap.visible import replaced

# Only such words go without quotes. Readers differ on nearly all else: 1e3, 0o17, 08, 1:30.
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_SWITCHES = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_SPECIAL = re.compile(r'["\\]')
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_LONG_KEY = 1000  # readers look for the colon in the first 1,024 characters


def dump(value: object) -> str:
    """A value as YAML in block style, entries in their order, the same text each time.

    The value is made of str, int, float, bool, None, lists, tuples and mappings with str
    keys; TypeError for others, ValueError for a value that holds itself. `yaml.safe_load`
    gives the same strings back, whatever is in them. Nothing recurses on the depth.

    >>> print(dump({"topic": "trade", "answer": "no", "who": ["wang", {"weight": 0.8}]}), end="")
    topic: trade
    answer: "no"
    who:
      - wang
      - weight: 0.8
    """
    if not _is_open(value):
        return _leaf(value, "  ") + "\n"
    out: list[str] = []
    stack = [(_entries(value, ""), "", id(value))]
    holders = {id(value)}
    begun = True  # whether the current line holds its indentation already
    while stack:
        entries, indent, holder = stack[-1]
        for head, item in entries:
            out.append(head if begun else indent + head)
            inner = indent + "  "
            if not _is_open(item):
                out += (" ", _leaf(item, inner), "\n")
                begun = False
                continue
            if id(item) in holders:
                raise ValueError("a value that holds itself cannot be written")
            begun = head == "-"
            out.append(" " if begun else "\n")
            holders.add(id(item))
            stack.append((_entries(item, inner), inner, id(item)))
            break
        else:
            stack.pop()
            holders.remove(holder)
    return "".join(out)


def _is_open(value: object) -> bool:
    """Whether it takes lines of its own: a list or mapping that holds something."""
    return isinstance(value, list | tuple | Mapping) and bool(value)


def _entries(value: object, indent: str) -> Iterator[tuple[str, object]]:
    """What stands before each item of a list or mapping, and the item."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield _key(key, indent), item
    elif isinstance(value, list | tuple):
        for item in value:
            yield "-", item


def _key(key: object, indent: str) -> str:
    if not isinstance(key, str):
        raise TypeError(f"a key has to be a str, not {key!r}")
    text = _text(key)
    return f"{text}:" if len(text) <= _LONG_KEY else f"? {text}\n{indent}:"


def _leaf(value: object, indent: str) -> str:
    match value:
        case str():
            return _lines(value, indent) if "\n" in value[:-1] else _text(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(int(value))
        case float():
            return _number(value)
        case list() | tuple():
            return "[]"
        case Mapping():
            return "{}"
    raise TypeError(f"{type(value).__name__} cannot be written as YAML")


def _number(value: float) -> str:
    if isnan(value):
        return ".nan"
    if isinf(value):
        return ".inf" if value == inf else "-.inf"
    text = repr(float(value))
    # YAML 1.1 takes 1e+16 for a text.
    return text if "." in text else text.replace("e", ".0e")


def _text(text: str) -> str:
    """A text as a word, or in double quotes on one line."""
    if _WORD.fullmatch(text) and text.lower() not in _SWITCHES:
        return text
    return f'"{_escaped(text)}"'


def _lines(text: str, indent: str) -> str:
    """A text in double quotes with a line for each of its lines.

    A backslash at the end of a line takes away the line end and the indentation after it.
    """
    first, *rest = map(_escaped, _LINE.findall(text))
    begun = (f"\\{line}" if line.startswith(" ") else line for line in rest)
    text = f"\\\n{indent}".join((first, *begun))
    return f'"{text}"'


def _escaped(text: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return replaced(text, _escape, keep="")


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return _SHORT.get(char) or f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
