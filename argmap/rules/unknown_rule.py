"""The front matter allows a code that does not exist.

What was to be switched off is still on, or it is called otherwise by now.
`argmap check --list` shows all codes.

Bad:

    ---
    argmap: 1
    allow: [circular-suport]
    ---

    [It must close]{claim #close @lind}.

Good:

    ---
    argmap: 1
    allow: [circular-support]
    ---

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap import rules
from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.syntax.cells import front_end
from argmap.text import Span, TextEdit

CODE = "unknown-rule"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    known = rules.codes()
    front = document.text[: front_end(document.text)]
    for name in dict.fromkeys(document.front.names("allow")):
        if name not in known:
            yield _finding(name, _place(front, name), known)


def _place(front: str, name: str) -> Span:
    allow = re.search(r"^allow\b", front, re.MULTILINE)
    start = allow.start() if allow else 0
    found = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])").search(front, start)
    return Span(*found.span()) if found else Span(start, start + len("allow"))


def _finding(name: str, span: Span, known: tuple[str, ...]) -> Diagnostic:
    from difflib import get_close_matches

    meant = next(iter(get_close_matches(name, known, n=1)), "")
    exact = meant and span.end - span.start == len(name)
    return Diagnostic(
        CODE,
        SEVERITY,
        span,
        f"there is no rule `{name[:60]}` that could be allowed",
        f"Did you mean `{meant}`?" if meant else "`argmap check --list` shows all of them.",
        (Fix(f"write `{meant}`", (TextEdit(span, meant),)),) if exact else (),
    )
