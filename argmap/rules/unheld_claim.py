"""A claim that nobody is said to hold.

It counts as the article's own voice, which is often right. Where somebody else says it, the
tree and the table of speakers would miss it. Claims tagged `.implicit` are nobody's by intent.

Bad:

    [The bridge should close]{claim #close}, Lind said.

Good:

    [The bridge should close]{claim #close @lind}, Lind said. [It is old]{claim #old @author}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.rules import _spots as spots

CODE = "unheld-claim"
SEVERITY = Severity.NOTE


def check(document: Document) -> Iterator[Diagnostic]:
    for claim in document.map.claims.values():
        if "implicit" not in claim.tags and not document.map.holders(claim.id):
            yield Diagnostic(
                CODE,
                SEVERITY,
                spots.of_name(document, claim.occurrences[0].where, claim.id),
                f"nobody is said to hold `{claim.id}`, so it is the article's own voice",
                "Write who says so (`@speaker`; `@author` if the article does), "
                "or tag it `.implicit` if nobody does.",
            )
