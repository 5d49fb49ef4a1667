"""What importers make of a file of the field: claims, steps, speakers and their places, as values.

Keys are the file's own and need not be legal names; `settling` finds readable ids. Whatever
stands for an entry of the file names its `unit` ("I nodes"), so that it is counted when it is
written; an empty unit is not counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from argmap.text import Span

Pairs = tuple[tuple[str, str], ...]
KINDS = ("support", "attack", "undercut", "contradict")


class Source(NamedTuple):
    """A file to be read: its name, for messages, its text with the line ends as on disk, and the
    text of the companion beside it (brat's .txt), None where there is none."""

    name: str
    text: str
    companion: str | None = None


class Saying(NamedTuple):
    """Words that put a claim forward. `pieces` are ranges of the graph's text, more than one for
    a claim in fragments, none where the words are not in the text. `speakers` say it together;
    who says it apart from them has a saying of their own."""

    speakers: tuple[str, ...] = ()
    pieces: tuple[Span, ...] = ()
    via: tuple[str, ...] = ()


class Claim(NamedTuple):
    """A proposition. `name` is the id it should have if that is free, else one is made of its
    words."""

    key: str
    text: str
    sayings: tuple[Saying, ...] = ()
    name: str = ""
    label: str = ""
    tags: tuple[str, ...] = ()
    data: Pairs = ()
    unit: str = "claims"


class Step(NamedTuple):
    """Premises, together, for or against something. `kind` is one of KINDS; `target` is the key
    of a claim, or for an undercut that of a step. A contradiction has one premise."""

    key: str
    kind: str
    premises: tuple[str, ...]
    target: str
    name: str = ""
    scheme: str = ""
    weight: float | None = None
    speakers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    data: Pairs = ()
    unit: str = "steps"


class Speaker(NamedTuple):
    """Who says so. `names[0]` is the full name; without one the key is it."""

    key: str
    names: tuple[str, ...] = ()
    name: str = ""
    tags: tuple[str, ...] = ()
    data: Pairs = ()
    unit: str = "speakers"


class Restatement(NamedTuple):
    """A claim that says another one again, both by their keys: other words of one claim."""

    claim: str
    of: str
    unit: str = "restatements"


class Mention(NamedTuple):
    """Where the text names speakers."""

    span: Span
    speakers: tuple[str, ...]


class Graph(NamedTuple):
    """A map. `text` is the source text that the places count in, empty where the file has none;
    `front` goes into the front matter."""

    claims: tuple[Claim, ...]
    steps: tuple[Step, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    text: str = ""
    front: Mapping[str, object] = {}
    mentions: tuple[Mention, ...] = ()
    restatements: tuple[Restatement, ...] = ()


def distinct(keys: Iterable[str]) -> tuple[str, ...]:
    """The keys, each once, in order."""
    return tuple(dict.fromkeys(keys))
