"""Which claims are one: what restates a claim is the same claim in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from argmap.formats.graph import Graph
from argmap.formats.ledger import Ledger

ALREADY = "the two are one claim already"
CLASH = "restates a claim it is argued with, so it stays a claim of its own"


def merged(graph: Graph, ledger: Ledger) -> Mapping[str, str]:
    """From the key of each claim to that of the claim that it is a wording of.

    A claim that stands in one step with what it restates is not merged: it would become a
    reason for itself. In n log n: the smaller of two sets goes into the larger.
    """
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for step in graph.steps:
        for key in (*step.premises, step.target):
            steps[key].add(step.key)
    above = {claim.key: claim.key for claim in graph.claims}
    members = {claim.key: 1 for claim in graph.claims}
    for claim, of, unit in graph.restatements:
        this, other = _root(above, claim), _root(above, of)
        if this == other:
            ledger.dropped(unit, ALREADY, claim)
            continue
        if not _disjoint(steps[this], steps[other]):
            ledger.dropped(unit, CLASH, claim)
            continue
        ledger.kept(unit)
        if members[this] > members[other]:
            this, other = other, this
        above[this] = other
        members[other] += members[this]
        if len(steps[this]) > len(steps[other]):
            steps[this], steps[other] = steps[other], steps[this]
        steps[other] |= steps.pop(this)
    return _first_said(graph, above)


def _root(above: dict[str, str], key: str) -> str:
    while above[key] != key:
        above[key] = above[above[key]]
        key = above[key]
    return key


def _disjoint(one: set[str], other: set[str]) -> bool:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return not any(key in large for key in small)


def _first_said(graph: Graph, above: dict[str, str]) -> dict[str, str]:
    """Each set goes by its claim that restates nothing, or else by its first."""
    again = {one.claim for one in graph.restatements}
    first: dict[str, str] = {}
    for claim in (*(one for one in graph.claims if one.key not in again), *graph.claims):
        first.setdefault(_root(above, claim.key), claim.key)
    return {claim.key: first[_root(above, claim.key)] for claim in graph.claims}
