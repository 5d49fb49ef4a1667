"""The argument tree as rows: positions first, below each its reasons and objections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache
from typing import NamedTuple

from argmap.document import Document
from argmap.model.argmap import ArgMap
from argmap.model.roots import below
from argmap.model.values import Claim, Occurrence, Step

SIGNS = {"support": "+", "attack": "-", "undercut": "_", "contradict": "><"}


class Row(NamedTuple):
    """A claim in the tree.

    `sign` is how its step argues, empty for a root; `step` is the id of that step. `role` is
    first, middle or last where the step has linked premises. `more` tells that another step
    follows under the same parent. `again`: the claim stands in full elsewhere; `ring`: it is
    cut because it leads back to itself; `context`: it is here only for what is below it.
    `folds`: rows hang from it, shown or not.
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
    folds: bool = False


class Options(NamedTuple):
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


ALL = Options()


class Group(NamedTuple):
    """Roots under a title; the title is empty where there are no groups."""

    title: str
    roots: tuple[str, ...]


def outline(document: Document, options: Options = ALL) -> Iterator[Row]:
    """The rows of the tree in order. Without options every claim is there, in full once."""
    walk = Walk(document, options)
    for group in groups(document, options):
        for root in group.roots:
            yield from walk.below(root)


def part(document: Document, options: Options) -> Document:
    """The document with only the claims that its tree shows with these options."""
    if options == ALL:
        return document
    return document.part({row.claim for row in outline(document, options)})


def groups(document: Document, options: Options = ALL) -> tuple[Group, ...]:
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
    if found.unrooted:
        reached: set[str] = set()
        for claim in found.claims:
            if claim in found.unrooted and claim not in reached:
                roots.append(claim)
                reached |= below(found, (claim,))
    return tuple(roots)


def _sorted(document: Document, roots: tuple[str, ...], sort: str) -> tuple[str, ...]:
    if sort == "name":
        return tuple(sorted(roots, key=lambda root: document.wording(root).casefold()))
    if sort == "size":
        return tuple(sorted(roots, key=lambda root: -len(below(document.map, (root,)))))
    return roots


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
    picks = Options(speaker=options.speaker, tag=options.tag, text=options.text, kind=options.kind)
    return _picked(document, picks)


@lru_cache(maxsize=1)
def _picked(document: Document, options: Options) -> Wanted:
    asked = {
        claim.id for claim in _texted(document, options.text) if _asked(document, claim, options)
    }
    every = set(asked)
    queue = list(asked)
    while queue:
        for above in _above(document.map, queue.pop()):
            if above not in every:
                every.add(above)
                queue.append(above)
    return Wanted(asked, every)


def _above(found: ArgMap, name: str) -> Iterator[str]:
    """The claims that a row of this claim needs above and beside it."""
    for step in found.out(name):
        yield from step.premises
        yield step.root
        while step.kind == "undercut":
            step = found.steps[step.target]
            yield from step.premises
    if name in found.unrooted:
        # Such a ring may hang from another one by a contradiction alone.
        for step in found.onto(name):
            if step.kind == "contradict":
                yield from step.premises


def _asked(document: Document, claim: Claim, options: Options) -> bool:
    if options.tag and options.tag not in claim.tags:
        return False
    if options.speaker and options.speaker not in _voices(claim.occurrences):
        return False
    return not options.kind or options.kind in kinds(document, claim)


def _texted(document: Document, text: str) -> Iterable[Claim]:
    """The claims that have all of these words, or parts of words."""
    claims = document.map.claims
    wanted = text.casefold().split()
    if not wanted:
        return claims.values()
    names: Iterable[tuple[str, str]] = _folded(document).items()
    for word in wanted:
        names = [(name, words) for name, words in names if word in words]
    return [claims[name] for name, _ in names]


@lru_cache(maxsize=1)
def _folded(document: Document) -> dict[str, str]:
    """The words and id of each claim, as they are searched."""
    return {name: f"{document.wording(name)} {name}".casefold() for name in document.map.claims}


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


class _Do(NamedTuple):
    """A row that is still to be shown; `step` is None where no undercuts hang from it."""

    depth: int
    sign: str
    claim: str
    step: str
    role: str
    more: bool
    undercut: bool


class Walk:
    """Walks the tree; a claim that was shown in full is not shown in full again. Nothing below
    a row is looked at for which `closed` says so."""

    def __init__(
        self, document: Document, options: Options, closed: Callable[[int, str], bool] | None = None
    ) -> None:
        self.options = options
        self.wanted = _wanted(document, options)
        self.closed = closed
        self.shown: set[str] = set()
        self.targets = document.map.targets
        self.steps = document.map.steps

    def below(self, root: str) -> Iterator[Row]:
        """The rows from a root on. No recursion: a chain may be 10,000 deep."""
        path: list[str] = []
        within: set[str] = set()
        stack = [_Do(0, "", root, "", "", False, False)]
        shown, wanted, deepest = self.shown, self.wanted, self.options.depth
        while stack:
            depth, sign, claim, step, role, more, undercut = stack.pop()
            while len(path) > depth:
                within.discard(path.pop())
            again = claim in shown
            ring = again and claim in within
            below = [] if again else list(self.targets.get(claim, ()))
            if undercut:
                below += self.targets.get(step, ())
            children = self._children(depth + 1, below, claim, step, again) if below else []
            context = wanted is not None and claim not in wanted.asked
            yield Row(depth, sign, claim, step, role, more, again, ring, context, bool(children))
            path.append("" if ring else claim)
            within.add(claim)
            shown.add(claim)
            if children and (deepest is None or depth < deepest) and not self._closed(depth, claim):
                stack += reversed(children)

    def _closed(self, depth: int, claim: str) -> bool:
        return self.closed is not None and self.closed(depth, claim)

    def _children(
        self, depth: int, steps: list[Step], claim: str, over: str, again: bool
    ) -> list[_Do]:
        """The rows of the steps below a row, over which it was reached itself."""
        shown: list[tuple[Step, tuple[str, ...]]] = []
        for step in steps:
            if step.id != over:
                onto = "" if again or step.target == over else claim
                if premises := self._shown(step, onto):
                    shown.append((step, premises))
        found: list[_Do] = []
        for number, (step, premises) in enumerate(shown, 1):
            more = number < len(shown)
            sign = SIGNS[step.kind]
            last = len(premises) - 1
            if not last:
                found.append(_Do(depth, sign, premises[0], step.id, "", more, True))
                continue
            for at, premise in enumerate(premises):
                role = "first" if not at else "middle" if at < last else "last"
                found.append(
                    _Do(depth, "" if at else sign, premise, step.id, role, more, at == last)
                )
        return found

    def _shown(self, step: Step, onto: str) -> tuple[str, ...]:
        """The premises of a step; nothing where none of it was asked for."""
        premises = step.premises
        if step.kind == "contradict" and onto in premises:
            premises = (step.target,)
        if self.wanted is not None and self.wanted.all.isdisjoint(premises):
            return ()
        return premises
