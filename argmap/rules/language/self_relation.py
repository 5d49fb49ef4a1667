"""A claim relates to itself.

Nothing is a reason for or against itself; the relation is left out.

Bad:

    [It must close]{claim #close @lind +close}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "self-relation"
SEVERITY = Severity.ERROR
