"""An audience: which values a reader puts above which, and what that takes from objections.

The values of a claim are its tags. An objection does not count against a claim of a value that the
audience puts above all values of its premises (Bench-Capon 2003).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from argmap.evaluation.network import ATTACK, Network
from argmap.model.argmap import ArgMap


def outranked(found: ArgMap, network: Network, values: Sequence[str]) -> frozenset[int]:
    """The rules that do not count for an audience; `values` are tags, the highest first."""
    if not values:
        return frozenset()
    rank = {value: at for at, value in enumerate(values)}
    ranks = [_highest(rank, claim.tags) for claim in found.claims.values()]
    return frozenset(
        number
        for number, rule in enumerate(network.rules)
        if rule.kind == ATTACK
        and (target := ranks[rule.target]) is not None
        and (by := _of(rule.premises, ranks)) is not None
        and target < by
    )


def _highest(rank: dict[str, int], tags: Iterable[str]) -> int | None:
    return min((rank[tag] for tag in tags if tag in rank), default=None)


def _of(premises: Sequence[int], ranks: Sequence[int | None]) -> int | None:
    """The highest value of some premises; None where one of them has none, or stands for several
    claims."""
    known = [ranks[one] for one in premises if one < len(ranks)]
    ranked = [one for one in known if one is not None]
    return min(ranked) if ranked and len(ranked) == len(premises) else None
