"""Front matter that does not close.

It is taken for the text of the article.

Bad:

    ---
    argmap: 1

    [It must close]{claim #close @lind}.

Good:

    ---
    argmap: 1
    ---

    [It must close]{claim #close @lind}.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "unclosed-front-matter"
SEVERITY = Severity.ERROR
