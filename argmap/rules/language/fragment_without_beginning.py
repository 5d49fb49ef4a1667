"""A piece continues a claim of which no mark stands before it.

`..id` adds words to the nearest mark of the claim before it.

Bad:

    [should close]{..close}, she said of [the bridge]{claim #close @lind}.

Good:

    [the bridge]{claim #close @lind}, she said, [should close]{..close}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "fragment-without-beginning"
SEVERITY = Severity.ERROR
