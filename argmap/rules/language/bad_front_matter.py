"""Front matter that is no YAML.

None of it counts.

Bad:

    ---
    argmap: 1
    title: [one
    ---

    [It must close]{claim #close @lind}.

Good:

    ---
    argmap: 1
    title: "[one"
    ---

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "bad-front-matter"
SEVERITY = Severity.ERROR
