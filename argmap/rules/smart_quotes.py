"""A value in quotation marks that do not hold it together.

A value of several words stands in `"…"` or `“…”`. A word processor or a German, French or
Polish keyboard writes others (`„…“`, `«…»`, `‘…’`), which are taken for letters; `„…“` even
keeps the head from closing. `--fix` writes straight ones.

Bad:

    [It must close]{claim #close @lind note=‘said twice’}.

Good:

    [It must close]{claim #close @lind note="said ‘twice’"}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules import _spots as spots
from argmap.syntax.units import Unit
from argmap.text import Span, TextEdit

CODE = "smart-quotes"
SEVERITY = Severity.WARNING
COVERS = ("unknown-attribute",)
HINT = 'Write straight quotation marks: `key="…"`.'
PAIRS = {"„": "”", "‚": "’‘", "‘": "’", "’": "’", "«": "»", "»": "«", "‹": "›", "›": "‹", "'": "'"}


def _value(opens: str, closes: str) -> str:
    inside = rf"(?:[^\r\n{{}}\[\]{closes}]|[{closes}](?![\s}}])){{0,500}}"
    return f"{opens}{inside}[{closes}]"


VALUES = "|".join(_value(opens, closes) for opens, closes in PAIRS.items())
# What stands in right quotation marks is passed over.
QUOTED = (
    rf'"(?:\\[^\r\n]|[^"\\\r\n])*"|“[^”\r\n]*”|(?<=[^\s{{}}\[\]=]=)(?P<value>{VALUES})(?=[\s}}])'
)
GERMAN = r"[^{}\[\]\r\n=]*=[^{}\[\]\r\n„«‚]{0,200}?(?P<value>[„«‚][^{}\[\]\r\n“]{0,500}“)"


def check(document: Document) -> Iterator[Diagnostic]:
    for unit, found in document.found(_values).items():
        start = document.start(unit)
        for span in found:
            yield _finding(span.shift(start), span.of(unit.source))
    yield from _unclosed(document)


def _values(unit: Unit) -> list[Span]:
    """Where values in such marks stand."""
    if "=" not in unit.source or not any(f"={opens}" in unit.source for opens in PAIRS):
        return []
    return [
        Span(*found.span("value")).shift(whole.start)
        for where in spots.heads(unit)
        for whole in [where.head.span.shift(where.at)]
        for found in re.finditer(QUOTED, whole.of(unit.source))
        if found["value"]
    ]


def _finding(span: Span, value: str) -> Diagnostic:
    inside = value[1:-1].replace("\\", "\\\\").replace('"', '\\"')
    fix = Fix("write straight quotation marks", (TextEdit(span, f'"{inside}"'),), safe=True)
    message = f"`{value[0]}…{value[-1]}` do not hold a value together"
    return Diagnostic(CODE, SEVERITY, span, message, HINT, (fix,))


def _unclosed(document: Document) -> Iterator[Diagnostic]:
    """Heads that stay open for `„…“`: they are text so far, which no fix may change."""
    for fault in document.diagnostics:
        if fault.code == "unclosed-head":
            brace = document.text.find("{", fault.span.start) + 1
            found = re.compile(GERMAN).match(document.text, brace)
            if found:
                message = f"`{found['value'][0]}…“` keep this head from closing"
                span = Span(*found.span("value"))
                yield Diagnostic(CODE, SEVERITY, span, message, HINT)
