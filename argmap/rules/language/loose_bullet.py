"""A bullet of a map block relates to nothing.

It must be indented below a claim; `_` and `&` need a step above or beside them.

Bad:

    @lind = Mara Lind
      + It is old. {@lind}

Good:

    #close: It must close. {@lind}
      + It is old. {@lind}
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "loose-bullet"
SEVERITY = Severity.ERROR
