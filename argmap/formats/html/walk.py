"""The argument tree as rows of one claim each, and which of them stands beside which in the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Step


class Row(NamedTuple):
    """A claim in the tree. `step` is the id of the step that it stands here for, empty for a root,
    and `kind` the kind of that. `among` is first, middle or last of linked premises. `again`: it
    stands in full elsewhere; `ring`: it leads back to itself. `beside` is the number of the row
    that its step is about in the end, -1 for a root."""

    depth: int
    claim: str
    step: str = ""
    kind: str = ""
    among: str = ""
    again: bool = False
    ring: bool = False
    beside: int = -1


class _Do(NamedTuple):
    """A row to come; `carries` is whether undercuts of its step hang from it."""

    row: Row
    carries: bool = True


def rows(document: Document) -> list[Row]:
    """Every claim in full once, in order. No recursion: a chain may be 10,000 deep."""
    found: list[Row] = []
    shown: set[str] = set()
    for root in (*(claim.id for claim in document.map.positions), *document.map.claims):
        if root not in shown:
            _below(document, root, shown, found)
    return found


def _below(document: Document, root: str, shown: set[str], found: list[Row]) -> None:
    path: list[str] = []
    within: set[str] = set()
    stack = [_Do(Row(0, root), carries=False)]
    while stack:
        row, carries = stack.pop()
        while len(path) > row.depth:
            within.discard(path.pop())
        again = row.claim in shown
        ring = again and row.claim in within
        number = len(found)
        found.append(row._replace(again=again, ring=ring))
        path.append("" if ring else row.claim)
        within.add(row.claim)
        shown.add(row.claim)
        below: list[_Do] = []
        if not again:
            for step in document.map.onto(row.claim):
                if step.id != row.step:
                    below += _premises(step, row.claim, row.depth + 1, number)
        if carries:
            for step in document.map.onto(row.step):
                below += _premises(step, "", row.depth + 1, row.beside)
        stack += reversed(below)


def _premises(step: Step, onto: str, depth: int, beside: int) -> Iterator[_Do]:
    premises = step.premises
    if step.kind == "contradict" and onto in premises:
        premises = (step.target,)
    last = len(premises) - 1
    for at, claim in enumerate(premises):
        among = "" if not last else "first" if not at else "middle" if at < last else "last"
        row = Row(depth, claim, step.id, step.kind, among, beside=beside)
        yield _Do(row, carries=at == last)
