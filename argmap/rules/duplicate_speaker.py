"""A speaker is described a second time.

Only the first description counts; what the second one says is lost.

Bad:

    [It must close]{claim #close @lind}.

    @lind = Mara Lind
    @lind = the chief engineer

Good:

    [It must close]{claim #close @lind}.

    @lind = Mara Lind | the chief engineer
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.values import Where
from argmap.rules import _spots as spots
from argmap.syntax.statements import Person
from argmap.syntax.units import Unit

CODE = "duplicate-speaker"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    first: dict[str, Where] = {}
    described = document.found(_described)
    for unit in sorted(described, key=document.position):
        for person in described[unit]:
            where = Where(unit, *person.source)
            known = first.setdefault(person.name, where)
            if known is not where:
                yield _finding(document, person.name, where, known)


def _described(unit: Unit) -> list[Person]:
    return [one for one in unit.statements if isinstance(one, Person)] if unit.is_map else []


def _finding(document: Document, name: str, where: Where, first: Where) -> Diagnostic:
    return Diagnostic(
        CODE,
        SEVERITY,
        spots.of_name(document, where, name),
        f"`@{name}` is described already, so this line counts for nothing",
        "Join the two lines: `@name = Full Name | Other Name {key=value}`.",
        related=(Related(spots.of_name(document, first, name), "first described here"),),
    )
