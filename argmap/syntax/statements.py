"""What marks and map lines say, without their places: the facts that the model is built from.

A claim is referred to by its written name, or, where a mark or bullet has none, by its
number within the unit (0, 1, …). Two units with equal statements mean the same.
"""

from __future__ import annotations

from typing import NamedTuple

Ref = str | int
"""A written name, or the number of a claim without one."""


class StepRef(NamedTuple):
    """A step, named by `premises` in it and, where given, its kind and what it aims at (`to`).
    One premise without more may also be the step's own name."""

    premises: tuple[str, ...]
    kind: str = ""
    to: str = ""


class At(NamedTuple):
    """The step that statement number `index` of the same unit writes."""

    index: int  # type: ignore[assignment]  # hides tuple.index


class Source(NamedTuple):
    """The mark (of the text) or map line that says so, by its number within the unit."""

    index: int  # type: ignore[assignment]  # hides tuple.index
    in_text: bool


class About(NamedTuple):
    """What is said of a step besides its premises and target."""

    name: str = ""
    scheme: str = ""
    weight: float | None = None
    speakers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()


NOTHING = About()


class Voice(NamedTuple):
    """Somebody puts a claim forward. `stance`: asserts, restates, denies, continues, or
    defines (a map line). `denied` are the claims that a denial contradicts."""

    claim: Ref
    stance: str
    source: Source
    denied: tuple[str, ...] = ()


class Relation(NamedTuple):
    """Premises, together, for or against a target. `kind`: support, attack, undercut,
    contradict; an undercut aims at a step, the others at a claim."""

    kind: str
    premises: tuple[Ref, ...]
    target: Ref | StepRef | At
    about: About
    source: Source


class Link(NamedTuple):
    """A premise joins the steps of another (all, or the one towards `target.to`)."""

    premise: Ref
    target: StepRef | At
    about: About
    source: Source


class Same(NamedTuple):
    """Two names of one claim."""

    left: str
    right: str
    source: Source


class Person(NamedTuple):
    """A speaker is described."""

    name: str
    source: Source


class Mention(NamedTuple):
    """Words of the article name a speaker."""

    name: str
    source: Source


Statement = Voice | Relation | Link | Same | Person | Mention
