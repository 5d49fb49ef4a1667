"""A speaker mark that names nobody.

`[she]{speaker @lind}` tells whom the words mean.

Bad:

    [She]{speaker} said: [it must close]{claim #close @lind}.

Good:

    [She]{speaker @lind} said: [it must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "speaker-without-name"
SEVERITY = Severity.ERROR
