"""A text and all that follows from it, as one frozen snapshot: the one way in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from argmap import text as texts
from argmap.diagnostic import Diagnostic, Related, Severity
from argmap.front import Front
from argmap.headings import Heading, headings
from argmap.model import update
from argmap.model.argmap import ArgMap
from argmap.model.values import Located, Occurrence, Where
from argmap.model.voices import Holders
from argmap.syntax import article
from argmap.syntax.cells import Kind, cut, front_end
from argmap.syntax.grouping import units as group
from argmap.syntax.lexicon import front_start
from argmap.syntax.recut import recut
from argmap.syntax.units import Cell, Unit, shifted, without
from argmap.text import Lines, Span, TextEdit

Found = TypeVar("Found")
Kept = Mapping[Callable[[Unit], Sequence[Any]], Mapping[Unit, Sequence[Any]]]

MANY = 16
"""From this many edits on, and where they reach into many units, a fresh analysis costs less."""


class Base(NamedTuple):
    """An earlier map, and how the units have changed since."""

    map: ArgMap
    removed: tuple[Unit, ...]
    added: tuple[Unit, ...]


class Gaps(NamedTuple):
    """Ranges of a unit that are not the article's own: where they start and end, where they lie in
    what is left, and how much is gone before each, and in all."""

    starts: list[int]
    ends: list[int]
    own: list[int]
    before: list[int]

    @staticmethod
    def of(cuts: Iterable[Span]) -> Gaps:
        spans = list(cuts)
        before = [0, *accumulate(end - start for start, end in spans)]
        own = [span.start - gone for span, gone in zip(spans, before, strict=False)]
        return Gaps([one.start for one in spans], [one.end for one in spans], own, before)

    def own_offset(self, offset: int) -> int:
        """Where an offset of the unit lies in what is left of it."""
        passed = bisect_left(self.starts, offset)
        gone = self.before[passed]
        if passed:
            gone -= max(0, self.ends[passed - 1] - offset)
        return offset - gone


class Document:
    """An analysed text. Any text makes a Document; its faults are `diagnostics`.

    >>> doc = Document.of("[The bridge must close]{claim #close @lind}.")
    >>> doc.article, list(doc.map.claims), doc.diagnostics
    ('The bridge must close.', ['close'], ())
    """

    def __init__(self, text: str, units: tuple[Unit, ...], base: Base | None = None) -> None:
        self.text = text
        self.units = units
        self._base = base
        self._whole: Document | None = None
        self._tried: tuple[tuple[TextEdit, ...], Document] | None = None
        self._found: Kept = {}

    @staticmethod
    def of(text: str) -> Document:
        cells = [Cell.of(text, piece) for piece in cut(text)]
        return Document(text, tuple(group(cells)))

    def edit(self, edits: Iterable[TextEdit]) -> Document:
        """The Document of the text after the edits; only cells they touch are parsed anew.

        An edit that was tried is mostly made next, so the last one is remembered.
        """
        if self._whole is not None:
            return self._whole.edit(edits)
        wanted = texts.arrange(edits)
        if self._tried is not None and self._tried[0] == wanted:
            return self._tried[1]
        if len(wanted) > MANY and len(wanted) > len(self.units) // 4:
            document = Document.of(texts.apply(self.text, wanted))
        else:
            document = self
            for edit in reversed(wanted):
                document = document._after(edit)
        self._tried = (wanted, document)
        return document

    def _after(self, edit: TextEdit) -> Document:
        (start, end), new = edit
        text = self.text[:start] + new + self.text[end:]
        front, now = front_end(self.text), front_end(text)
        if start < front or self.text[:front] != text[:now]:
            if front and now and self.text[front:] == text[now:]:
                return self._with_front(text, now)
            return Document.of(text)
        first, last, fresh = recut(self.units, self._starts, text, edit)
        removed = self.units[first:last]
        units = (*self.units[:first], *fresh, *self.units[last:])
        document = Document(text, units, self._changed(removed, fresh))
        document._found = self._found_after(removed, fresh)
        document._starts = self._shifted(first, last, fresh, len(text) - len(self.text))
        if len(fresh) == last - first and "_position" in self.__dict__:
            position = dict(self._position)  # the others stay where they are
            for unit in removed:
                del position[unit]
            position.update(zip(fresh, range(first, last), strict=True))
            document._position = position
        return document

    def _with_front(self, text: str, end: int) -> Document:
        """The Document after an edit inside of the front matter."""
        front = Unit([Cell(text[:end], Kind.FRONT, False)])
        document = Document(text, (front, *self.units[1:]))
        document._base = self._changed(self.units[:1], (front,))
        document._found = self._found_after(self.units[:1], (front,))
        document._starts = self._shifted(0, 1, (front,), len(text) - len(self.text))
        return document

    def found(self, find: Callable[[Unit], Sequence[Found]]) -> Mapping[Unit, Sequence[Found]]:
        """What `find`, which looks at nothing but the unit, finds in each unit, where that is
        anything. After an edit only the units that it changed are asked again."""
        if find not in self._found:
            every = {unit: found for unit in self.units if (found := find(unit))}
            self._found = {**self._found, find: every}
        return self._found[find]

    def _found_after(self, removed: Collection[Unit], fresh: Iterable[Unit]) -> Kept:
        """What was found, after some units were replaced."""
        kept: dict[Callable[[Unit], Sequence[Any]], Mapping[Unit, Sequence[Any]]] = {}
        for find, known in self._found.items():
            more = {unit: found for unit in fresh if (found := find(unit))}
            gone = [unit for unit in removed if unit in known]
            if gone or more:
                known = dict(known)
                for unit in gone:
                    del known[unit]
                known |= more  # a unit may be cut anew as it was
            kept[find] = known
        return kept

    def _shifted(self, first: int, last: int, fresh: Iterable[Unit], grown: int) -> list[int]:
        """Where the units start after some were replaced."""
        starts = self._starts
        at = starts[first] if first < len(starts) else len(self.text)
        new: list[int] = []
        for unit in fresh:
            new.append(at)
            at += len(unit.source)
        return [*starts[:first], *new, *[start + grown for start in starts[last:]]]

    def _changed(self, removed: Iterable[Unit], added: Iterable[Unit]) -> Base | None:
        """What the map of a Document with other units can be built from."""
        if "map" in self.__dict__:
            return Base(self.map, tuple(removed), tuple(added))
        if self._base is None:
            return None
        old, gone, fresh = self._base
        now = dict.fromkeys(fresh)
        lost = [unit for unit in removed if unit not in now]
        for unit in removed:
            now.pop(unit, None)
        return Base(old, (*gone, *lost), (*now, *added))

    @cached_property
    def _starts(self) -> list[int]:
        sizes = (len(unit.source) for unit in self.units)
        return [0, *accumulate(sizes)][: len(self.units)]

    @cached_property
    def _position(self) -> dict[Unit, int]:
        return dict(zip(self.units, range(len(self.units)), strict=True))

    @cached_property
    def front(self) -> Front:
        """argmap's front matter, empty where there is none."""
        return Front.of(self.text[: front_end(self.text)])

    @cached_property
    def map(self) -> ArgMap:
        base, self._base = self._base, None
        if base is None or len(base.added) + len(base.removed) > len(self.units) // 2:
            return ArgMap.of(self.units, self.front.get("author"), self._position)
        return update.after(
            base.map,
            self.units,
            base.removed,
            base.added,
            self._position,
            self.front.get("author"),
        )

    def part(self, claims: Collection[str]) -> Document:
        """The same text, with only these claims in its map. It is to be looked at: an edit of it
        gives the whole again."""
        found = Document(self.text, self.units)
        found.__dict__ |= {"map": self.map.only(claims), "_starts": self._starts}
        found._whole = self._whole or self
        return found

    @cached_property
    def lines(self) -> Lines:
        return Lines.of(self.text)

    @cached_property
    def _cuts(self) -> article.Cuts:
        return article.cuts(self.text, self.units, self._starts)

    @cached_property
    def _own(self) -> list[str]:
        """What of each unit is the article's own."""
        found = [unit.kept for unit in self.units]
        for number, spans in self._cuts.items():
            source = self.units[number].source
            found[number] = without(source, Span(0, len(source)), spans)
        return found

    @cached_property
    def _own_starts(self) -> list[int]:
        return [0, *accumulate(map(len, self._own))]

    @cached_property
    def removed(self) -> tuple[Span, ...]:
        """The ranges of the text that are not the article's own, in order and disjoint."""
        cuts = self._cuts
        spans = (
            span.shift(start)
            for number, (unit, start) in enumerate(zip(self.units, self._starts, strict=True))
            for span in cuts.get(number, unit.removed)
        )
        return tuple(article.joined(spans))

    def removed_in(self, span: Span) -> list[Span]:
        """The ranges of the text that are not the article's own and touch `span`."""
        found: list[Span] = []
        number = max(0, bisect_right(self._starts, span.start) - 1)
        while number < len(self.units) and self._starts[number] < span.end:
            start = self._starts[number]
            cuts = self._cuts.get(number, self.units[number].removed)
            found += (one.shift(start) for one in cuts)
            number += 1
        return [one for one in found if one.start < span.end and one.end > span.start]

    @cached_property
    def article(self) -> str:
        """The text without all marks: the article as it was."""
        return "".join(self._own)

    def article_offset(self, offset: int) -> int:
        """Where an offset of the text lies in the article."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return 0
        within = self._gaps_of(number).own_offset(offset - self._starts[number])
        return self._own_starts[number] + within

    def text_offset(self, offset: int) -> int:
        """Where an offset of the article lies in the text, behind marks that end there."""
        number = bisect_right(self._own_starts, offset, 0, len(self.units)) - 1
        if number < 0:
            return offset
        within = offset - self._own_starts[number]
        gaps = self._gaps_of(number)
        return self._starts[number] + within + gaps.before[bisect_right(gaps.own, within)]

    def _gaps_of(self, number: int) -> Gaps:
        """What of a unit is not the article's own; kept, for a line may hold thousands of marks."""
        found = self._gaps.get(number)
        if found is None:
            cuts = self._cuts.get(number, self.units[number].removed)
            found = self._gaps[number] = Gaps.of(cuts)
        return found

    @cached_property
    def _gaps(self) -> dict[int, Gaps]:
        return {}

    @cached_property
    def holders(self) -> Holders:
        """Answers who speaks in each mark."""
        return Holders(self._position, self.map.milestones)

    def position(self, unit: Unit) -> int:
        """The number of a unit among all."""
        return self._position[unit]

    def start(self, unit: Unit) -> int:
        """The offset of a unit in the text."""
        return self._starts[self._position[unit]]

    def span(self, where: Where) -> Span:
        """The whole mark or map line."""
        return where.span.shift(self.start(where.unit))

    def spans(self, occurrence: Occurrence) -> tuple[Span, ...]:
        """What the pieces of an occurrence cover: words of the article, or a map line's text."""
        return tuple(self._covered(where) for where in occurrence.pieces)

    def _covered(self, where: Where) -> Span:
        base = self.start(where.unit)
        if not where.in_text:
            at, line = where.unit.lines[where.index]
            return (line.text_span or line.span).shift(base + at)
        if where.mark.name:
            pair = self.map.milestones.get(where)
            if pair is None:
                return where.mark.words.shift(base)
            return Span(self.start(pair.unit) + pair.start.span.end, where.mark.span.start + base)
        return where.mark.words.shift(base)

    def article_span(self, span: Span) -> Span:
        return Span(self.article_offset(span.start), self.article_offset(span.end))

    def words(self, occurrence: Occurrence) -> str:
        """The words of an occurrence, pieces joined with ` … `."""
        return " … ".join(self._words(where) for where in occurrence.pieces)

    def _words(self, where: Where) -> str:
        if not where.in_text:
            return where.unit.lines[where.index][1].text
        if not where.mark.name:
            return where.unit.words(where.mark.words)
        return self.article_span(self._covered(where)).of(self.article)

    def wording(self, claim: str) -> str:
        """What a claim says: its canonical wording, or the words that first put it forward."""
        found = self.map.claims[claim]
        if found.wording:
            return found.wording
        said = (one for one in found.occurrences if one.stance != "defines" or self.words(one))
        words = (self.words(one) for one in said)
        return " ".join(next((line for line in words if line.strip()), found.id).split())

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        return headings(self.units, self._starts)

    def heading(self, offset: int) -> Heading | None:
        """The heading that an offset of the text stands under."""
        index = bisect_right([heading.start for heading in self.headings], offset)
        return self.headings[index - 1] if index else None

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The faults of the language and of the references in it, in order of the text."""
        found = [
            shifted(fault, self.start(unit))
            for unit, faults in self.found(_faults).items()
            for fault in faults
        ]
        found += (self._placed(fault) for fault in self.map.faults)
        found += self.front.faults
        if not front_end(self.text) and front_start().match(self.text):
            found.append(
                Diagnostic(
                    "unclosed-front-matter",
                    Severity.ERROR,
                    Span(0, 3),
                    "this front matter does not close, so it is taken for text",
                    "Write a line `---` after it.",
                )
            )
        found.sort(key=lambda fault: (fault.span, fault.code, fault.message))
        return tuple(dict.fromkeys(found))  # two statements of one mark may say the same

    def _placed(self, fault: Located) -> Diagnostic:
        return Diagnostic(
            fault.code,
            fault.severity,
            fault.span.shift(self.start(fault.unit)),
            fault.message,
            fault.hint,
            (),
            tuple(Related(s.shift(self.start(unit)), text) for unit, s, text in fault.related),
        )


def _faults(unit: Unit) -> Sequence[Diagnostic]:
    return unit.faults
