"""What lies over the words of the article: the selection, the language's signs, what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from argmap.model.values import Where
from argmap.syntax.mapline import Group, MapLine, Name
from argmap.text import Span
from argmap.tui import words
from argmap.tui.desk import Desk
from argmap.tui.page import Page, Stretch
from argmap.views.sentences import is_heading

SIGILS = {
    "": "bold", "#": "name", ".": "key", "+": "support", "-": "attack", "_": "undercut",
    "&": "support", "=": "name", "!": "contradict", "..": "name", "key": "dim",
}  # fmt: skip
ARROWS = {"+>": "support", "->": "attack", "_>": "undercut", "><": "contradict", "=": "name"}


class Layer(NamedTuple):
    """A range of the page and the names of its styles."""

    span: Span
    style: str


def layers(desk: Desk, page: Page, window: Span, marks: list[Stretch]) -> list[Layer]:
    """All that lies over the words in a range of the page, later ones on top."""
    found: list[Layer] = []
    if page.source:
        found += written(desk, window)
    if desk.selection is not None:
        found.append(Layer(desk.selection, "selected"))
    elif desk.focus == "article" and not desk.typing:
        found.append(Layer(desk.meant, "sentence"))
    if desk.coverage and not page.source:
        found += (Layer(span, "bare") for span in bare(page, window, marks))
    if desk.search:
        found += _matches(page, window, desk.search)
    return found


def written(desk: Desk, window: Span) -> Iterator[Layer]:
    """What of the source is not the article's own, by what it is, and what is wrong in it."""
    document = desk.document
    yield from (Layer(span, "syntax") for span in document.removed_in(window))
    numbers = {who: number for number, who in enumerate(document.map.speakers)}
    number = max(0, bisect_right(document._starts, window.start) - 1)
    while number < len(document.units) and document._starts[number] < window.end:
        unit = document.units[number]
        every = [Where(unit, index) for index in range(len(unit.marks))]
        every += [Where(unit, index, in_text=False) for index in range(len(unit.lines))]
        for where in every:
            at = document._starts[number] + where.at
            if not where.in_text:
                yield from _line(unit.lines[where.index][1], at, numbers)
            for one in where.head.attributes:
                speaker = f"speaker-{numbers.get(one.name, 0)}"
                yield Layer(one.span.shift(at), SIGILS.get(one.sign, speaker))
        number += 1
    for fault in document.diagnostics:
        if fault.span.start < window.end and fault.span.end >= window.start:
            span = Span(fault.span.start, max(fault.span.end, fault.span.start + 1))
            yield Layer(span, f"{fault.severity} double")


def _line(line: MapLine, at: int, numbers: dict[str, int]) -> Iterator[Layer]:
    """The names, the arrow and the words of a map line that begins at an offset."""
    named: list[Name] = [*line.premises]
    if isinstance(line.target, Group):
        named += (*line.target.premises, line.target.target)
    elif line.target:
        named.append(line.target)
    yield from (Layer(one.span.shift(at), "name") for one in named)
    if line.premises and line.target:
        arrow = Span(line.premises[-1].span.end, line.target.span.start)
        yield Layer(arrow.shift(at), f"bold {ARROWS.get(line.arrow, '')}")
    if line.form == "bullet":
        start = line.span.start + len(line.indent)
        style = f"bold {SIGILS.get(line.sign, '')}"
        yield Layer(Span(start, start + len(line.sign)).shift(at), style)
    if line.name:
        speaker = f"bold speaker-{numbers.get(line.name.name, 0)}"
        yield Layer(line.name.span.shift(at), speaker if line.form == "speaker" else "name")
    if line.text_span:
        yield Layer(line.text_span.shift(at), "plain")


def bare(page: Page, window: Span, marks: list[Stretch]) -> list[Span]:
    """The sentences in view that no claim has a word of; headings need none."""
    found: list[Span] = []
    at = words.sentence(page.text, window.start).start
    while at < window.end:
        here = words.sentence(page.text, at)
        left = here.end > here.start and not is_heading(page.text, here)
        if left and not any(
            one.claim and one.span.start < here.end and one.span.end > here.start for one in marks
        ):
            found.append(words.meant(page.text, here))
        following = words.sentence_after(page.text, at)
        if following <= at:
            break
        at = following
    return found


def _matches(page: Page, window: Span, wanted: str) -> list[Layer]:
    text = page.text[window.start : window.end].casefold()
    if len(text) != window.end - window.start and window.end <= len(page.text):
        return []
    found: list[Layer] = []
    at = text.find(wanted.casefold())
    while at >= 0 and len(found) < 500:
        start = window.start + at
        found.append(Layer(Span(start, start + len(wanted)), "matched"))
        at = text.find(wanted.casefold(), at + 1)
    return found
