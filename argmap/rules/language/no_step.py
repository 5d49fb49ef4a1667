"""`scheme`, `weight` or `step` where nothing supports or attacks.

They belong to the steps a mark writes, and this mark writes none.

Bad:

    [It must close]{claim #close @lind weight=0.8}.

Good:

    [It is old]{premise #old @lind +close weight=0.8}. [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "no-step"
SEVERITY = Severity.WARNING
