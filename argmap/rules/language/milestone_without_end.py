"""A milestone begins that nowhere ends.

It marks nothing; `argmap strip` removes it all the same.

Bad:

    {<#long}It must close, she said.

Good:

    {<#long}It must close{#long> claim @lind}, she said.
"""

from __future__ import annotations

from argmap.diagnostic import Severity

CODE = "milestone-without-end"
SEVERITY = Severity.ERROR
