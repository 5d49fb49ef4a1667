"""Writes Carneades 4's YAML."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.carneades_reading import MARK
from argmap.formats.introducing import People, used
from argmap.formats.ledger import Ledger
from argmap.formats.speaking import FRONT
from argmap.model.values import Claim, Step
from argmap.strictyaml import dump

WHOLE = "an issue has no undercutter, so the undercut is left out"
RENAMED = "the key has a meaning in Carneades, so it is written with `x-` before it"
_TAKEN = ("tags", "said", "speaker", "speakers", "proponent", "via", "denies", "undercuts")
_OF_ISSUE = ("name", "scheme", "weight")


def write(document: Document, ledger: Ledger) -> str:
    return dump(_Writing(document, ledger).value())


class _Writing:
    def __init__(self, document: Document, ledger: Ledger) -> None:
        self.document, self.map, self.ledger = document, document.map, ledger
        self.people = People(self.map.speakers.values(), used(document))
        self.taken = {claim.casefold() for claim in self.map.claims}
        self.bare = {
            claim.id
            for claim in self.map.claims.values()
            if MARK in claim.data
            and len(self.map.out(claim.id)) == 1
            and not self.map.onto(claim.id)
        }
        self.names: dict[str, str] = {}
        names = {step.name for step in self.map.steps.values()}
        number = 0
        for step in self.map.steps.values():
            if step.kind == "contradict":
                continue
            name = step.name
            while not name:
                number += 1
                name = f"a{number}" if f"a{number}" not in names else ""
            self.names[step.id] = name

    def value(self) -> dict[str, object]:
        statements: dict[str, object] = {
            claim.id: self._statement(claim)
            for claim in self.map.claims.values()
            if claim.id not in self.bare
        }
        issues: dict[str, object] = {}
        denied: dict[str, str] = {}
        arguments: dict[str, object] = {}
        for step in self.map.steps.values():
            if step.kind == "contradict":
                self._issue(step, issues)
                continue
            if step.kind == "undercut" and step.target not in self.names:
                self.ledger.dropped("undercuts", WHOLE, step.id)
                continue
            onto = step.target
            if step.kind == "attack":
                onto = denied.get(step.target) or self._rival(step, statements, issues)
                denied[step.target] = onto
            elif step.kind == "undercut":
                onto = self._cut(step.target)
                statements.setdefault(onto, self._cutter(step.target))
            arguments[self.names[step.id]] = self._argument(step, onto)
        found: dict[str, object] = {"meta": self._meta(), "statements": statements}
        found |= {"issues": issues, "arguments": arguments}
        return {key: value for key, value in found.items() if value}

    def _meta(self) -> dict[str, object]:
        entries = self.document.front.entries
        meta: dict[str, object] = {k: v for k, v in entries.items() if k != "argmap"}
        if self.people.front:
            if FRONT in meta:
                self.ledger.changed("front matter", RENAMED, FRONT)
                meta["x-" + FRONT] = meta.pop(FRONT)
            meta[FRONT] = self.people.front
        return meta

    def _statement(self, claim: Claim) -> object:
        text = self.document.wording(claim.id)
        meta: dict[str, object] = {}
        said = dict.fromkeys(
            tuple(self.people.pairs(one.speakers, one.via)) for one in claim.occurrences
        )
        sayings = [dict(pairs) for pairs in said if pairs]
        if len(sayings) == 1:
            meta.update(sayings[0])
        elif sayings:
            meta["said"] = sayings
        tags = [tag for tag in claim.tags if tag != "assumed"]
        if tags:
            meta["tags"] = tags
        meta.update(self._data(claim.data, "data", ("label",)))
        found: dict[str, object] = {"text": text}
        if "assumed" in claim.tags:
            found["assumed"] = True
        if label := claim.get("label"):
            found["label"] = label
        if meta:
            found["meta"] = meta
        return found if len(found) > 1 else text

    def _data(
        self,
        data: tuple[tuple[str, str], ...],
        unit: str,
        skip: tuple[str, ...] = (),
        taken: tuple[str, ...] = _TAKEN,
    ) -> Iterator[tuple[str, str]]:
        for key, value in data:
            if key in skip:
                continue
            if key in taken:
                self.ledger.changed(unit, RENAMED, key)
            yield (f"x-{key}" if key in taken else key), value

    def _argument(self, step: Step, onto: str) -> dict[str, object]:
        premises = [one for one in step.premises if one not in self.bare]
        found: dict[str, object] = {"premises": premises, "conclusion": onto}
        if step.scheme:
            found["scheme"] = step.scheme
        if step.weight is not None:
            found["weight"] = float(f"{step.weight:g}")
        if any(one.kind == "undercut" for one in self.map.onto(step.id)):
            found["undercutter"] = self._cut(step.id)
        meta: dict[str, object] = dict(self.people.pairs(step.speakers))
        if step.tags:
            meta["tags"] = list(step.tags)
        meta.update(self._data(step.data, "step tags and data"))
        if meta:
            found["meta"] = meta
        return found

    def _issue(self, step: Step, issues: dict[str, object]) -> None:
        """A contradiction as rival positions; what more is said of it is the issue's `meta`."""
        data = dict(step.data)
        name = data.pop("issue", "")
        meta: dict[str, object] = dict(self.people.pairs(step.speakers))
        told = (("name", step.name), ("scheme", step.scheme), ("weight", step.weight))
        meta.update((key, value) for key, value in told if value not in ("", None))
        if step.tags:
            meta["tags"] = list(step.tags)
        pairs = tuple(pair for pair in step.data if pair[0] not in ("issue", "standard"))
        meta.update(self._data(pairs, "step tags and data", taken=(*_TAKEN, *_OF_ISSUE)))
        positions = [*step.premises, step.target]
        known = issues.get(name)
        if isinstance(known, dict) and not meta and "meta" not in known:
            known["positions"] = list(dict.fromkeys([*known["positions"], *positions]))
            return
        issue: dict[str, object] = {"positions": positions}
        if "standard" in data:
            issue["standard"] = data["standard"]
        if meta:
            issue["meta"] = meta
        issues[name if name and name not in issues else self._free("i", issues)] = issue

    def _free(self, stem: str, taken: dict[str, object]) -> str:
        number = len(taken) + 1
        while f"{stem}{number}" in taken:
            number += 1
        return f"{stem}{number}"

    def _rival(self, step: Step, statements: dict[str, object], issues: dict[str, object]) -> str:
        """The statement that what attacks a claim argues for."""
        name = self._new(f"not-{step.target}")
        text = f"Not: {self.document.wording(step.target)}"
        statements[name] = {"text": text, "meta": {"denies": step.target}}
        issues[self._free("i", issues)] = {"positions": [step.target, name]}
        return name

    def _cut(self, step: str) -> str:
        """The statement that undercuts a step."""
        return f"¬app({self.names[step]})"

    def _cutter(self, step: str) -> dict[str, object]:
        name = self.names[step]
        return {"text": f"{name} does not apply.", "meta": {"undercuts": name}}

    def _new(self, name: str) -> str:
        found, number = name, 1
        while found.casefold() in self.taken:
            number += 1
            found = f"{name}-{number}"
        self.taken.add(found.casefold())
        return found
