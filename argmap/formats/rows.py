"""The tree as rows, one for each step: what the outlines of several formats are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.document import Document
from argmap.model.values import Step

SIGNS = {"support": "+", "attack": "-", "undercut": "_", "contradict": "><"}


class Row(NamedTuple):
    """The premises of a step below what it aims at; a position has depth 0 and no sign."""

    depth: int
    sign: str
    claims: tuple[str, ...]
    step: str = ""
    again: bool = False
    ring: bool = False


def rows(document: Document) -> Iterator[Row]:
    shown: set[str] = set()
    for root in (*(claim.id for claim in document.map.positions), *document.map.claims):
        if root not in shown:
            yield from _below(document, root, shown)


def _below(document: Document, root: str, shown: set[str]) -> Iterator[Row]:
    path: list[tuple[str, ...]] = []
    above: dict[str, int] = {}
    stack = [Row(0, "", (root,))]
    while stack:
        row = stack.pop()
        while len(path) > row.depth:
            for claim in path.pop():
                above[claim] -= 1
        fresh = [claim for claim in row.claims if claim not in shown]
        again = not fresh
        yield row._replace(again=again, ring=again and any(above.get(c) for c in row.claims))
        shown.update(fresh)
        path.append(row.claims)
        for claim in row.claims:
            above[claim] = above.get(claim, 0) + 1
        steps = [(step, claim) for claim in fresh for step in document.map.onto(claim)]
        steps += ((step, "") for step in document.map.onto(row.step) if row.step)
        below = [_row(step, onto, row.depth + 1) for step, onto in steps if step.id != row.step]
        stack += reversed(below)


def _row(step: Step, onto: str, depth: int) -> Row:
    premises = (
        (step.target,) if step.kind == "contradict" and onto in step.premises else step.premises
    )
    return Row(depth, SIGNS[step.kind], premises, step.id)
