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

CODE = "duplicate-attribute"
SEVERITY = Severity.WARNING


def check(document: Document) -> Iterator[Diagnostic]:
    for where in spots.heads(document):
        attributes = where.head.attributes
        if len(attributes) < 2:
            continue
        whole: dict[object, Attribute] = {}
        single: dict[object, Attribute] = {}
        for attribute in attributes:
            sign, _, name, to, value = attribute
            first = whole.setdefault((sign, name, to, value), attribute)
            if first is not attribute:
                if sign != "#":  # `second-id` tells of those
                    yield _finding(document, where, attribute, first)
            elif _counts_once(where, attribute):
                key = name if sign == "key" else sign
                first = single.setdefault(key, attribute)
                if first is not attribute:
                    yield _finding(document, where, attribute, first)


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
