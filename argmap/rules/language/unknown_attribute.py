"""Something in a head is no attribute.

It is skipped. Attributes are `claim`, `premise`, `speaker`, `#id`, `@speaker`, `.tag`, `+id`,
`-id`, `_id`, `&id`, `=id`, `!id`, `..id` and `key=value`, separated by spaces.

Bad:

    [It must close]{clam #close @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.text import Span, TextEdit

CODE = "unknown-attribute"
SEVERITY = Severity.ERROR

SPACED = re.compile(r"(?<=[^\W\d_])[ \t]*=[ \t]*(?=[\w\"“])")


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Removes a comma after an attribute, and spaces round `=`."""
    (start, end), text = fault.span, document.text
    written = text[start:end]
    if len(written) > 1 and written[-1] in ",;":
        edit = TextEdit(Span(end - 1, end), "")
        return (Fix("remove the comma" if written[-1] == "," else "remove `;`", (edit,)),)
    gap = len(text[max(0, start - 20) : start]) - len(
        text[max(0, start - 20) : start].rstrip(" \t")
    )
    found = SPACED.match(text, start - gap) if written == "=" else None
    if found:
        return (Fix("write no space round `=`", (TextEdit(Span(*found.span()), "="),)),)
    return ()
