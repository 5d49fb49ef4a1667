"""Arguments: those with a structure become steps, the others claims."""

from __future__ import annotations

from argmap.formats.argdown.naming import (
    ARGUMENT,
    GROUP,
    KIND,
    NOTE,
    PART,
    Groups,
    pairs,
    tagged,
    titled,
)
from argmap.formats.argdown.values import ARGUMENT as ARGUMENT_END
from argmap.formats.argdown.values import PREMISE, STATEMENT, Argdown, Argument, Row
from argmap.formats.datatext import Data
from argmap.formats.graph import Claim, Pairs, Step
from argmap.formats.ledger import Ledger
from argmap.formats.speaking import People

INCOMPLETE = "their structure has no conclusion, so its statements are not joined"
UNUSED = "premises that no inference uses"


class Arguments:
    """The arguments of a text as claims and steps.

    `inferences` are the steps of structures by argument and row, `sketches` the arguments that
    only join statements to what they argue for: no description, statements that support it, and
    one relation out. A `gist` stands for a structure as a whole where something supports or
    attacks just that: an implicit premise.
    """

    def __init__(self, said: Argdown, people: People, groups: Groups, ledger: Ledger) -> None:
        self.said, self.people, self.groups, self.ledger = said, people, groups, ledger
        self.claims: list[tuple[int, Claim]] = []
        self.gists: list[tuple[int, Claim]] = []
        self.inferences: dict[tuple[str, int], Step] = {}
        self.kept_names: dict[str, list[str]] = {}  # unknown relations by the claim they come from
        self.undercut = {one.target.title for one in said.relations if one.kind == "undercut"}
        self.sketches = _sketches(said)
        for one in said.arguments.values():
            if self.is_structure(one.title):
                self._structure(one)
                ledger.kept("arguments")
            elif one.title not in self.sketches:
                if one.rows:
                    ledger.changed("arguments", INCOMPLETE, one.title)
                unit = "" if one.rows else "arguments"
                self.claims.append((line(one), self._claim(one, f"a:{one.title}", unit)))

    def is_structure(self, title: str) -> bool:
        rows = self.said.arguments[title].rows if title in self.said.arguments else ()
        return bool(rows) and rows[-1].inference is not None

    def step(self, title: str, row: int = -1) -> str:
        """The key of the step that a conclusion of a structure follows by, or of the last one."""
        rows = self.said.arguments[title].rows
        wanted = row if (title, row) in self.inferences else len(rows) - 1
        return self.inferences[title, wanted].key

    def gist(self, title: str) -> str:
        """The key of the claim for a structure as a whole, which joins the premises of its last
        step."""
        key = f"a:{title}"
        last = (title, len(self.said.arguments[title].rows) - 1)
        step = self.inferences[last]
        if key not in step.premises:
            one = self.said.arguments[title]
            claim = self._claim(one._replace(tags=(), data={}), key, "")
            claim = claim._replace(tags=("implicit",))
            self.gists.append((line(one), claim))
            data = tuple(pair for pair in step.data if pair[0] != NOTE)
            self.inferences[last] = step._replace(premises=(*step.premises, key), data=data)
        return key

    def _claim(self, one: Argument, key: str, unit: str) -> Claim:
        words = next((m.wording for m in reversed(one.members) if m.wording), one.title)
        sayings = [saying for m in one.members if (saying := self.people.saying(m.data))]
        data = (
            (KIND, ARGUMENT),
            *titled(one.title, untitled=one.untitled),
            *pairs(one.data, self.ledger, (GROUP, KIND)),
            *self.groups.of(one.section),
        )
        tags = tagged(one.tags, self.ledger)
        name = "" if one.untitled else one.title
        return Claim(key, words, tuple(dict.fromkeys(sayings)), name, "", tags, data, unit)

    # ---------------------------------------------------------------- structures

    def _structure(self, one: Argument) -> None:
        used: set[int] = set()
        for number, row in enumerate(one.rows):
            if row.inference is None:
                continue
            self.ledger.met("inferences")
            numbers = premises(one.rows, number)
            used.update(numbers)
            self.inferences[one.title, number] = self._step(one, number, numbers)
        unused = [
            row.member.title
            for number, row in enumerate(one.rows)
            if row.member.role == PREMISE and number not in used
        ]
        self.ledger.met("premises without a use", len(unused))
        for title in unused:
            self.ledger.dropped("premises without a use", UNUSED, f"<{one.title}>: {title}")

    def _step(self, one: Argument, number: int, numbers: list[int]) -> Step:
        row = one.rows[number]
        inference = row.inference
        assert inference
        last = number == len(one.rows) - 1
        data = dict(inference.data) if not last else {**one.data, **inference.data}
        weight = weighed(data)
        saying = self.people.saying(data)
        hidden = ("weight",) if weight is not None else ()
        told: Pairs = pairs(data, self.ledger, (GROUP, *hidden))
        if last:
            words = next((m.wording for m in reversed(one.members) if m.wording), "")
            told += titled(one.title, untitled=one.untitled)
            told += ((NOTE, words),) if words and NOTE not in dict(told) else ()
            bare = (
                len(numbers) == 1 and weight is None and not (inference.rules or told or one.tags)
            )
            if bare and one.untitled and not saying and one.title not in self.undercut:
                told += ((KIND, ARGUMENT),)  # else it would be a mere relation
            told += self.groups.of(one.section)
        else:
            told += ((PART, one.title),)
        name = "" if one.untitled or not last else one.title
        return Step(
            f"i:{one.title}\n{number}",
            "support",
            tuple(f"s:{one.rows[n].member.title}" for n in numbers),
            f"s:{row.member.title}",
            name,
            ", ".join(inference.rules),
            weight,
            saying.speakers if saying else (),
            tagged(one.tags, self.ledger) if last else (),
            told,
            "inferences",
        )


def line(one: Argument) -> int:
    return one.members[0].line if one.members else one.rows[0].member.line if one.rows else 0


def weighed(data: Data) -> float | None:
    """The weight, if it is one that argmap knows: a number from 0 to 1."""
    try:
        weight = float(str(data.get("weight", "")))
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None


def premises(rows: tuple[Row, ...], conclusion: int) -> list[int]:
    """The numbers, from 0, of the rows that a conclusion follows from: what the inference says it
    uses, else all since the conclusion before, and that one too."""
    inference = rows[conclusion].inference
    told = [n - 1 for n in inference.uses if 0 < n <= conclusion] if inference else []
    if told:
        return told
    found: list[int] = []
    for number in range(conclusion - 1, -1, -1):
        found.append(number)
        if rows[number].inference:
            break
    return found[::-1]


def _sketches(said: Argdown) -> set[str]:
    incoming: dict[str, list[str]] = {}
    outgoing: dict[str, int] = {}
    for one in said.relations:
        if one.source.type == ARGUMENT_END:
            outgoing[one.source.title] = outgoing.get(one.source.title, 0) + 1
        if one.target.type == ARGUMENT_END and one.kind != "undercut":
            from_statement = one.source.type == STATEMENT and one.kind == "support"
            incoming.setdefault(one.target.title, []).append("premise" if from_statement else "")
    return {
        title
        for title, kinds in incoming.items()
        if title in said.arguments
        and all(kinds)
        and outgoing.get(title) == 1
        and not said.arguments[title].rows
        and not any(member.wording for member in said.arguments[title].members)
    }
