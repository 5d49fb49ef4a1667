"""A standard of proof that argmap does not know.

`standard=` on a claim, or on a contradiction, says how heavy its reasons must be for it to stand.
A name that is none of `scintilla`, `preponderance`, `convincing`, `beyond-doubt` and `undisputed`
asks for nothing, and the claim is judged as if it were not there.

Bad:

    [It must close]{claim #close @lind standard=certain}.

Good:

    [It must close]{claim #close @lind standard=beyond-doubt}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Severity
from argmap.document import Document
from argmap.model.values import Where
from argmap.rules import _spots as spots
from argmap.syntax.head import Attribute
from argmap.syntax.units import Unit

CODE = "unknown-standard"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    found = document.found(_standards)
    if not found:
        return
    from argmap.evaluation.standards import Standard, named

    for where, attribute in (one for given in found.values() for one in given):
        if named(attribute.value) is None:
            span = spots.of_attribute(document, where, attribute)
            message = f"`{attribute.value[:40]}` is no standard of proof"
            hint = f"There are: {', '.join(Standard)}."
            yield Diagnostic(CODE, SEVERITY, span, message, hint)


def _standards(unit: Unit) -> list[tuple[Where, Attribute]]:
    if "standard=" not in unit.source:
        return []
    from argmap.evaluation.standards import KEY

    return [
        (where, one) for where in spots.heads(unit) for one in where.head.of("key")
        if one.name == KEY
    ]  # fmt: skip
