"""A head follows a `]` that no `[` opens.

It is taken for text. A mark cannot reach across a blank line; milestones can.

Bad:

    It must close]{claim #close @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules._literal import literal

CODE = "mark-without-beginning"
SEVERITY = Severity.ERROR
COVERS = ("unknown-attribute", "bad-name", "second-id", "weight-range", "speaker-without-name")


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Takes it for the article's own characters."""
    return literal(document, fault)
