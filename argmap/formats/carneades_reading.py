"""Reads Carneades 4's YAML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NoReturn

from argmap import strictyaml
from argmap.formats.datatext import texts, told
from argmap.formats.graph import Claim, Graph, Pairs, Step, distinct
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed
from argmap.formats.speaking import FRONT, People
from argmap.strictyaml.scalar import place

PROGRAMS = ("language", "argument_schemes", "issue_schemes", "weighing_functions", "references")
NUMBERED = "a"
"""`a1`, `a2` and so on are arguments without a name of their own."""

PEOPLE = ("tags", "speaker", "speakers", "proponent", "via")
"""What `meta` tells beside data."""

UNDECLARED = "it is used and stands not among the statements; its id is its text"
PROGRAM = "it makes arguments by rules, which argmap does not run"
EXPECTED = "expected results of an evaluation are no part of the map"
MANY = "of the positions of an issue only the first is set against each other one"
BARE = "an argument without premises rests on an implicit one"
MARK = ("carneades", "argument")
"""Data of the implicit premise of an argument that has none."""

ALL = 12
"""So many positions of an issue are set against each other all."""


def graph(text: str, ledger: Ledger) -> Graph:
    top = _map(strictyaml.load(text) or {}, "the file")
    return _Reading(top, ledger).graph()


class _Reading:
    def __init__(self, top: Mapping[str, object], ledger: Ledger) -> None:
        self.ledger = ledger
        self.meta = _map(top.get("meta", ""), "meta")
        self.statements = _map(top.get("statements", ""), "statements")
        self.arguments = _map(top.get("arguments", ""), "arguments")
        self.issues = _map(top.get("issues", ""), "issues")
        self.assumed = distinct(_ids(top.get("assumptions", ""), "assumptions"))
        self.labels = _labels(top.get("labels", ""))
        self.tests = sum(
            len(_ids(one, "tests")) for one in _map(top.get("tests", ""), "tests").values()
        )
        self.programs = [(key, top[key]) for key in PROGRAMS if top.get(key)]
        self.people = People(self.meta)
        self.about = {str(key): _meta(value) for key, value in self.statements.items()}
        self.denials: dict[str, str] = {
            key: told(meta["denies"]) for key, meta in self.about.items() if "denies" in meta
        }
        self.cuts: dict[str, str] = {
            key: told(meta["undercuts"]) for key, meta in self.about.items() if "undercuts" in meta
        }

    def graph(self) -> Graph:
        self.bare: list[Claim] = []
        steps = [*self._steps(), *self._contradictions()]
        claims = [self._claim(str(key), value) for key, value in self.statements.items()
                  if key not in self.denials and key not in self.cuts]  # fmt: skip
        claims += self.bare
        declared = {claim.key for claim in claims}
        used = (key for step in steps for key in (*step.premises, *_target(step)))
        for key in distinct((*used, *self.assumed, *self.labels)):
            if key not in declared:
                self.ledger.met("undeclared statements")
                self.ledger.changed("undeclared statements", UNDECLARED, key)
                claims.append(self._claim(key, key, unit=""))
        self._rest()
        front = {
            key: value for key, value in self.meta.items() if key != FRONT or not self.people.told
        }
        return Graph(tuple(claims), tuple(steps), self.people.all, front=front)

    def _rest(self) -> None:
        self.ledger.met("tests", self.tests)
        self.ledger.dropped("tests", EXPECTED, count=self.tests)
        for key, value in self.programs:
            unit = key.replace("_", " ")
            count = len(value) if isinstance(value, list | Mapping) else 1
            self.ledger.met(unit, count)
            self.ledger.dropped(unit, PROGRAM, count=count)

    def _claim(self, key: str, value: object, unit: str = "statements") -> Claim:
        self.ledger.met(unit)
        found = _map(value, key) if isinstance(value, Mapping) else {"text": value}
        meta = _meta(value)
        text = told(found.get("text", "")) or key
        assumed = key in self.assumed or told(found.get("assumed", "")) == "true"
        label = told(found.get("label", "")) or self.labels.get(key, "")
        tags = (*texts(meta.get("tags", "")), *(("assumed",) if assumed else ()))
        data = (("label", label),) if label else ()
        sayings = tuple(
            one for said in _list(meta.get("said", ""))
            if isinstance(said, Mapping) and (one := self.people.saying(said))
        )  # fmt: skip
        one = self.people.saying(meta)
        rest = _rest(meta, ("said", *PEOPLE))
        name = key.replace("¬", "not-")
        return Claim(key, " ".join(text.split()), (*((one,) if one else ()), *sayings), name, "",
                     distinct(tags), (*data, *rest), unit)  # fmt: skip

    def _steps(self) -> Iterator[Step]:
        for key, value in self.arguments.items():
            self.ledger.met("arguments")
            found = _map(value, str(key))
            if "conclusion" not in found:
                _refuse(value, f"the argument `{key}` has no conclusion")
            roles, premises = _premises(found.get("premises", ""), str(key))
            conclusion = told(found["conclusion"])
            yield self._step(str(key), found, roles, premises, conclusion)
            undercutter = told(found.get("undercutter", ""))
            if undercutter and undercutter not in self.cuts:
                self.ledger.met("undercutters")
                yield Step(f"u:{key}", "undercut", (undercutter,), f"a:{key}", unit="undercutters")

    def _step(
        self,
        key: str,
        found: Mapping[str, object],
        roles: Pairs,
        premises: tuple[str, ...],
        onto: str,
    ) -> Step:
        kind, target = "support", onto
        if onto in self.denials:
            kind, target = "attack", self.denials[onto]
        elif onto in self.cuts:
            kind, target = "undercut", f"a:{self.cuts[onto]}"
        meta = _meta(found)
        weight = _weight(found.get("weight", ""))
        data = list(roles)
        if found.get("weight") and weight is None:
            data.append(("weighing", told(found["weight"])))
        data += _rest(meta, PEOPLE)
        said = self.people.saying(meta)
        plain = key[:1] == NUMBERED and key[1:].isdecimal()
        unit = "arguments" if premises else ""
        if not premises:
            self.ledger.changed("arguments", BARE, key)
            premises = (f"p:{key}",)
            words = f"Argument {key}"
            self.bare.append(Claim(f"p:{key}", words, tags=("implicit",), data=(MARK,), unit=""))
        return Step(
            f"a:{key}", kind, premises, target, "" if plain else key,
            told(found.get("scheme", "")), weight, said.speakers if said else (),
            texts(meta.get("tags", "")), tuple(data), unit,
        )  # fmt: skip

    def _contradictions(self) -> Iterator[Step]:
        """The positions of an issue, each against each."""
        for key, value in self.issues.items():
            self.ledger.met("issues")
            found = _map(value, str(key))
            positions = _ids(found.get("positions", ""), f"the positions of `{key}`")
            rivals = [one for one in distinct(positions) if one not in self.denials]
            pairs = (
                list(combinations(rivals, 2))
                if len(rivals) <= ALL
                else [(rivals[0], one) for one in rivals[1:]]
            )
            if len(rivals) > ALL:
                self.ledger.changed("issues", MANY, str(key))
            else:
                self.ledger.kept("issues")
            standard = told(found.get("standard", ""))
            data: Pairs = (
                (("issue", str(key)),) if not _numbered(str(key)) or len(pairs) > 1 else ()
            )
            data += (("standard", standard),) if standard else ()
            meta = _meta(value)
            data += _rest(meta, (*PEOPLE, "name", "scheme", "weight"))
            said = self.people.saying(meta)
            for number, (one, other) in enumerate(pairs):
                yield Step(
                    f"i:{key}\n{number}", "contradict", (one,), other, told(meta.get("name", "")),
                    told(meta.get("scheme", "")), _weight(meta.get("weight", "")),
                    said.speakers if said else (), texts(meta.get("tags", "")), data, "",
                )  # fmt: skip


def _numbered(key: str) -> bool:
    return key[:1] == "i" and key[1:].isdecimal()


def _target(step: Step) -> tuple[str, ...]:
    return () if step.kind == "undercut" else (step.target,)


def _meta(value: object) -> Mapping[str, object]:
    meta = value.get("meta", "") if isinstance(value, Mapping) else ""
    return {str(key): one for key, one in meta.items()} if isinstance(meta, Mapping) else {}


def _rest(meta: Mapping[str, object], skip: Iterable[str]) -> Pairs:
    """What else is said of something, as data with legal keys."""
    return tuple((key, told(value)) for key, value in meta.items() if key not in tuple(skip))


def _premises(value: object, key: str) -> tuple[Pairs, tuple[str, ...]]:
    """Premises with their roles, which become data of the step."""
    if isinstance(value, Mapping):
        ids = tuple(told(one) for one in value.values())
        roles = ", ".join(f"{role}: {one}" for role, one in zip(value, ids, strict=True))
        return (("roles", roles),), distinct(ids)
    return (), distinct(_ids(value, f"the premises of `{key}`"))


def _labels(value: object) -> dict[str, str]:
    """Labels of statements that are given."""
    found = _map(value, "labels")
    return {one: str(label) for label, ids in found.items() for one in _ids(ids, "labels")}


def _weight(value: object) -> float | None:
    """A weight, or a constant one, if it is a number from 0 to 1."""
    if isinstance(value, Mapping) and len(value) == 1:
        value = value.get("constant", "")
    try:
        weight = float(str(value))
    except ValueError:
        return None
    return weight if 0 <= weight <= 1 else None


def _ids(value: object, what: str) -> list[str]:
    for one in _list(value):
        if isinstance(one, list | Mapping):
            _refuse(one, f"here should be a statement's id, in {what}")
    return [str(one) for one in _list(value)]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value == "" else [value]


def _map(value: object, what: str) -> Mapping[str, object]:
    if value == "":
        return {}
    if not isinstance(value, Mapping):
        _refuse(value, f"here should be entries `key: value`, for {what}")
    return value


def _refuse(value: object, message: str) -> NoReturn:
    line, column = place(value)
    raise Malformed(message, line, column)
