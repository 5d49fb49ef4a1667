"""The head of a step carries what belongs to a claim.

A head behind an arrow or a bare reference belongs to the step: `#id`, `@speaker`, `.tag` and
`key=value`.

Bad:

    [It is old]{claim #old @lind}. [Close it]{claim #close @lind}.

    #old +> #close {claim}

Good:

    [It is old]{claim #old @lind}. [Close it]{claim #close @lind}.

    #old +> #close {#r1 @lind}
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "head-of-step"
SEVERITY = Severity.ERROR
