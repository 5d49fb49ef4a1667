"""Something looks like the head of a mark, but its `]` or `{` is missing.

It is taken for text.

Bad:

    [It must close{claim #close @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules._literal import literal

CODE = "head-without-mark"
SEVERITY = Severity.WARNING


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Takes it for the article's own characters."""
    return literal(document, fault)
