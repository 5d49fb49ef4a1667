"""What the arguments of a flattened map are about.

`OPEN` is a step of several rules that no undercut stops, `CLOSED` one that an undercut does stop,
`ASIDE` the reader's wish that sets claims aside and lets steps not count, `PROOF` part of what a
standard of proof asks.
"""

from __future__ import annotations

CLAIM, RULE, NOT, JOINT, NO_REASON, SOME_REASON, NO_OBJECTION, SOME_OBJECTION = range(8)
OPEN, CLOSED, ASIDE, PROOF = range(8, 12)
