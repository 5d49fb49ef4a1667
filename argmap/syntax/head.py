"""Heads: the attributes between the braces of a mark or at the end of a map line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.syntax import names
from argmap.syntax.machine import Token
from argmap.text import Span, TextEdit

LABELS = ("claim", "premise", "speaker")

SIGNS = {
    "WORD": "",
    "ID": "#",
    "SPEAKER": "@",
    "TAG": ".",
    "SUPPORT": "+",
    "ATTACK": "-",
    "UNDERCUT": "_",
    "LINK": "&",
    "SAME": "=",
    "DENY": "!",
    "MORE": "..",
    "DATA": "key",
}


class Attribute(NamedTuple):
    """One attribute of a head. `sign` is its sigil, `""` for a label, `"key"` for data."""

    sign: str
    span: Span
    name: str
    to: str = ""
    value: str = ""


class Head(NamedTuple):
    """A head with its braces; wrong attributes are left out, each with a diagnostic."""

    span: Span
    attributes: tuple[Attribute, ...]

    def of(self, sign: str) -> list[Attribute]:
        return [attribute for attribute in self.attributes if attribute.sign == sign]

    def names(self, sign: str) -> tuple[str, ...]:
        return tuple([a.name for a in self.attributes if a.sign == sign])

    def get(self, key: str) -> str | None:
        for attribute in self.attributes:
            if attribute.sign == "key" and attribute.name == key:
                return attribute.value
        return None

    @property
    def label(self) -> str:
        for attribute in self.attributes:
            if not attribute.sign:
                return attribute.name
        return ""


NO_HEAD = Head(Span(0, 0), ())


def read(span: Span, tokens: Iterable[Token], faults: list[Diagnostic]) -> Head:
    """The head made of `tokens`; what is wrong in it is added to `faults`."""
    found: list[Attribute] = []
    for token in tokens:
        if token.type in SIGNS:
            attribute = _attribute(token, faults)
            if attribute is not None:
                found.append(attribute)
        elif token.type == "WRONG":
            faults.append(_wrong(token))
    return Head(span, tuple(found))


def _attribute(token: Token, faults: list[Diagnostic]) -> Attribute | None:
    sign = SIGNS[token.type]
    place = _place(token)
    if sign == "key":
        key, _, value = token.text.partition("=")
        return Attribute(sign, place, names.normal(key), value=_value(value))
    if sign == "":
        return _label(token, faults)
    raw, _, onward = token.text[len(sign) :].partition(">")
    name, to = (names.normal(part.removeprefix("#")) for part in (raw, onward))
    for part in (name, to) if onward else (name,):
        wrong = names.fault(part)
        if wrong:
            faults.append(
                Diagnostic(
                    "bad-name",
                    Severity.ERROR,
                    place,
                    f"`{part[:60]}` cannot be a name: {wrong}",
                    "A name has letters of any script and digits, with `-` or `_` only inside.",
                )
            )
            return None
    return Attribute(sign, place, name, to)


def _label(token: Token, faults: list[Diagnostic]) -> Attribute | None:
    word = token.text.lower()
    if word in LABELS:
        return Attribute("", _place(token), word)
    from difflib import get_close_matches

    close = get_close_matches(word, LABELS, n=1, cutoff=0.5)
    fixes = tuple(
        Fix(f"write `{name}`", (TextEdit(_place(token), name),), safe=False) for name in close
    )
    meant = f"Did you mean `{close[0]}`?" if close else f"Did you mean `#{word}` or `.{word}`?"
    faults.append(
        Diagnostic(
            "unknown-attribute",
            Severity.ERROR,
            _place(token),
            f"`{token.text[:60]}` is neither `claim`, `premise` nor `speaker`",
            meant,
            fixes,
        )
    )
    return None


def _wrong(token: Token) -> Diagnostic:
    raw = token.text
    if raw == "=":
        hint = "Write no space round `=`: `weight=0.8`."
    elif re.fullmatch(r"[#@.+\-_&=!]+#?", raw):
        hint = f"A name must follow `{raw}` directly, as in `{raw}close`."
    elif raw.endswith("="):
        hint = f'A value must follow directly, as in `{raw}"…"`.'
    elif raw.endswith((",", ";")):
        hint = "Attributes are separated by spaces alone."
    else:
        hint = "Attributes look like `claim`, `#id`, `@speaker`, `.tag`, `+id`, `-id`, `key=value`."
    return Diagnostic(
        "unknown-attribute", Severity.ERROR, _place(token), f"`{raw[:60]}` is no attribute", hint
    )


def _place(token: Token) -> Span:
    return Span(token.start, token.end)


def _value(raw: str) -> str:
    if raw.startswith('"'):
        return re.sub(r"\\([\"\\])", r"\1", raw[1:-1])
    return raw[1:-1] if raw.startswith("“") else raw


def quoted(value: str) -> str:
    """`value` as it is written in a head: bare where that reads back the same.

    >>> quoted("sign"), quoted('say "no"')
    ('sign', '"say \\\\"no\\\\""')
    """
    if re.fullmatch(r"[^\s{}\[\]\"“”\\\\]+", value):
        return value
    flat = value
    if "\n" in value or "\r" in value:
        flat = " ".join(line.strip() for line in re.split(r"[\r\n]+", value) if line.strip())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'
