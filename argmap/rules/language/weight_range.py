"""A weight is no number from 0 to 1.

It is left out.

Bad:

    [It is old]{premise #old @lind +close weight=8}. [It must close]{claim #close @lind}.

Good:

    [It is old]{premise #old @lind +close weight=0.8}. [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "weight-range"
SEVERITY = Severity.ERROR
