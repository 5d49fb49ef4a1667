"""An attribute stands twice in the same head.

The same one twice is only clutter, which `--fix` removes. Of two labels, or of two values for
`weight`, `scheme`, `step` or `via`, the first counts and the other is lost.

Bad:

    [It must close]{claim #close @lind .cost @lind}.

Good:

    [It must close]{claim #close @lind .cost}.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.document import Document
from argmap.model.values import Where
from argmap.rules import _spots as spots
from argmap.rules._removing import without
from argmap.syntax.head import Attribute
from argmap.syntax.reading import MEANT
from argmap.syntax.units import Unit

CODE = "duplicate-attribute"
SEVERITY = Severity.WARNING


Twice = tuple[Where, Attribute, Attribute]
"""An attribute that counts for nothing, in its head, and the one that counts."""


def check(document: Document) -> Iterator[Diagnostic]:
    for found in document.found(_of_unit).values():
        for where, attribute, first in found:
            yield _finding(document, where, attribute, first)


def _of_unit(unit: Unit) -> list[Twice]:
    return [*_twice(unit)]


def _twice(unit: Unit) -> Iterator[Twice]:
    for where in spots.heads(unit):
        attributes = where.head.attributes
        if len({(one.sign, one.name) for one in attributes}) == len(attributes) and (
            sum(not one.sign for one in attributes) < 2
        ):
            continue  # no two are alike: nearly all heads
        whole: dict[object, Attribute] = {}
        single: dict[object, Attribute] = {}
        for attribute in attributes:
            sign, _, name, to, value = attribute
            first = whole.setdefault((sign, name, to, value), attribute)
            if first is not attribute:
                if sign != "#":  # `second-id` tells of those
                    yield where, attribute, first
            elif _counts_once(where, attribute):
                key = name if sign == "key" else sign
                first = single.setdefault(key, attribute)
                if first is not attribute:
                    yield where, attribute, first


def _counts_once(where: Where, attribute: Attribute) -> bool:
    """Whether only the first of its kind has an effect, and the core does not say so."""
    if attribute.sign == "":
        return True
    if attribute.sign != "key":
        return False
    form = spots.form(where)
    of_claim = form in ("mark", "claim") or (form == "bullet" and not _is_reference(where))
    return attribute.name in MEANT or not of_claim


def _is_reference(where: Where) -> bool:
    line = where.unit.lines[where.index][1]
    return line.text_span is None


def _finding(
    document: Document, where: Where, attribute: Attribute, first: Attribute
) -> Diagnostic:
    span = spots.of_attribute(document, where, attribute)
    same = attribute._replace(span=first.span) == first
    written = span.of(document.text)[:60]
    what = f"`{first.name}` stands here already" if not same else "it stands here already"
    return Diagnostic(
        CODE,
        SEVERITY,
        span,
        f"`{written}` counts for nothing: {what}",
        "Remove it." if same else "Keep one of the two.",
        (without(document.text, span, safe=same),),
        (Related(spots.of_attribute(document, where, first), "this one counts"),),
    )
