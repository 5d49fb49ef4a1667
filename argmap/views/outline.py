"""The argument tree as rows: positions first, below each its reasons and objections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Claim, Occurrence, Step

SIGNS = {"support": "+", "attack": "-", "undercut": "_", "contradict": "><"}


class Row(NamedTuple):
    """A claim in the tree.

    `sign` is how its step argues, empty for a root; `step` is the id of that step. `role` is
    first, middle or last where the step has linked premises. `more` tells that another step
    follows under the same parent. `again`: the claim stands in full elsewhere; `ring`: it is
    cut because it leads back to itself; `context`: it is here only for what is below it.
    """

    depth: int
    sign: str
    claim: str
    step: str = ""
    role: str = ""
    more: bool = False
    again: bool = False
    ring: bool = False
    context: bool = False


@dataclass(frozen=True)
class Options:
    """What to show. `depth` counts levels below the roots; None is all.

    `text`: only claims whose words (or id) have all of these; `kind`: only those that support,
    attack, undercut or contradict, that are a position, or implicit. `sort` is by place in the
    `text`, by `name`, or by `size`, the number of claims below.
    """

    focus: str = ""
    speaker: str = ""
    tag: str = ""
    depth: int | None = None
    by: str = "position"
    text: str = ""
    kind: str = ""
    sort: str = "text"

    @property
    def picks(self) -> bool:
        return bool(self.speaker or self.tag or self.text or self.kind)


class Group(NamedTuple):
    """Roots under a title; the title is empty where there are no groups."""

    title: str
    roots: tuple[str, ...]


def outline(document: Document, options: Options = Options()) -> Iterator[Row]:
    """The rows of the tree in order. Without options every claim is there, in full once."""
    walk = Walk(document, options)
    for group in groups(document, options):
        for root in group.roots:
            yield from walk.below(root)


def groups(document: Document, options: Options = Options()) -> tuple[Group, ...]:
    """The roots of the tree: positions, and a claim of each ring that has none."""
    roots = (options.focus,) if options.focus else _roots(document)
    wanted = _wanted(document, options)
    if wanted is not None:
        roots = tuple(root for root in roots if root in wanted.all)
    roots = _sorted(document, roots, options.sort)
    if options.by == "position":
        return (Group("", roots),)
    title = _by_speaker(document) if options.by == "speaker" else _by_heading(document)
    found: dict[str, list[str]] = {}
    for root in roots:
        found.setdefault(title(root), []).append(root)
    return tuple(Group(name, tuple(members)) for name, members in found.items())


def _roots(document: Document) -> tuple[str, ...]:
    found = document.map
    roots = [claim.id for claim in found.positions]
    reached = _below(document, roots)
    for claim in found.claims:
        if claim not in reached:
            roots.append(claim)
            reached |= _below(document, (claim,))
    return tuple(roots)


def _sorted(document: Document, roots: tuple[str, ...], sort: str) -> tuple[str, ...]:
    if sort == "name":
        return tuple(sorted(roots, key=lambda root: document.wording(root).casefold()))
    if sort == "size":
        return tuple(sorted(roots, key=lambda root: -len(_below(document, (root,)))))
    return roots


def _below(document: Document, roots: Iterable[str]) -> set[str]:
    """The claims that a tree with these roots shows."""
    reached: set[str] = set(roots)
    queue = list(reached)
    while queue:
        for step in document.map.onto(queue.pop()):
            fresh = {*step.premises, step.target} - reached if step.kind != "undercut" else set()
            fresh |= set(step.premises) - reached
            fresh &= document.map.claims.keys()
            reached |= fresh
            queue += (*fresh, step.id)
    return reached


def _by_speaker(document: Document) -> Callable[[str], str]:
    speakers = document.map.speakers

    def title(root: str) -> str:
        names = [speakers[who].name for who in document.map.holders(root)]
        return " and ".join(names) or "The article"

    return title


def _by_heading(document: Document) -> Callable[[str], str]:
    def title(root: str) -> str:
        for occurrence in document.map.claims[root].occurrences:
            if occurrence.in_text:
                found = document.heading(document.spans(occurrence)[0].start)
                return found.title if found else ""
        return "Not in the article"

    return title


class Wanted(NamedTuple):
    """The claims that were asked for, and these with all on the way to a root."""

    asked: Set[str]
    all: Set[str]


def _wanted(document: Document, options: Options) -> Wanted | None:
    if not options.picks:
        return None
    asked = {claim.id for claim in document.map.claims.values() if _asked(document, claim, options)}
    every = set(asked)
    queue = list(asked)
    while queue:
        name = queue.pop()
        for step in (*document.map.out(name), *_contradicting(document, name)):
            for above in (step.root, *step.premises):
                if above not in every:
                    every.add(above)
                    queue.append(above)
    return Wanted(asked, every)


def _asked(document: Document, claim: Claim, options: Options) -> bool:
    if options.tag and options.tag not in claim.tags:
        return False
    if options.speaker and options.speaker not in _voices(claim.occurrences):
        return False
    if options.kind and options.kind not in kinds(document, claim):
        return False
    if options.text:
        words = f"{document.wording(claim.id)} {claim.id}".casefold()
        return all(word in words for word in options.text.casefold().split())
    return True


def kinds(document: Document, claim: Claim) -> set[str]:
    """What a claim is in the tree: the kinds of its steps, a position, implicit."""
    found = {step.kind for step in document.map.out(claim.id)}
    if not document.map.argues(claim.id):
        found.add("position")
    if not claim.in_text:
        found.add("implicit")
    return found


def _voices(occurrences: Iterable[Occurrence]) -> set[str]:
    return {who for one in occurrences for who in one.speakers}


def _contradicting(document: Document, name: str) -> Iterator[Step]:
    return (step for step in document.map.onto(name) if step.kind == "contradict")


class _Do(NamedTuple):
    """Something that is still to be shown: a step, or one premise of it (or a root)."""

    row: Row
    step: Step | None
    premises: tuple[str, ...] = ()


class Walk:
    """Walks the tree; a claim that was shown in full is not shown in full again."""

    def __init__(self, document: Document, options: Options) -> None:
        self.document = document
        self.options = options
        self.wanted = _wanted(document, options)
        self.shown: set[str] = set()

    def below(self, root: str) -> Iterator[Row]:
        """The rows from a root on. No recursion: a chain may be 10,000 deep."""
        path: list[str] = []
        within: Counter[str] = Counter()
        stack = [_Do(Row(0, "", root), None)]
        while stack:
            todo = stack.pop()
            if todo.premises:
                stack += reversed(self._premises(todo))
                continue
            row = todo.row
            while len(path) > row.depth:
                within[path.pop()] -= 1
            again = row.claim in self.shown
            asked = self.wanted is None or row.claim in self.wanted.asked
            yield row._replace(again=again, ring=again and within[row.claim] > 0, context=not asked)
            path.append(row.claim)
            within[row.claim] += 1
            stack += reversed(self._children(todo, again))
            self.shown.add(row.claim)

    def _premises(self, todo: _Do) -> list[_Do]:
        """A row for each premise of a step; what undercuts the step follows the last one."""
        last = len(todo.premises) - 1
        roles = [""] if not last else ["first", *["middle"] * (last - 1), "last"]
        return [
            _Do(
                todo.row._replace(claim=claim, role=role, sign=todo.row.sign if not at else ""),
                todo.step if at == last else None,
            )
            for at, (claim, role) in enumerate(zip(todo.premises, roles, strict=True))
        ]

    def _children(self, todo: _Do, again: bool) -> list[_Do]:
        row, step = todo.row, todo.step
        if self.options.depth is not None and row.depth >= self.options.depth:
            return []
        found = self.document.map
        below = [] if again else [(one, row.claim) for one in found.onto(row.claim)]
        below += ((one, "") for one in (found.onto(step.id) if step else ()))
        shown = [
            (one, premises)
            for one, onto in below
            if one is not step and (premises := self._shown(one, onto))
        ]
        return [
            _Do(
                Row(row.depth + 1, SIGNS[one.kind], "", one.id, more=at < len(shown) - 1),
                one,
                premises,
            )
            for at, (one, premises) in enumerate(shown)
        ]

    def _shown(self, step: Step, onto: str) -> tuple[str, ...]:
        """The premises of a step; nothing where none of it was asked for."""
        premises = step.premises
        if step.kind == "contradict" and onto in premises:
            premises = (step.target,)
        if self.wanted is not None and self.wanted.all.isdisjoint(premises):
            return ()
        return premises
