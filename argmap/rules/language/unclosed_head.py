"""A head does not close.

It is taken for text. Often a quotation mark is missing.

Bad:

    [It must close]{claim #close @lind, she said.

Good:

    [It must close]{claim #close @lind}, she said.
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules._literal import literal

CODE = "unclosed-head"
SEVERITY = Severity.ERROR


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Takes it for the article's own characters."""
    return literal(document, fault)
