"""An abstract framework: arguments by number, and which of them attacks which (Dung 1995).

All attacks stand in one list, those of an argument side by side: a list for each argument would
be so many objects that Python's collector takes longer to look at them than it takes to label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain


@dataclass(frozen=True, eq=False)
class Framework:
    """The arguments that `a` attacks are `targets[starts[a] : starts[a + 1]]`."""

    starts: Sequence[int]
    targets: Sequence[int]

    @staticmethod
    def of(size: int, attackers: Sequence[int], targets: Sequence[int]) -> Framework:
        """The framework of arguments 0 to `size - 1` in which each attacker attacks the target
        at the same place; no attack may be told twice."""
        counts = [0] * (size + 1)
        for name in attackers:
            counts[name + 1] += 1
        starts = [*accumulate(counts)]
        free = starts[:]
        placed = [0] * len(targets)
        for name, target in zip(attackers, targets, strict=True):
            at = free[name]
            placed[at] = target
            free[name] = at + 1
        return Framework(starts, placed)

    @staticmethod
    def of_pairs(size: int, pairs: Iterable[tuple[int, int]]) -> Framework:
        """The same from pairs of attacker and target, which may be told twice."""
        once = dict.fromkeys(pairs)
        return Framework.of(size, [pair[0] for pair in once], [pair[1] for pair in once])

    def __len__(self) -> int:
        return len(self.starts) - 1

    def attacked(self, name: int) -> Sequence[int]:
        """What an argument attacks."""
        return self.targets[self.starts[name] : self.starts[name + 1]]

    def attackers(self, name: int) -> Sequence[int]:
        """What attacks an argument."""
        return self.reversed.attacked(name)

    @cached_property
    def reversed(self) -> Framework:
        """The same with every attack turned round."""
        return Framework.of(len(self), self.targets, self.sources)

    @property
    def sources(self) -> Sequence[int]:
        """The attacker of each attack, in the order of `targets`."""
        starts = self.starts
        every = ([name] * (starts[name + 1] - starts[name]) for name in range(len(self)))
        return [*chain.from_iterable(every)]

    def part(self, kept: Sequence[int]) -> Framework:
        """The framework of some arguments alone, numbered anew in the order of `kept`."""
        number = {name: at for at, name in enumerate(kept)}
        attackers: list[int] = []
        targets: list[int] = []
        for at, name in enumerate(kept):
            inside = [number[one] for one in self.attacked(name) if one in number]
            attackers += [at] * len(inside)
            targets += inside
        return Framework.of(len(kept), attackers, targets)
