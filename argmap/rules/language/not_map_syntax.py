"""A line of a map block is not map syntax.

It belongs to no claim. A map block goes on up to the next blank line.

Bad:

    #old: The bridge is old. {@lind}
    She said it twice.

Good:

    #old: The bridge is old. {@lind}

    She said it twice.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "not-map-syntax"
SEVERITY = Severity.ERROR
