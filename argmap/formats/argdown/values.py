"""What an Argdown text says, as values: statements, arguments and the relations between them.

They are those of Argdown's own model: a title stands for one statement, however often it is
written (its members), and relations join titles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.datatext import Data

NO_DATA: Data = {}
NUMBERED = re.compile(r"(?:Untitled|Step) \d+\Z")
"""Titles that stand for none: those that Argdown gives, and `write` gives to arguments."""

STATEMENT = "equivalence-class"
ARGUMENT = "argument"
INFERENCE = "inference"

PREMISE = "premise"
CONCLUSION = "conclusion"


class Fault(NamedTuple):
    """What is wrong at a place of the text, counted from 1, and how to mend it."""

    message: str
    line: int
    column: int
    hint: str = ""


class Member(NamedTuple):
    """A statement or an argument's description, where it is written.

    `text` is as Argdown has it, `wording` without the tags before and after it. `role` is premise
    or conclusion within a structure, else empty; `prose` is a paragraph of its own without title.
    """

    title: str
    text: str = ""
    wording: str = ""
    reference: bool = False
    role: str = ""
    top: bool = False
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA
    links: tuple[str, ...] = ()
    section: str = ""
    line: int = 0
    column: int = 0


class Inference(NamedTuple):
    """The step to a conclusion: its rules, and the numbers of what it uses, if that is said."""

    rules: tuple[str, ...] = ()
    data: Data = NO_DATA
    uses: tuple[int, ...] = ()


class Row(NamedTuple):
    """A line of a premise-conclusion structure; a conclusion has the inference above it."""

    member: Member
    inference: Inference | None = None


class Statement(NamedTuple):
    title: str
    members: tuple[Member, ...]
    tags: tuple[str, ...]
    data: Data
    section: str
    untitled: bool = False

    @property
    def canonical(self) -> Member:
        """The member that words it: the last one that is no reference."""
        written = [one for one in self.members if not one.reference]
        chosen = [one for one in written if one.data.get("isCanonical") in ("true", True)]
        return (chosen or written or list(self.members))[-1]


class Argument(NamedTuple):
    """`members` describe it, `rows` are its premise-conclusion structure."""

    title: str
    members: tuple[Member, ...]
    tags: tuple[str, ...]
    data: Data
    section: str
    rows: tuple[Row, ...] = ()
    untitled: bool = False


class End(NamedTuple):
    """An end of a relation. `row` is the conclusion, in the argument's rows, of an inference."""

    type: str
    title: str
    row: int = -1


class Relation(NamedTuple):
    """`kind` is support, attack, contradictory, undercut, or in strict mode entails or contrary,
    or whatever a JSON file says."""

    kind: str
    source: End
    target: End
    line: int = 0


class Section(NamedTuple):
    """A heading; `parent` is the id of the one above it, empty at the top."""

    id: str
    level: int
    title: str
    parent: str = ""
    tags: tuple[str, ...] = ()
    data: Data = NO_DATA


class Argdown(NamedTuple):
    statements: Mapping[str, Statement]
    arguments: Mapping[str, Argument]
    relations: tuple[Relation, ...]
    sections: Mapping[str, Section] = {}
    front: Data = NO_DATA
    faults: tuple[Fault, ...] = ()
    comments: int = 0
    emphasis: int = 0
