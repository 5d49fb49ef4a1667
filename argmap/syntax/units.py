"""Units: cells that belong together, and the marks in them.

Nearly always a unit is one cell. Lines joined by a bracket that closes on a later line
are one unit, and so is a top line of a map block with the bullets below it. A unit is a
pure function of its cells; it is compared by identity, which marks its place in a text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Fix, Related, Severity
from argmap.syntax import mapline, names, outline, plain, prose
from argmap.syntax.cells import Cut, Kind
from argmap.syntax.head import Head
from argmap.syntax.mapline import MapLine
from argmap.syntax.plain import Bracket
from argmap.syntax.prose import Milestone, Prose
from argmap.syntax.reading import Reader
from argmap.syntax.statements import Source, Statement, Voice
from argmap.text import Span, TextEdit


class Cell:
    """A parsed cell; its offsets count from its own start."""

    __slots__ = ("kind", "line", "prose", "source", "unclosed")

    parsed = 0
    """How many cells were ever parsed: the tests read off here what an edit costs."""

    def __init__(self, source: str, kind: Kind, unclosed: bool) -> None:
        Cell.parsed += 1
        self.source = source
        self.kind = kind
        self.unclosed = unclosed
        self.line: MapLine | None = None
        self.prose: Prose = prose.NOTHING
        if kind is Kind.MAP:
            self.line = plain.line(source) or mapline.read(source)
        elif kind not in (Kind.BLANK, Kind.FRONT):
            self.prose = prose.read(source, kind)

    @staticmethod
    def of(text: str, cut: Cut) -> Cell:
        return Cell(text[cut.start : cut.end], cut.kind, cut.unclosed)


class Mark(NamedTuple):
    """A mark in the text: `[words]{head}`, or the end of a milestone (`name` says which).

    Offsets count from the start of the unit, those of the head's attributes from `at`.
    `outer` is the number of the mark around it, or -1.
    """

    span: Span
    words: Span
    head: Head
    at: int
    outer: int = -1
    name: str = ""

    @property
    def head_span(self) -> Span:
        return self.head.span.shift(self.at)


class Start(NamedTuple):
    """`{<#name}`: where a milestone begins."""

    span: Span
    name: str


class Unit:
    """Cells that belong together. Offsets count from the start of the first one.

    `unpaired` tells that a bracket has no partner in it, `unclosed` that a head or remark
    stays open: only then can an edit elsewhere in its block change what it means.
    """

    marks: tuple[Mark, ...] = ()
    starts: tuple[Start, ...] = ()
    unpaired = False
    lines: tuple[tuple[int, MapLine], ...] = ()
    removed: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    nameless = 0
    faults: tuple[Diagnostic, ...] = ()

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.cells = tuple(cells)
        self.source = "".join([cell.source for cell in cells])
        self.is_map = cells[0].kind is Kind.MAP
        self.offsets = (0,) if len(cells) == 1 else tuple(_offsets(cells))
        self.unclosed = any(cell.unclosed for cell in cells)
        if self.is_map:
            self._read(self._read_lines)
        elif any(cell.prose is not prose.NOTHING for cell in cells):
            self._read(self._read_prose)

    def _read(self, read: Callable[[list[Diagnostic], Reader], None]) -> None:
        faults: list[Diagnostic] = []
        reader = Reader()
        read(faults, reader)
        self.statements = tuple(reader.statements)
        self.nameless = reader.nameless
        self.faults = (*faults, *reader.faults)

    def _read_lines(self, faults: list[Diagnostic], reader: Reader) -> None:
        self.lines = tuple(
            [
                (at, cell.line)
                for at, cell in zip(self.offsets, self.cells, strict=True)
                if cell.line is not None
            ]
        )
        for at, line in self.lines:
            faults += [shifted(fault, at) for fault in line.faults]
        outline.read(self.lines, reader)

    def _read_prose(self, faults: list[Diagnostic], reader: Reader) -> None:
        brackets: list[tuple[int, Bracket]] = []
        milestones: list[tuple[int, Milestone]] = []
        removed: list[Span] = []
        for at, cell in zip(self.offsets, self.cells, strict=True):
            found = cell.prose
            brackets += [(at, bracket) for bracket in found.brackets]
            milestones += [(at, milestone) for milestone in found.milestones]
            removed += [span.shift(at) for span in found.remarks]
            removed += [Span(at + offset, at + offset + 1) for offset in found.escapes]
            faults += [shifted(fault, at) for fault in found.faults]
        marks, loose, still_open = pair(brackets)
        self.unpaired = bool(loose) or still_open
        faults += [_no_beginning(at, bracket) for at, bracket in loose]
        starts: list[Start] = []
        for at, (span, name, head) in milestones:
            removed.append(span.shift(at))
            if head is None:
                starts.append(Start(span.shift(at), name))
            else:
                marks.append(Mark(span.shift(at), Span(span.end, span.end), head, at, -1, name))
        for (start, end), (_, closed), *_, name in marks:
            if not name:
                removed.append(Span(start, start + 1))
                removed.append(Span(closed, end))
        removed.sort()
        self.marks = nested(marks)
        self.starts = tuple(starts)
        self.removed = tuple(removed)
        for index, mark in enumerate(self.marks):
            reader.mark(mark.head, Source(index, True), mark.at, mark.name)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """For each claim without a name: the name that its words suggest."""
        found: list[str] = []
        for statement in self.statements:
            if isinstance(statement, Voice) and isinstance(statement.claim, int):
                index, in_text = statement.source
                found.append(names.from_words(self._beginning(index, in_text)))
        return tuple(found)

    def _beginning(self, index: int, in_text: bool) -> str:
        """The first words of a mark or map line, so that nested marks stay cheap."""
        if not in_text:
            return self.lines[index][1].text
        start, end = self.marks[index].words
        return self.words(Span(start, min(end, start + 2000)))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """All speakers that heads name, as holders, as arguers or in `via=` and `of=`."""
        heads = [mark.head for mark in self.marks] + [line.head for _, line in self.lines]
        found = {name for head in heads for name in head.names("@")}
        for head in heads:
            for attribute in head.of("key"):
                if attribute.name in ("via", "of"):
                    found.update(speaker_names(attribute.value))
        return frozenset(found)

    @cached_property
    def outlines(self) -> bool:
        """Whether a line of it is a heading, or begins or ends fenced code."""
        return not self.is_map and any(
            cell.source.lstrip(" ").startswith(("#", "```", "~~~")) for cell in self.cells
        )

    @cached_property
    def kept(self) -> str:
        """The article's own characters in a unit of prose."""
        if not self.removed:
            return self.source
        return without(self.source, Span(0, len(self.source)), self.removed)

    def words(self, span: Span) -> str:
        """The article's own characters in a range of the unit."""
        return without(self.source, span, self.removed)


def speaker_names(value: str) -> tuple[str, ...]:
    """The speakers that `via=@wang` or `of="@a @b"` names; the `@` may be left out."""
    return tuple(names.normal(part.removeprefix("@")) for part in value.replace(",", " ").split())


def without(source: str, span: Span, removed: Sequence[Span]) -> str:
    """The characters of a range that do not lie in the removed ranges, which are in order."""
    pieces: list[str] = []
    at = span.start
    for index in range(max(0, bisect_left(removed, (at, at)) - 1), len(removed)):
        start, end = removed[index]
        if start >= span.end:
            break
        if end > at:
            pieces.append(source[at:start] if start > at else "")
            at = max(at, end)
    pieces.append(source[at : span.end] if at < span.end else "")
    return "".join(pieces)


def _offsets(cells: Sequence[Cell]) -> Iterator[int]:
    at = 0
    for cell in cells:
        yield at
        at += len(cell.source)


def pair(
    brackets: Sequence[tuple[int, Bracket]],
) -> tuple[list[Mark], list[tuple[int, Bracket]], bool]:
    """Pairs brackets, each with the offset of its cell: the marks, the heads that close
    nothing, and whether any other bracket has no partner, which makes it text."""
    opened: list[int] = []
    marks: list[Mark] = []
    loose: list[tuple[int, Bracket]] = []
    unpaired = False
    for base, bracket in brackets:
        at = base + bracket.at
        if bracket.opens:
            opened.append(at)
        elif bracket.head is None:
            if opened:
                opened.pop()
            else:
                unpaired = True
        elif opened:
            start = opened.pop()
            end = base + bracket.head.span.end
            marks.append(Mark(Span(start, end), Span(start + 1, at), bracket.head, base))
        else:
            loose.append((base, bracket))
    return marks, loose, unpaired or bool(opened)


def nested(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks in order of place, each knowing the one around it."""
    if len(marks) < 2:
        return tuple(marks)
    ordered = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    around: list[int] = []
    for index, mark in enumerate(ordered):
        while around and ordered[around[-1]].span.end <= mark.span.start:
            around.pop()
        if around:
            ordered[index] = mark._replace(outer=around[-1])
        if not mark.name:
            around.append(index)
    return tuple(ordered)


def shifted(fault: Diagnostic, by: int) -> Diagnostic:
    """The same fault, its places moved."""
    if by == 0:
        return fault
    return Diagnostic(
        fault.code,
        fault.severity,
        fault.span.shift(by),
        fault.message,
        fault.hint,
        tuple(
            Fix(fix.title, tuple(TextEdit(e.span.shift(by), e.text) for e in fix.edits), fix.safe)
            for fix in fault.fixes
        ),
        tuple(Related(place.span.shift(by), place.message) for place in fault.related),
    )


def _no_beginning(base: int, bracket: Bracket) -> Diagnostic:
    assert bracket.head is not None
    start, end = base + bracket.at, base + bracket.head.span.end
    return Diagnostic(
        "mark-without-beginning",
        Severity.ERROR,
        Span(start, end),
        "no `[` opens this mark, so it is taken for text",
        "Write `[` before the first of its words; a mark cannot reach across a blank line "
        "(use `{<#id}` … `{#id> …}` for that).",
    )
