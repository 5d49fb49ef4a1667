"""The argument tree: positions first, below each its reasons and objections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Step

SIGNS = {"support": "+", "attack": "-", "undercut": "_", "contradict": "><"}


class Row(NamedTuple):
    """A line of the tree. `again` tells that the claim stands in full elsewhere, `ring` that it
    is cut because it leads back to itself; `linked` are further premises of the same step."""

    depth: int
    sign: str
    claim: str
    linked: tuple[str, ...] = ()
    again: bool = False
    ring: bool = False


def outline(document: Document) -> Iterator[Row]:
    """The rows of the tree in order. Every claim is there, in full once."""
    shown: set[str] = set()
    roots = [claim.id for claim in document.map.positions]
    for root in (*roots, *document.map.claims):  # claims all in a ring have no position
        if root not in shown:
            yield from _below(document, root, shown)


def _below(document: Document, root: str, shown: set[str]) -> Iterator[Row]:
    stack: list[Row] = [Row(0, "", root)]
    path: list[str] = []
    while stack:
        row = stack.pop()
        del path[row.depth :]
        path.append(row.claim)
        if row.claim in shown:
            yield row._replace(again=True, ring=row.claim in path[:-1])
            continue
        shown.add(row.claim)
        yield row
        children = [
            child
            for name in (row.claim, *row.linked)
            for step in document.map.onto(name)
            for child in _rows(document, step, name, row.depth + 1)
        ]
        stack += reversed(children)


def _rows(document: Document, step: Step, onto: str, depth: int) -> Iterator[Row]:
    """The row of a step and, one level deeper, those of the undercuts at it."""
    premises = step.premises
    if step.kind == "contradict" and onto in premises:
        premises = (step.target,)
    first, *linked = premises
    yield Row(depth, SIGNS[step.kind], first, tuple(linked))
    waiting = [(undercut, depth + 1) for undercut in reversed(document.map.onto(step.id))]
    while waiting:
        undercut, level = waiting.pop()
        head, *others = undercut.premises
        yield Row(level, SIGNS["undercut"], head, tuple(others))
        above = reversed(document.map.onto(undercut.id))
        waiting += ((further, level + 1) for further in above)
