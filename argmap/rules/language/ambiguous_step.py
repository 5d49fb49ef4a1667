"""A reference fits several steps.

The claim that it names is a reason for more than one thing.

Bad:

    [It is old]{claim #old @lind +close +sell}. [Close it]{claim #close @lind},
    [sell it]{claim #sell @lind}.
    [It was repaired]{claim #new @teal _old}.

Good:

    [It is old]{claim #old @lind +close +sell}. [Close it]{claim #close @lind},
    [sell it]{claim #sell @lind}.
    [It was repaired]{claim #new @teal _old>close}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "ambiguous-step"
SEVERITY = Severity.ERROR
