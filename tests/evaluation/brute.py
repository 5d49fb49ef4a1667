"""Extensions by looking at every set of arguments."""

from __future__ import annotations

from collections.abc import Iterable

Set = frozenset[int]


def extensions(size: int, pairs: Iterable[tuple[int, int]]) -> dict[str, set[Set]]:
    """All extensions of a small framework, by semantics."""
    pairs = set(pairs)
    attackers = {name: {a for a, b in pairs if b == name} for name in range(size)}
    every = [Set(n for n in range(size) if bits >> n & 1) for bits in range(1 << size)]
    hits = {one: Set(b for a, b in pairs if a in one) for one in every}
    free = [one for one in every if not one & hits[one]]
    defended = {one: Set(n for n in range(size) if attackers[n] <= hits[one]) for one in free}
    admissible = [one for one in free if one <= defended[one]]
    complete = [one for one in free if one == defended[one]]

    def largest(sets: list[Set], of: dict[Set, Set]) -> set[Set]:
        return {one for one in sets if not any(of[one] < of[other] for other in sets)}

    ranges = {one: one | hits[one] for one in every}
    preferred = largest(complete, {one: one for one in every})
    semi_stable = largest(complete, ranges)

    def inside(bound: Set) -> set[Set]:
        return {max((one for one in admissible if one <= bound), key=len)}

    return {
        "GR": {min(complete, key=len)},
        "CO": set(complete),
        "PR": preferred,
        "ST": {one for one in free if len(ranges[one]) == size},
        "SST": semi_stable,
        "STG": largest(free, ranges),
        "ID": inside(Set.intersection(*preferred)),
        "EAG": inside(Set.intersection(*semi_stable)),
    }
