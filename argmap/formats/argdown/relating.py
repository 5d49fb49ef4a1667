"""Relations as steps."""

from __future__ import annotations

from collections import defaultdict

from argmap.formats.argdown.arguing import Arguments, weighed
from argmap.formats.argdown.naming import GROUP, RELATION, pairs, tagged, titled
from argmap.formats.argdown.values import ARGUMENT, STATEMENT, Argdown, End, Relation
from argmap.formats.graph import Step
from argmap.formats.ledger import Ledger

KINDS = {
    "support": "support",
    "attack": "attack",
    "undercut": "undercut",
    "contradictory": "contradict",
    "contrary": "contradict",
    "entails": "support",
}
LOGICAL = {
    "contrary": "contrary statements contradict each other; the name is kept as data",
    "entails": "what a statement entails it supports; the name is kept as data",
}
NO_STEP = "an undercut of what argues for nothing is an attack on it; the name is kept as data"
WHOLE = "support or attack of a whole structure is one of its implicit premise"
UNKNOWN = "the relation `{}` is unknown; it is kept as data of what it comes from"


def related(said: Argdown, arguments: Arguments, ledger: Ledger) -> list[Step]:
    """All steps, those of structures first."""
    return _Relating(said, arguments, ledger).steps


class _Relating:
    def __init__(self, said: Argdown, arguments: Arguments, ledger: Ledger) -> None:
        self.said, self.arguments, self.ledger = said, arguments, ledger
        self.outgoing: defaultdict[str, list[int]] = defaultdict(list)
        self.joined: defaultdict[str, list[str]] = defaultdict(list)
        for number, one in enumerate(said.relations):
            if one.source.type == ARGUMENT:
                self.outgoing[one.source.title].append(number)
            if self._is_sketch(one.target):
                self.joined[one.target.title] += [self._key(one.source)] * (one.kind == "support")
        found = [step for n, one in enumerate(said.relations) for step in self._steps(n, one)]
        sketched = [self._sketch(title) for title in sorted(arguments.sketches)]
        self.steps = [*arguments.inferences.values(), *found, *sketched]

    def _steps(self, number: int, one: Relation) -> list[Step]:
        if self._is_sketch(one.source):
            return self._within()
        if self._is_sketch(one.target):
            if one.kind == "undercut":
                return [self._step(number, one, "undercut", f"k:{one.target.title}")]
            return self._within()
        kind = KINDS.get(one.kind)
        if kind is None:
            self._unknown(one)
            return []
        if kind == "undercut":
            return self._undercuts(number, one)
        if one.kind in LOGICAL:
            return [self._changed(number, one, kind, LOGICAL[one.kind])]
        structure = one.target.type != STATEMENT and self.arguments.is_structure(one.target.title)
        if structure:
            self.ledger.changed("relations", WHOLE, _told(one))
            return [self._step(number, one, kind, self._key(one.target))._replace(unit="")]
        return [self._step(number, one, kind, self._key(one.target))]

    def _is_sketch(self, end: End) -> bool:
        return end.type == ARGUMENT and end.title in self.arguments.sketches

    def _within(self) -> list[Step]:
        """A relation that is an end of a sketch."""
        self.ledger.kept("relations")
        return []

    def _undercuts(self, number: int, one: Relation) -> list[Step]:
        title = one.target.title
        if one.target.type != STATEMENT and self.arguments.is_structure(title):
            key = self.arguments.step(title, one.target.row)
            return [self._step(number, one, "undercut", key)]
        onto = self.outgoing[title] if one.target.type == ARGUMENT else []
        onto = [n for n in onto if n != number and self.said.relations[n].kind in KINDS]
        plain = [n for n in onto if self.said.relations[n].kind != "undercut"] or onto
        if not plain:
            return [self._changed(number, one, "attack", NO_STEP)]
        steps = [self._step(number, one, "undercut", f"r:{n}") for n in plain]
        return [
            step._replace(key=f"{step.key}.{n}", unit="") if n else step
            for n, step in enumerate(steps)
        ]

    def _undercut(self, end: End) -> str:
        """The step that an argument which is only sketched undercuts."""
        if self._is_sketch(end):
            return f"k:{end.title}"
        if end.type != STATEMENT and self.arguments.is_structure(end.title):
            return self.arguments.step(end.title, end.row)
        onto = self.outgoing[end.title] if end.type == ARGUMENT else []
        return f"r:{onto[0]}" if onto else ""

    def _changed(self, number: int, one: Relation, kind: str, why: str) -> Step:
        self.ledger.changed("relations", why, _told(one))
        step = self._step(number, one, kind, self._key(one.target))
        return step._replace(data=((RELATION, one.kind),), unit="")

    def _unknown(self, one: Relation) -> None:
        self.ledger.changed("relations", UNKNOWN.format(one.kind), _told(one))
        key = self._key(one.source)
        self.arguments.kept_names.setdefault(key, []).append(f"{one.kind} {one.target.title}")

    def _step(self, number: int, one: Relation, kind: str, target: str) -> Step:
        return Step(f"r:{number}", kind, (self._key(one.source),), target, unit="relations")

    def _key(self, end: End) -> str:
        """The claim that an end of a relation is."""
        if end.type == STATEMENT:
            return f"s:{end.title}"
        if self.arguments.is_structure(end.title):
            return self.arguments.gist(end.title)
        return f"a:{end.title}"

    def _sketch(self, title: str) -> Step:
        """An argument that only joins statements to what they argue for."""
        argument = self.said.arguments[title]
        out = self.said.relations[self.outgoing[title][0]]
        kind = KINDS.get(out.kind, "attack")
        target = self._undercut(out.target) if kind == "undercut" else self._key(out.target)
        data = argument.data
        weight = weighed(data)
        skip = (GROUP, "scheme", *(("weight",) if weight is not None else ()))
        saying = self.arguments.people.saying(data)
        return Step(
            f"k:{title}",
            kind,
            tuple(self.joined[title]),
            target,
            "" if argument.untitled else title,
            str(data.get("scheme", "")),
            weight,
            saying.speakers if saying else (),
            tagged(argument.tags, self.ledger),
            (
                *titled(title, untitled=argument.untitled),
                *pairs(data, self.ledger, skip),
                *self.arguments.groups.of(argument.section),
            ),
            "arguments",
        )


def _told(one: Relation) -> str:
    return f"{one.source.title} {one.kind} {one.target.title}"
