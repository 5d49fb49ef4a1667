"""Reads a safe part of YAML: mappings, lists and texts, and nothing that turns into code,
into another type, or into more than what is written.

PyYAML only cuts the text into events. Its constructors, which recurse, guess types and follow
aliases, never see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from argmap.limits import variable
from argmap.strictyaml.fault import YamlFault
from argmap.strictyaml.limits import Limits, usual
from argmap.strictyaml.scalar import Value
from argmap.text import Lines

if TYPE_CHECKING:
    from yaml import Event, MarkedYAMLError

# Beside what YAML forbids: U+0085, U+2028 and U+2029, which its versions read differently.
_FORBIDDEN = "[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_SURROGATE = re.compile(r"\\(?:u|U0000)[dD][89a-fA-F]")

_HINTS = {
    "cannot start any token": "indent with spaces; put text with special characters in quotes",
    "mapping values are not allowed": 'put a text that holds ": " in quotes',
    "found unexpected end of stream": "a quote is not closed",
    "expected <block end>": "check the indentation and the quotes",
    "could not find expected ':'": "check the indentation and the quotes",
}


def load(text: str, limits: Limits | None = None) -> Value:
    """The value of a YAML text: texts as Scalar, whatever they look like, lists and dicts.

    An empty document is the empty text. Raises YamlFault for all else: malformed YAML,
    aliases, anchors, tags, merge keys, double keys, several documents, too much of it.

    >>> load("country: no\\nweights: [0.8, 1e3]")
    {'country': 'no', 'weights': ['0.8', '1e3']}
    """
    text = text.removeprefix("\ufeff")
    limits = limits or usual()
    _check(text, limits)
    # Takes 20 ms, and most articles have no front matter.
    from argmap.strictyaml.builder import Builder

    builder = Builder(limits)
    for event in _events(text, limits):
        builder.take(event)
    return builder.found


def _check(text: str, limits: Limits) -> None:
    if len(text) > limits.size:
        message = f"it has {len(text):,} characters, and {limits.size:,} are allowed"
        raise YamlFault(message, hint=f"{variable('text_mb')} raises that")
    bad = re.compile(_FORBIDDEN).search(text)
    if bad:
        line, column = Lines.of(text[: bad.start()]).place(bad.start())
        code = f"{ord(bad[0]):04X}"
        hint = f'write it as "\\u{code}" in double quotes'
        raise YamlFault(f"the character U+{code} cannot stand in YAML", line, column, hint)


def _events(text: str, limits: Limits) -> Iterator[Event]:
    """PyYAML's events, one by one, so that a limit ends the work as soon as it is reached."""
    import yaml

    # The C scanner refuses the escape of half a surrogate pair, which JSON and `dump` write.
    fast = yaml.__with_libyaml__ and not _SURROGATE.search(text)
    if not fast and len(text) > limits.slow:
        raise YamlFault(
            f"it has {len(text):,} characters, and {limits.slow:,} are allowed here",
            hint="it holds escapes such as \\ud800, or PyYAML lacks its C scanner",
        )
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader if fast else yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise _fault(error, limits) from None
    except (yaml.YAMLError, ValueError, OverflowError):
        # The Python scanner lets the errors of int() and chr() through.
        raise YamlFault("this is not YAML: an escape or a version is out of range") from None


def _fault(error: MarkedYAMLError, limits: Limits) -> YamlFault:
    problem = error.problem or error.context or "malformed"
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if "nesting depth" in problem:
        # Some versions of the C scanner look ahead, and meet their own limit before ours is met.
        hint = f"{variable('yaml_depth')} raises that"
        return YamlFault(f"nested more than {limits.depth} levels deep", line, column, hint)
    hint = next((hint for part, hint in _HINTS.items() if part in problem), "")
    return YamlFault(f"this is not YAML: {problem}", line, column, hint)
