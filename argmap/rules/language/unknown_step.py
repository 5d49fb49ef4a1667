"""An undercut or a link finds no step.

An undercut attacks the step from a reason to what it is a reason for, and `&` joins one: the
claim that is named must be a reason for something.

Bad:

    [It must close]{claim #close @lind}. [But that was before]{claim #old @teal _close}.

Good:

    [It must close]{claim #close @lind}. [But that was before]{claim #old @teal -close}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "unknown-step"
SEVERITY = Severity.ERROR
