"""The rows of the tree as they stand on the screen: folded, filtered, grouped."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.views.outline import Options, Row, Walk, groups

MANY = 3000
"""A tree of more claims opens with its reasons folded."""


class Entry(NamedTuple):
    """A row of the tree, or (with a title) of a group. `parent` is the number of the row above
    it in the tree, -1 for a root; `closed`: what is below it is folded away."""

    row: Row
    title: str = ""
    parent: int = -1
    closed: bool = False

    @property
    def claim(self) -> str:
        return self.row.claim

    @property
    def folds(self) -> bool:
        return self.row.folds


@dataclass
class Tree:
    """What is folded and asked for; the rows follow from it and the document."""

    options: Options = field(default_factory=Options)
    folded: set[str] = field(default_factory=set)
    level: int = 0  # how many levels are open for claims not in `opened`; 0: all
    opened: set[str] = field(default_factory=set)
    at: int = 0
    top: int = 0
    entries: list[Entry] = field(default_factory=list)
    _made: tuple[object, ...] = ()
    _place: dict[str, int] = field(default_factory=dict)
    _leaves: dict[tuple[str, bool], Entry] = field(default_factory=dict)

    def update(self, document: Document) -> None:
        """Makes the rows anew where anything changed; the cursor stays on its claim."""
        if not self._made and len(document.map.claims) > MANY:
            self.level = 1
        key = (document.map, self.options, frozenset(self.folded), self.level,
               frozenset(self.opened))  # fmt: skip
        if self._made and self._made[0] is key[0] and self._made[1:] == key[1:]:
            return
        here = self.entry
        self._made = key
        self._drop_unknown(document.map)
        self._place = {}
        self.entries = self._rows(document)
        if here is not None:
            self.at = self._again(here)
        self.at = max(0, min(self.at, len(self.entries) - 1))

    def _drop_unknown(self, found: ArgMap) -> None:
        self.folded &= found.claims.keys()
        self.opened &= found.claims.keys()
        if self.options.focus and self.options.focus not in found.claims:
            self.options = self.options._replace(focus="")

    def _again(self, here: Entry) -> int:
        """The number of the row that was under the cursor."""
        now = self.entries[self.at] if self.at < len(self.entries) else None
        if now and (now.claim, now.row.step, now.title) == (here.claim, here.row.step, here.title):
            return self.at
        full = self._place.get(here.claim, -1)
        if full >= 0 and self.entries[full].row.step == here.row.step:
            return full
        for number, (row, title, _, _) in enumerate(self.entries):
            if row.claim == here.claim and row.step == here.row.step and not title:
                return number
        return full if full >= 0 else self.at

    def _rows(self, document: Document) -> list[Entry]:
        walk = Walk(document, self.options, self.closed)
        shown, place, leaves = walk.shown, self._place, self._leaves
        targets = document.map.targets
        roots_closed = walk.wanted is None and self.level == 1
        found: list[Entry] = []
        for group in groups(document, self.options):
            if self.options.by != "position":
                found.append(Entry(Row(0, "", ""), group.title or "—"))
            for root in group.roots:
                # Most roots of a large tree are folded: no calls for them, as this is felt.
                if root in shown or root in self.opened or not (
                    roots_closed or (walk.wanted is None and root in self.folded)
                ):  # fmt: skip
                    self._walked(walk, root, found)
                    continue
                folds = root in targets
                leaf = leaves.get((root, folds))
                if leaf is None:
                    leaf = Entry(Row(0, "", root, folds=folds), closed=folds)
                    leaves[root, folds] = leaf
                shown.add(root)
                place.setdefault(root, len(found))
                found.append(leaf)
        return found

    def _walked(self, walk: Walk, root: str, found: list[Entry]) -> None:
        above: list[int] = []
        for row in walk.below(root):
            del above[row.depth :]
            closed = row.folds and self.closed(row.depth, row.claim)
            parent = above[-1] if above else -1
            above.append(len(found))
            if not row.again:
                self._place.setdefault(row.claim, len(found))
            found.append(Entry(row, "", parent, closed))

    def closed(self, depth: int, claim: str) -> bool:
        if claim in self.opened:
            return False
        return claim in self.folded or (self.level > 0 and depth >= self.level - 1)

    @property
    def entry(self) -> Entry | None:
        return self.entries[self.at] if 0 <= self.at < len(self.entries) else None

    @property
    def claim(self) -> str:
        """The claim under the cursor; empty on the title of a group."""
        return self.entry.claim if self.entry and not self.entry.title else ""

    def find(self, claim: str) -> int:
        """The row that shows a claim in full, -1 if none does."""
        return self._place.get(claim, -1)

    def path(self, number: int) -> list[int]:
        """The rows from the root down to one."""
        found: list[int] = []
        while number >= 0:
            found.append(number)
            number = self.entries[number].parent
        return found[::-1]

    def fold(self, claim: str, closed: bool) -> None:
        if closed:
            self.folded.add(claim)
            self.opened.discard(claim)
        else:
            self.folded.discard(claim)
            if self.level:
                self.opened.add(claim)

    def to_level(self, level: int) -> None:
        """Shows so many levels, all with 0."""
        self.level = level
        self.folded.clear()
        self.opened.clear()

    def reveal(self, document: Document, claim: str, *, unfold: bool = False) -> bool:
        """Puts the cursor on a claim, and unfolds what hides it; False if filters hide it.
        In a large tree, where that would be felt, only with `unfold`."""
        self.update(document)
        hidden = self.find(claim) < 0 and (self.level or self.folded)
        if hidden and (unfold or len(document.map.claims) <= MANY):
            for one in above(document.map, claim):
                self.fold(one, closed=False)
            self.update(document)
        return self.point(document, claim)

    def point(self, document: Document, claim: str) -> bool:
        """Puts the cursor on a claim, or on the nearest one above it that is in view."""
        self.update(document)
        if (number := self.find(claim)) >= 0:
            self.at = number
            return True
        for one in above(document.map, claim):
            if (number := self.find(one)) >= 0:
                self.at = number
                break
        return False

    def choose(self, **options: object) -> None:
        self.options = self.options._replace(**options)  # type: ignore[arg-type]


def above(found: ArgMap, claim: str) -> dict[str, None]:
    """The claims on all ways from a claim to a root, near ones first."""
    reached: dict[str, None] = {}
    queue = deque([claim])
    while queue:
        name = queue.popleft()
        steps = [*found.out(name), *(s for s in found.onto(name) if s.kind == "contradict")]
        for step in steps:
            fresh = {step.root, *step.premises, step.target} & found.claims.keys()
            if step.kind == "undercut" and step.target in found.steps:
                fresh |= set(found.steps[step.target].premises)
            for one in sorted(fresh - reached.keys() - {claim}):
                reached[one] = None
                queue.append(one)
    return reached
