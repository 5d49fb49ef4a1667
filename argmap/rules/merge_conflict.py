"""A merge-conflict marker was left in the file.

What stands between the markers is two versions of the same lines: claims are told twice, and the
markers themselves are taken for the article's words.

Bad:

    <<<<<<< ours
    [It must close]{claim #close @lind}.
    =======
    [It should close]{claim #shut @lind}.
    ››››››› theirs

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.syntax.units import Unit
from argmap.text import Span

CODE = "merge-conflict"
SEVERITY = Severity.ERROR
COVERS = ("not-map-syntax",)
MARKER = re.compile(
    r"(?<![^\r\n])(?:(?P<begin><{7})|(?P<base>\|{7})|(?P<end>>{7})|(?P<middle>={7}))"
    r"(?:(?<!=)[ \t][^\r\n]*)?(?![^\r\n])"
)


def check(document: Document) -> Iterator[Diagnostic]:
    """`=======` alone may underline a heading, and `>>>>>>>` quote a mail: what follows another
    marker counts."""
    if not document.found(_marked):
        return
    waiting: Span | None = None
    inside = False
    for found in MARKER.finditer(document.text):
        span = Span(*found.span())
        if found["begin"]:
            inside = True
            yield _finding(span, "begins")
        elif found["middle"] and not inside:
            waiting = span
        elif found["end"]:
            if waiting and not inside:
                yield _finding(waiting, "goes on")
            if waiting or inside:
                yield _finding(span, "ends")
            inside, waiting = False, None
        elif inside:
            yield _finding(span, "goes on")


def _marked(unit: Unit) -> str:
    return next((mark for mark in ("<<<<<<<", ">>>>>>>") if mark in unit.source), "")


def _finding(span: Span, what: str) -> Diagnostic:
    message = f"a merge conflict {what} here"
    return Diagnostic(CODE, SEVERITY, span, message, "Keep one version, and remove the markers.")
