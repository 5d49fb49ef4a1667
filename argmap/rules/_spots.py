"""Where in the text of a Document a rule finds what it looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.document import Document
from argmap.model import faults
from argmap.model.values import Step, Where
from argmap.syntax.head import Attribute
from argmap.syntax.units import Unit
from argmap.text import Span


def heads(unit: Unit) -> Iterator[Where]:
    """All marks and map lines of a unit that have a head, in order."""
    for index in range(len(unit.marks)):
        yield Where(unit, index)
    for index, (_, line) in enumerate(unit.lines):
        if line.head.span.end:
            yield Where(unit, index, in_text=False)


def form(where: Where) -> str:
    """`mark`, or the form of a map line."""
    return "mark" if where.in_text else where.unit.lines[where.index][1].form


def of_attribute(document: Document, where: Where, attribute: Attribute) -> Span:
    return attribute.span.shift(document.start(where.unit) + where.at)


def of_head(document: Document, where: Where) -> Span:
    return where.head.span.shift(document.start(where.unit) + where.at)


def of_name(document: Document, where: Where, name: str, signs: Iterable[str] = ()) -> Span:
    """Where a mark or map line writes `name`, or else its head or the line."""
    return faults.spot(where, name, signs).shift(document.start(where.unit))


def of_step(document: Document, step: Step) -> Span:
    """Where a step is first written: at its target."""
    return of_name(document, step.written[0], step.target, "+-_&!")
