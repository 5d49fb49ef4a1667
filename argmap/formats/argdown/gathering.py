"""Gathers what is written under each title."""

from __future__ import annotations

from argmap.formats.argdown.entries import Entry
from argmap.formats.argdown.values import (
    ARGUMENT,
    NUMBERED,
    STATEMENT,
    Argument,
    End,
    Inference,
    Member,
    Row,
    Statement,
)
from argmap.formats.datatext import Data


class Gathered:
    """All that stands under one title; `rows` and `pending` are of a structure in the making."""

    def __init__(self, title: str, *, untitled: bool = False) -> None:
        self.title = title
        self.untitled = untitled
        self.members: list[Member] = []
        self.tags: dict[str, None] = {}
        self.data: dict[str, object] = {}
        self.section = ""
        self.rows: list[Row] = []

    def take(self, member: Member) -> None:
        self.members.append(member)
        self.tags.update(dict.fromkeys(member.tags))
        self.data.update(member.data)
        wanted = member.data.get("isInGroup")
        if wanted == "true" or (not member.reference and wanted is None and not self.section):
            self.section = member.section

    @property
    def home(self) -> str:
        """The section it belongs to: else where it is first written."""
        return self.section or (self.members[0].section if self.members else "")

    def statement(self) -> Statement:
        members, tags = tuple(self.members), tuple(self.tags)
        return Statement(self.title, members, tags, self.data, self.home, self.untitled)

    def argument(self) -> Argument:
        members, tags, rows = tuple(self.members), tuple(self.tags), tuple(self.rows)
        untitled = self.untitled or NUMBERED.match(self.title) is not None
        return Argument(self.title, members, tags, self.data, self.home, rows, untitled)


class Titles:
    """Statements and arguments by title; those without one are numbered as Argdown does it."""

    def __init__(self) -> None:
        self.statements: dict[str, Gathered] = {}
        self.arguments: dict[str, Gathered] = {}
        self._untitled = 0

    def take(self, one: Entry, section: str, *, role: str = "", top: bool = False) -> End:
        """Puts an entry under its title. `role` is that of a line in a structure."""
        named = one.names == "argument" and not role
        found = self.argument(one.title) if named else self.statement(one.title)
        member = Member(
            found.title,
            one.words.text,
            one.words.wording,
            one.reference,
            role,
            top,
            one.words.tags,
            one.data,
            one.words.links,
            section,
            one.line,
            one.column,
        )
        found.take(member)
        return End(ARGUMENT if named else STATEMENT, found.title)

    def statement(self, title: str) -> Gathered:
        return self._of(self.statements, title)

    def argument(self, title: str) -> Gathered:
        return self._of(self.arguments, title)

    def _of(self, known: dict[str, Gathered], title: str) -> Gathered:
        untitled = not title
        if untitled:
            self._untitled += 1
            title = f"Untitled {self._untitled}"
        if title not in known:
            known[title] = Gathered(title, untitled=untitled)
        return known[title]


def uses(inference: Inference, conclusion: Data) -> Inference:
    """The inference with the numbers of what it uses, which may stand with the conclusion."""
    for where in (inference.data, conclusion):
        for key in ("uses", "from"):
            told = where.get(key)
            if isinstance(told, list):
                numbers = (str(one).strip("() ") for one in told)
                return inference._replace(
                    uses=tuple(int(one) for one in numbers if one.isdecimal() and len(one) < 9)
                )
    return inference
