"""The mention of a speaker carries a relation or an id.

The words that name somebody put no claim forward.

Bad:

    [She]{speaker @lind #she} said: [it must close]{claim #close @lind}.

Good:

    [She]{speaker @lind} said: [it must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "speaker-argues"
SEVERITY = Severity.ERROR
