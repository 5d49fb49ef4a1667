"""What a map is made of: claims with their occurrences, and steps."""

from __future__ import annotations

from typing import NamedTuple

from argmap.diagnostic import Severity
from argmap.syntax.head import Head
from argmap.syntax.units import Mark, Unit
from argmap.text import Span

SIGNS = {"support": "+>", "attack": "->", "undercut": "_>", "contradict": "><"}


class Where(NamedTuple):
    """A mark of the text, or a map line, by its number in a unit."""

    unit: Unit
    index: int  # type: ignore[assignment]  # hides tuple.index
    in_text: bool = True

    @property
    def at(self) -> int:
        """Where the offsets of the head count from, within the unit."""
        return self.unit.marks[self.index].at if self.in_text else self.unit.lines[self.index][0]

    @property
    def is_own(self) -> bool:
        """Whether its words put a claim forward, so that its head speaks for that claim."""
        return self.in_text or self.unit.lines[self.index][1].text_span is not None

    @property
    def head(self) -> Head:
        if self.in_text:
            return self.unit.marks[self.index].head
        return self.unit.lines[self.index][1].head

    @property
    def mark(self) -> Mark:
        return self.unit.marks[self.index]

    @property
    def span(self) -> Span:
        """The whole mark or line, from the start of its unit."""
        if self.in_text:
            return self.unit.marks[self.index].span
        at, line = self.unit.lines[self.index]
        return line.span.shift(at)


class Occurrence(NamedTuple):
    """Words that put a claim forward: who (nobody named: the article itself), and how.

    `stance` is asserts, restates, denies (it denies `denied`) or defines (a map line).
    `pieces` are its marks in order, more than one for a claim in fragments.
    """

    pieces: tuple[Where, ...]
    stance: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    label: str
    denied: tuple[str, ...] = ()

    @property
    def where(self) -> Where:
        return self.pieces[0]

    @property
    def in_text(self) -> bool:
        return self.pieces[0].in_text


class Claim(NamedTuple):
    """A proposition put forward. `id` is its written name, or one made of its first words.

    `wording` is the canonical wording that a map line gives, empty where there is none;
    `names` are other names of the same claim.
    """

    id: str
    generated: bool
    occurrences: tuple[Occurrence, ...]
    wording: str
    tags: tuple[str, ...]
    data: tuple[tuple[str, str], ...]
    names: tuple[str, ...]

    @property
    def in_text(self) -> bool:
        return any(occurrence.in_text for occurrence in self.occurrences)

    def get(self, key: str) -> str | None:
        return next((value for name, value in self.data if name == key), None)


class Step(NamedTuple):
    """A node that argues: premises, together, for (support) or against something.

    `kind` is support, attack, undercut or contradict; `target` is a claim, or for an undercut
    the id of another step; `root` is the claim that the step is about in the end. `speakers`
    are written ones only; `ArgMap.arguers` knows the default. `written` are the marks and map
    lines that say so.
    """

    id: str
    kind: str
    premises: tuple[str, ...]
    target: str
    root: str
    name: str = ""
    scheme: str = ""
    weight: float | None = None
    speakers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()
    written: tuple[Where, ...] = ()

    @property
    def is_conflict(self) -> bool:
        return self.kind != "support"


class Located(NamedTuple):
    """A fault of the model, at a mark or map line; `span` counts from the start of its unit.
    `missing` is the name that is used and given to nothing."""

    code: str
    severity: Severity
    unit: Unit
    span: Span
    message: str
    hint: str = ""
    related: tuple[tuple[Unit, Span, str], ...] = ()
    missing: str = ""


class Holding(NamedTuple):
    """A speaker's stance on a claim: asserts, restates or denies it, alone or with others."""

    claim: str
    stance: str
    with_others: tuple[str, ...]
    via: tuple[str, ...]
    occurrence: Occurrence


class Speaker(NamedTuple):
    """Who says so. `names` are the written ones, the first being the full name."""

    id: str
    names: tuple[str, ...]
    data: tuple[tuple[str, str], ...]
    tags: tuple[str, ...]
    described: Where | None
    mentions: tuple[Where, ...]

    @property
    def name(self) -> str:
        return self.names[0] if self.names else self.id
