"""A map as Argdown: claims in outlines of relations, all other steps as arguments."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator

from argmap.document import Document
from argmap.formats.argdown import literal
from argmap.formats.argdown.calling import step_titles, titles
from argmap.formats.argdown.naming import ARGUMENT, GROUP, JOIN, KIND, NOTE, PART, RELATION, TITLE
from argmap.formats.argdown.structures import Structures, structures
from argmap.formats.introducing import People, used
from argmap.formats.ledger import Ledger
from argmap.formats.speaking import FRONT, KEYS
from argmap.model.values import Claim, Occurrence, Step
from argmap.strictyaml import dump

DEPTH = 24
"""Deeper levels of an outline begin a block of their own."""

_TAKEN = (*KEYS, "via", "uses", "from", "isCanonical")
LOOSE = "the name of the relation needs strict mode (`model: {mode: strict}` in the front matter)"
WHOLE = "undercuts aim at an argument with all that it argues for"
RENAMED = "the key has a meaning in Argdown, so it is written with `x-` before it"

Pair = tuple[str, str | float | tuple[str, ...]]


def write(document: Document, ledger: Ledger) -> str:
    return Writer(document, ledger).text()


class Writer:
    def __init__(self, document: Document, ledger: Ledger) -> None:
        self.document, self.map, self.ledger = document, document.map, ledger
        self.how: Structures = structures(document)
        self.arguments = self.how.arguments
        claims = self.map.claims.values()
        self.titles = {
            **titles(one for one in claims if one.id not in self.arguments),
            **titles(one for one in claims if one.id in self.arguments),
        }
        complex_steps = [one for one in self.map.steps.values() if one.id not in self.how.plain]
        gists = {step: self.titles[claim] for step, claim in self.how.gists.items()}
        others = {name: self.titles[name] for name in self.arguments}
        self.step_titles = step_titles(complex_steps, {**others, **gists})
        self.people = People(self.map.speakers.values(), used(document))
        self.blocks: dict[str, list[str]] = {}
        self.written: set[str] = set()
        self.stepped: set[str] = set()
        self.queue: deque[str] = deque()
        self.gist_of = {claim: step for step, claim in self.how.gists.items()}

    def text(self) -> str:
        for claim in (*self.map.positions, *self.map.claims.values()):
            if claim.id not in self.written and claim.id not in self.gist_of:
                self._block(claim.data, self._outline(claim.id))
                self._arguments()
        return self._front() + "\n".join(self._grouped())

    def _arguments(self) -> None:
        """The arguments for and against what has just been written."""
        while self.queue:
            name = self.queue.popleft()
            for step in self.map.onto(name):
                step = self.map.steps[self.how.within.get(step.id, step.id)]
                if step.id in self.how.plain or step.id in self.stepped:
                    continue
                chain = (*self.how.parts.get(step.id, ()), step)
                self.stepped.update(one.id for one in chain)
                structured = step.kind == "support"
                lines = self._structure(chain) if structured else self._sketch(step)
                self._block(step.data, lines)
                self.queue += (one.id for one in chain)

    def _block(self, data: tuple[tuple[str, str], ...], lines: list[str]) -> None:
        self.blocks.setdefault(dict(data).get(GROUP, ""), []).append("\n".join(lines) + "\n")

    def _grouped(self) -> Iterator[str]:
        """The blocks under their headings; those without one come first."""
        above: list[str] = []
        paths = {group: group.split(JOIN) if group else [] for group in self.blocks}
        first: dict[tuple[str, ...], int] = {}
        for path in paths.values():
            for end in range(len(path) + 1):
                first.setdefault(tuple(path[:end]), len(first))
        # In order of appearance, but a heading's own blocks before those under its subheadings.
        for group, path in sorted(
            paths.items(),
            key=lambda one: [first[tuple(one[1][: n + 1])] for n in range(len(one[1]))],
        ):
            shared = 0
            while shared < min(len(above), len(path)) and above[shared] == path[shared]:
                shared += 1
            for level, title in enumerate(path[shared:], shared + 1):
                yield f"{'#' * level} {literal.text(title)}\n"
            above = path
            yield from self.blocks[group]

    def _front(self) -> str:
        front: dict[str, object] = {
            key: value for key, value in self.document.front.entries.items() if key != "argmap"
        }
        if self.how.strict and "model" not in front:
            front["model"] = {"mode": "strict"}
        if self.people.front:
            if FRONT in front:
                why = f"`{FRONT}` tells of the speakers in Argdown"
                self.ledger.changed("front matter", why, FRONT)
                front["x-" + FRONT] = front.pop(FRONT)
            front[FRONT] = self.people.front
        return "===\n" + dump(front).replace("==", "\\x3D=") + "===\n\n" if front else ""

    # ---------------------------------------------------------------- claims

    def _outline(
        self, claim: str, lead: str = "", indent: int = 2, group: str | None = None
    ) -> list[str]:
        """A claim with what is related to it, each once in full, if it is of that group."""
        group = group if group is not None else self.map.claims[claim].get(GROUP) or ""
        lines: list[str] = []
        stack = [(claim, lead, 0)]
        while stack:
            name, before, depth = stack.pop()
            whole = name not in self.written and depth < DEPTH
            whole = whole and (self.map.claims[name].get(GROUP) or "") == group
            if not whole or name in self.gist_of:
                lines.append(before + self._reference(name))
                continue
            lines += self._definition(name, before)
            margin = " " * (indent + 2 * depth)
            below = [(one, f"{margin}{sign} ", depth + 1) for sign, one in self._related(name)]
            stack += reversed(below)
        return lines

    def _definition(self, name: str, before: str) -> list[str]:
        self.written.add(name)
        self.queue.append(name)
        claim = self.map.claims[name]
        wording = self.document.wording(name)
        own, *others = self._members(claim, wording)
        canonical: list[Pair] = [("isCanonical", "true")] if any(one[0] for one in others) else []
        data = [*own[1], *self._claim_data(claim), *canonical]
        tags = literal.tags(claim.tags)
        line = f"{before}{self._title(name)}: {literal.text(wording)}{tags}{literal.data(data)}"
        for words, said in others:
            head = f"{self._title(name)}: {literal.text(words)}" if words else self._reference(name)
            self._block(claim.data, [head + literal.data(said)])
        return [line]

    def _members(self, claim: Claim, wording: str) -> list[tuple[str, list[Pair]]]:
        """What a claim is written with: who says it first, then who else does, with other words
        where these stand in no article."""
        found: dict[tuple[str, tuple[Pair, ...]], None] = {}
        for said in claim.occurrences:
            words = self._words(said, wording)
            pairs = tuple(self.people.pairs(said.speakers, said.via))
            if words or pairs:
                found[words, pairs] = None
        own = next((one for one in found if not one[0]), ("", ()))
        return [(words, list(pairs)) for words, pairs in dict.fromkeys((own, *found))]

    def _words(self, said: Occurrence, wording: str) -> str:
        words = "" if said.in_text else " ".join(self.document.words(said).split())
        return words if words != wording else ""

    def _title(self, name: str) -> str:
        return f"<{self.titles[name]}>" if name in self.arguments else f"[{self.titles[name]}]"

    def _reference(self, name: str) -> str:
        return self._title(name)

    def _related(self, name: str) -> Iterator[tuple[str, str]]:
        """The signs and claims of the relations below a claim."""
        for step in self.map.onto(name):
            if step.id not in self.how.plain or step.id in self.stepped:
                continue
            below = step.target if step.target != name else step.premises[0]
            if step.kind == "contradict" and below in self.arguments and name not in self.arguments:
                continue  # Argdown wants the statement below
            self.stepped.add(step.id)
            self.queue.append(step.id)
            if dict(step.data).get(RELATION) and not self.how.strict:
                self.ledger.changed("step tags and data", LOOSE, step.id)
            yield self.how.sign(step), below
        if name in self.arguments:
            yield from self._undercutting(name)

    def _undercutting(self, argument: str) -> Iterator[tuple[str, str]]:
        """Undercuts of what an argument argues for, as undercuts of the argument."""
        steps = [one for one in self.map.out(argument) if one.id in self.how.plain]
        onto = [u for one in steps for u in self.map.onto(one.id) if u.id in self.how.plain]
        self.stepped.update(one.id for one in onto)
        for claim, count in Counter(one.premises[0] for one in onto).items():
            if count < len(steps):
                self.ledger.changed("undercuts", WHOLE, claim, count=count)
            yield "_", claim

    def _data(
        self, data: tuple[tuple[str, str], ...], unit: str, title: str, *, kind: bool
    ) -> list[Pair]:
        """Data but for what the heading, the title, and with `kind` the brackets tell already."""
        told = {(GROUP, dict(data).get(GROUP)), (TITLE, title)}
        if kind:
            told.add((KIND, ARGUMENT))
        found: list[Pair] = []
        for key, value in data:
            if (key, value) in told:
                continue
            if key in _TAKEN:
                self.ledger.changed(unit, RENAMED, key)
            found.append((f"x-{key}" if key in _TAKEN else key, value))
        return found

    def _claim_data(self, claim: Claim) -> list[Pair]:
        kind = claim.id in self.arguments
        return self._data(claim.data, "data", self.titles[claim.id], kind=kind)

    def _step_data(self, step: Step, data: tuple[tuple[str, str], ...]) -> list[Pair]:
        """A step that says nothing else is an argument only because it is marked as one."""
        bare = len(step.premises) == 1 and not (step.name or step.scheme or step.tags)
        bare = bare and step.weight is None and not step.speakers
        kind = bare and len(step.data) == 1 and not self.map.onto(step.id)
        title = self.step_titles.get(step.id, "")
        return self._data(data, "step tags and data", title, kind=kind)

    # ---------------------------------------------------------------- arguments

    def _head(self, step: Step, data: list[Pair]) -> list[str]:
        """The line of an argument, and below it what is related to it as a whole."""
        note = dict(step.data).get(NOTE, "")
        gist = self.how.gists.get(step.id)
        below: list[str] = []
        said = tuple(self.people.pairs(step.speakers))
        if gist:
            self.written.add(gist)
            self.queue.append(gist)
            claim = self.map.claims[gist]
            words = self.document.wording(gist)
            note = words if words != self.titles[gist] else ""
            data = [*data, *self._claim_data(claim)]
            for sign, one in self._related(gist):
                below += self._outline(one, f"  {sign} ", 4, _group(step))
        words = f": {literal.text(note)}" if note else ""
        tags = literal.tags(step.tags)
        title = self.step_titles[step.id]
        return [f"<{title}>{words}{tags}{literal.data([*said, *data])}", *below]

    def _structure(self, chain: tuple[Step, ...]) -> list[str]:
        """A premise-conclusion structure: the steps of a chain, the main one last."""
        main = chain[-1]
        lines = [*self._head(main, []), ""]
        rows: dict[str, int] = {}
        number, since = 0, 1
        for step in chain:
            used = [one for one in step.premises if one != self.how.gists.get(step.id)]
            for name in used:
                if name not in rows:
                    number += 1
                    rows[name] = number
                    lines += self._outline(name, f"({number}) ", 4, _group(main))
            numbers = [rows[name] for name in used]
            apart = [] if set(numbers) == set(range(since, number + 1)) else numbers
            lines += self._inference(step, apart, _group(main))
            number += 1
            since = rows[step.target] = number
            lines += self._outline(step.target, f"({number}) ", 4, _group(main))
        return lines

    def _inference(self, step: Step, uses: list[int], group: str) -> list[str]:
        data: list[Pair] = [("weight", step.weight)] if step.weight is not None else []
        hidden = (NOTE, PART) if step.id not in self.how.within else (PART,)
        kept = tuple(pair for pair in step.data if pair[0] not in hidden)
        kept += tuple(p for p in step.data if p[0] == PART and step.id not in self.how.within)
        data += self._step_data(step, kept)
        told = literal.data(data)
        if uses:
            numbers = f"uses: [{', '.join(map(str, uses))}]"
            told = f" {{{numbers}, {told[2:]}" if told else f" {{{numbers}}}"
        scheme = f" {literal.rule(step.scheme)}" if step.scheme else ""
        line = f"--{scheme}{told} --" if scheme or told else "----"
        undercuts = [one for one in self.map.onto(step.id) if one.id in self.how.plain]
        self.stepped.update(one.id for one in undercuts)
        below = [self._outline(one.premises[0], "  _ ", 4, group) for one in undercuts]
        return [line, *(one for lines in below for one in lines)]

    def _sketch(self, step: Step) -> list[str]:
        """An argument without a structure, which joins its premises to what it attacks."""
        data: list[Pair] = [("scheme", step.scheme)] if step.scheme else []
        data += [("weight", step.weight)] if step.weight is not None else []
        data += self._step_data(step, step.data)
        lines = [self._head_of_sketch(step, data)]
        for name in step.premises:
            lines += self._outline(name, "  <+ ", 4, _group(step))
        arrow = {"attack": "->", "undercut": "_>", "contradict": "><"}[step.kind]
        lines.append(f"  {arrow} {self._aim(step)}")
        for one in self.map.onto(step.id):
            if one.id in self.how.plain:
                self.stepped.add(one.id)
                lines += self._outline(one.premises[0], "  _ ", 4, _group(step))
        return lines

    def _aim(self, step: Step) -> str:
        """What a step is for or against, by its title."""
        if step.kind != "undercut":
            return self._reference(step.target)
        onto = self.how.within.get(step.target, step.target)
        if onto in self.how.plain:
            return self._reference(self.map.steps[onto].premises[0])
        return f"<{self.step_titles[onto]}>"

    def _head_of_sketch(self, step: Step, data: list[Pair]) -> str:
        said = tuple(self.people.pairs(step.speakers))
        tags = literal.tags(step.tags)
        return f"<{self.step_titles[step.id]}>{tags}{literal.data([*said, *data])}"


def _group(step: Step) -> str:
    return dict(step.data).get(GROUP, "")
