"""Faults found while the map is built, each at the attribute or name that causes it."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.diagnostic import Severity
from argmap.model.values import Located, Where
from argmap.syntax.mapline import Group, Name
from argmap.text import Span


def spot(where: Where, name: str, signs: Iterable[str] = ()) -> Span:
    """Where in a mark or map line `name` is written; the whole head or line if nowhere."""
    wanted = tuple(signs)
    for attribute in where.head.attributes:
        if name in (attribute.name, attribute.to) and (not wanted or attribute.sign in wanted):
            return attribute.span.shift(where.at)
    if not where.in_text:
        line = where.unit.lines[where.index][1]
        found: list[Name] = [line.name] if line.name else []
        target = line.target
        group = [*target.premises, target.target] if isinstance(target, Group) else [target]
        found += (part for part in (*group, *line.premises) if part is not None)
        for part in found:
            if name in (part.name, part.to):
                return part.span.shift(where.at)
        return where.span
    return where.mark.head_span


def located(
    code: str,
    where: Where,
    span: Span,
    message: str,
    hint: str = "",
    severity: Severity = Severity.ERROR,
    related: tuple[tuple[Where, Span, str], ...] = (),
) -> Located:
    others = tuple((place.unit, other, text) for place, other, text in related)
    return Located(code, severity, where.unit, span, message, hint, others)
