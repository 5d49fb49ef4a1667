"""A relation names a claim that does not exist.

It has no effect. Mostly the id is misspelt, or the claim it means has no id yet.

Bad:

    [It is old]{premise #old @lind +clsoe}. [It must close]{claim #close @lind}.

Good:

    [It is old]{premise #old @lind +close}. [It must close]{claim #close @lind}.
"""

from __future__ import annotations

import re

from argmap.diagnostic import Diagnostic, Fix, Severity
from argmap.document import Document
from argmap.text import Span, TextEdit

CODE = "unknown-target"
SEVERITY = Severity.ERROR

MEANT = re.compile(r"Did you mean `([^`]+)`\?")
NAMED = re.compile(r"`([^`]+)`")


def mend(document: Document, fault: Diagnostic) -> tuple[Fix, ...]:
    """Writes the id that is likely meant."""
    meant, named = MEANT.match(fault.hint), NAMED.search(fault.message)
    if not meant or not named:
        return ()
    written = fault.span.of(document.text)
    # A target that is found nowhere by name has the whole head or line as its span.
    at = written.find(named[1])
    if at < 0 or at > 2 or at + len(named[1]) != len(written.partition(">")[0]):
        return ()
    start = fault.span.start + at
    edit = TextEdit(Span(start, start + len(named[1])), meant[1])
    return (Fix(f"write `{meant[1]}`", (edit,)),)
