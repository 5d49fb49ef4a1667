"""A claim or step is given two values for the same key.

The first one counts, the other is lost.

Bad:

    [It costs 3 million]{claim #price @lind year=2024}. [So it does]{=price @teal year=2025}.

Good:

    [It costs 3 million]{claim #price @lind year=2024}. [So it does]{=price @teal}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "data-clash"
SEVERITY = Severity.WARNING
