"""A remark does not end, or ends without a beginning.

What is meant for yourself is taken for the article.

Bad:

    [It must close]{claim #close @lind}. {>> check the year

Good:

    [It must close]{claim #close @lind}.{>> check the year <<}
"""

from __future__ import annotations

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.rules._literal import literal

CODE = "unclosed-remark"
SEVERITY = Severity.ERROR


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Takes it for the article's own characters."""
    return literal(document, fault)
