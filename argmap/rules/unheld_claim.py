"""A claim that nobody is said to hold.

It counts as the article's own voice, which is often right. Where somebody else says it, the
tree and the table of speakers would miss it. Claims tagged `.implicit` are nobody's by intent.

Bad:

    [The bridge should close]{claim #close}, Lind said.

Good:

    [The bridge should close]{claim #close @lind}, Lind said. [It is old]{claim #old @author}.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.rules import _spots as spots

CODE = "unheld-claim"
SEVERITY = Severity.NOTE


def check(document: Document) -> Iterator[Diagnostic]:
    for claim in document.map.found(_unheld):
        yield Diagnostic(
            CODE,
            SEVERITY,
            spots.of_name(document, document.map.claims[claim].occurrences[0].where, claim),
            f"nobody is said to hold `{claim}`, so it is the article's own voice",
            "Write who says so (`@speaker`; `@author` if the article does), "
            "or tag it `.implicit` if nobody does.",
        )


def _unheld(found: ArgMap, claim: str) -> Sequence[str]:
    one = found.claims[claim]
    held = "implicit" in one.tags or any(said.speakers for said in one.occurrences)
    return () if held else (claim,)
