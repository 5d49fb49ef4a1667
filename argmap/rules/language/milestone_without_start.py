"""A milestone ends that nowhere begins.

Its claim has no words.

Bad:

    It must close{#long> claim @lind}, she said.

Good:

    {<#long}It must close{#long> claim @lind}, she said.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "milestone-without-start"
SEVERITY = Severity.ERROR
