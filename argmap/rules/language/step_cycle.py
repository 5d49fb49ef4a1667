"""Undercuts aim at each other in a ring.

Each waits for the step of the other, so none of them has one.

Bad:

    [One]{claim #one @lind _two}. [Two]{claim #two @teal _one}.

Good:

    [One]{claim #one @lind -two}. [Two]{claim #two @teal -one}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "step-cycle"
SEVERITY = Severity.ERROR
