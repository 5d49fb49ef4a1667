"""A mark has two ids.

The first counts. If both are names of the same claim, `=other` says so.

Bad:

    [It must close]{claim #close #close @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules._removing import without

CODE = "second-id"
SEVERITY = Severity.ERROR


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Removes the second one where it is the same."""
    written = fault.span.of(document.text)
    same = f"id `{written.removeprefix('#')}`" in fault.message
    in_head = document.text[fault.span.start - 1 : fault.span.start] in (" ", "\t", "\r", "\n")
    return (without(document.text, fault.span, safe=True),) if same and in_head else ()
