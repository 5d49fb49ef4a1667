"""A standard of proof that argmap does not know.

`standard=` on a claim, or on a contradiction, says how heavy its reasons must be for it to stand.
A name that is none of `scintilla`, `preponderance`, `convincing`, `beyond-doubt` and `undisputed`
asks for nothing, and the claim is judged as if it were not there.

Bad:

    [It must close]{claim #close @lind standard=certain}.

Good:

    [It must close]{claim #close @lind standard=beyond-doubt}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.rules import _spots as spots

CODE = "unknown-standard"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    if "standard=" not in document.text:
        return
    from argmap.evaluation.standards import KEY, Standard, named

    for where in spots.heads(document):
        for attribute in where.head.of("key"):
            if attribute.name == KEY and named(attribute.value) is None:
                span = spots.of_attribute(document, where, attribute)
                message = f"`{attribute.value[:40]}` is no standard of proof"
                hint = f"There are: {', '.join(Standard)}."
                yield Diagnostic(CODE, SEVERITY, span, message, hint)
