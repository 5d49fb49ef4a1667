"""An arrow other than `_>` aims at a step.

A step can only be undercut.

Bad:

    [It is old]{claim #old @lind +close}. [Close it]{claim #close @lind}. [So]{claim #so @lind}.

    #so +> #old>close

Good:

    [It is old]{claim #old @lind +close}. [Close it]{claim #close @lind}. [So]{claim #so @lind}.

    #so _> #old>close
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "step-as-target"
SEVERITY = Severity.ERROR
