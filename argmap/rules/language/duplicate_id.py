"""Two claims, or two steps, have the same id.

Other marks that name it would mean both. If both say the same, the second is a restatement.

Bad:

    [It must close]{claim #close @lind}. [Shut it]{claim #close @teal}.

Good:

    [It must close]{claim #close @lind}. [Shut it]{claim =close @teal}.
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.text import Span, TextEdit

CODE = "duplicate-id"
SEVERITY = Severity.ERROR


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Makes the second mark of a claim a restatement of the first."""
    if "given a second time" not in fault.message:
        return ()
    start = fault.span.start
    if document.text[start] != "#":
        return ()
    edit = TextEdit(Span(start, start + 1), "=")
    return (Fix("say that it is the same claim", (edit,)),)
