"""argmap's front matter: what the file says of itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, cast

from argmap.diagnostic import Diagnostic, Severity
from argmap.text import EOL, Lines, Place, Span

HINT = "Put a value with brackets, colons or quotes in it into quotes."


# Nothing in such values means anything to YAML; most front matter is made of them.
_ENTRY = re.compile(r"([a-z]+): ([A-Za-z0-9](?:[A-Za-z0-9 .,;()/'-]*[A-Za-z0-9.,;)])?)[ \t]*")


def _plain(body: str) -> dict[str, object] | None:
    """The entries of front matter so simple that PyYAML need not be loaded (30 ms) for it."""
    found: dict[str, object] = {}
    for line in EOL.split(body.rstrip("\r\n")):
        entry = _ENTRY.fullmatch(line)
        if entry is None or entry[1] in found:
            return None
        found[entry[1]] = entry[2]
    return found


class Front(NamedTuple):
    """The entries of the front matter, in order. Values are strings, lists or mappings."""

    entries: Mapping[str, object] = MappingProxyType({})
    faults: tuple[Diagnostic, ...] = ()

    @staticmethod
    def of(source: str) -> Front:
        """The front matter that `source`, with its `---` lines, holds."""
        if not source:
            return Front()
        lines = Lines.of(source)
        last = max(
            n for n in range(1, len(lines.starts) + 1) if lines.span(n).of(source)[:3] == "---"
        )
        body = source[lines.starts[1] : lines.starts[last - 1]]
        if (entries := _plain(body)) is not None:
            return Front(entries)
        from argmap import strictyaml

        try:
            # The line end stands for the first `---`, so that lines are those of the file.
            found = strictyaml.load("\n" + EOL.sub("\n", body))
        except strictyaml.YamlFault as fault:
            line = min(max(1, fault.line), len(lines.starts))
            at = min(lines.offset(Place(line, max(1, fault.column))), len(source))
            span = Span(at, max(at, lines.span(line).end))
            return Front(
                {},
                (
                    Diagnostic(
                        "bad-front-matter", Severity.ERROR, span, fault.message, fault.hint or HINT
                    ),
                ),
            )
        return Front(cast("Mapping[str, object]", found) if isinstance(found, dict) else {})

    def get(self, key: str) -> str:
        """An entry as text; empty where it is missing, and lists joined with commas."""
        value = self.entries.get(key, "")
        if isinstance(value, list):
            return ", ".join(str(one) for one in value)
        return value if isinstance(value, str) else ""

    def names(self, key: str) -> tuple[str, ...]:
        """An entry as a list of words, however it is written."""
        value = self.entries.get(key, ())
        if isinstance(value, str):
            return tuple(value.replace(",", " ").split())
        return tuple(str(one) for one in value) if isinstance(value, list) else ()
