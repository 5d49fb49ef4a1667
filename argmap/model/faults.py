"""Faults found while the map is built, each at the attribute or name that causes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType

from argmap.diagnostic import Severity
from argmap.model.values import Located, Where
from argmap.syntax.mapline import Group, Name
from argmap.text import Span

MANY = 1000
"""From this many names on, only those that begin alike are compared with a misspelt one."""


class Faults:
    """Faults by the name of a claim they have to do with: when it is built again, they go."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[Located]] = {}

    def add(self, name: str, *found: Located) -> None:
        self.by_name.setdefault(name, []).extend(found)

    def all(self) -> Iterator[Located]:
        for found in self.by_name.values():
            yield from found


def spot(
    where: Where,
    name: str,
    signs: Iterable[str] = (),
    same: Mapping[str, str] = MappingProxyType({}),
) -> Span:
    """Where in a mark or map line `name`, or by `same` another name of its claim, is written; the
    whole head or line if nowhere."""
    wanted = tuple(signs)

    def names(part: str) -> bool:
        return name in (part, same.get(part, part))

    for attribute in where.head.attributes:
        fits = names(attribute.name) or names(attribute.to)
        if fits and (not wanted or attribute.sign in wanted):
            return attribute.span.shift(where.at)
    if not where.in_text:
        line = where.unit.lines[where.index][1]
        found: list[Name] = [line.name] if line.name else []
        target = line.target
        group = [*target.premises, target.target] if isinstance(target, Group) else [target]
        found += (part for part in (*group, *line.premises) if part is not None)
        for part in found:
            if names(part.name) or names(part.to):
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


def unknown_target(where: Where, name: str) -> Located:
    """A name that no claim has. Which one is meant is asked when all names are known."""
    message = f"no claim has the id `{name}`"
    fault = located("unknown-target", where, spot(where, name), message)
    return fault._replace(missing=name)


class Hints:
    """The likeliest meant name of each one that no claim has, sought once for the same names."""

    def __init__(self, names: Collection[str]) -> None:
        self.names = names
        self.found: dict[str, str] = {}

    def among(self, names: Collection[str], changed: Iterable[str]) -> Hints:
        """The hints that hold among names of which these came or went."""
        if self.names is names:
            return self
        now = Hints(names)
        if min(len(names), len(self.names)) > MANY:  # then only names that begin alike matter
            others = list(changed)
            now.found = {
                name: close
                for name, close in self.found.items()
                if not any(_alike(name, one) for one in others)
            }
        return now

    def into(self, faults: Iterable[Located]) -> Iterator[Located]:
        """The faults, those of unknown names with the likeliest meant one."""
        every = list(faults)
        # A file can have thousands; nobody reads so many hints.
        missing = sorted({fault.missing for fault in every if fault.missing})[:100]
        self.found = {
            name: self.found[name] if name in self.found else _nearest(name, self.names)
            for name in missing
        }
        for fault in every:
            yield fault._replace(hint=self._hint(fault.missing)) if fault.missing else fault

    def _hint(self, name: str) -> str:
        close = self.found.get(name, "")
        if close:
            return f"Did you mean `{close}`?"
        return "Give a claim this id: `{claim #" + name + "}`."


def _nearest(name: str, names: Collection[str]) -> str:
    from difflib import get_close_matches

    known: Iterable[str] = names
    if len(names) > MANY:
        known = [*islice((one for one in names if _alike(one, name)), 200)]
    return next(iter(get_close_matches(name, known, n=1, cutoff=0.6)), "")


def _alike(one: str, name: str) -> bool:
    return one[:2] == name[:2] and abs(len(one) - len(name)) < 2
