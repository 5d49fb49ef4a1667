"""Something cannot be a name.

A name has letters of any script and digits, with `-` and `_` only inside, and at most 200
characters.

Bad:

    [It must close]{claim #close☂ @lind}.

Good:

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "bad-name"
SEVERITY = Severity.ERROR
