"""A line of an outline is indented with tabs, the one above with spaces.

It cannot be told under which line it hangs, and argmap does not guess.

Bad:

    #close: It must close. {@lind}
      + It is old. {@lind}
    ␉+ It rusts. {@lind}

Good:

    #close: It must close. {@lind}
      + It is old. {@lind}
      + It rusts. {@lind}
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "mixed-indent"
SEVERITY = Severity.ERROR
