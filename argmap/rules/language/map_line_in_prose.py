"""A map line stands in a paragraph.

It is taken for text: a map block begins after a blank line.

Bad:

    [It must close]{claim #close @lind}.
    #old: The bridge is old.

Good:

    [It must close]{claim #close @lind}.

    #old: The bridge is old. {.implicit}
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "map-line-in-prose"
SEVERITY = Severity.WARNING
