"""A small solver for clauses: conflict-driven, incremental, made to list models.

A literal is `2 * variable`, or `2 * variable + 1` for its negation. Only the variables that were
named are decided, always true first, by rank and then by how often they met conflicts. So the
first model under some clauses is one with a largest set of true variables among those of the
first rank: whatever model has more of them makes the same decisions and is therefore the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

Clause = list[int]


class OutOfBudget(Exception):
    """More conflicts than were allowed."""


class Solver:
    """Clauses over variables; `ranks` tells which are decided, lower ranks first."""

    def __init__(
        self, variables: int, ranks: Sequence[tuple[int, int]], budget: int | None = None
    ) -> None:
        self.values = [0] * (2 * variables)
        self.watches: list[list[Clause]] = [[] for _ in self.values]
        self.levels = [0] * variables
        self.reasons: list[Clause | None] = [None] * variables
        self.trail: list[int] = []
        self.limits: list[int] = []
        self.head = 0
        self.sound = True
        self.budget = budget
        self.bump = 1.0
        self.activity = [0.0] * variables
        self.rank = [-1] * variables
        for variable, rank in ranks:
            self.rank[variable] = rank
        self.heap = [(rank, 0.0, variable) for variable, rank in ranks]
        heapify(self.heap)

    def true(self, variable: int) -> bool:
        """Whether the model makes a variable true."""
        return self.values[2 * variable] > 0

    def decisions(self) -> list[int]:
        """The literals that were decided, in order."""
        return [self.trail[limit] for limit in self.limits if limit < len(self.trail)]

    def add(self, literals: Iterable[int]) -> None:
        """One more clause. May be false in the model found last: the search goes on from there."""
        clause = list(dict.fromkeys(literals))
        if len(clause) < 2:
            self._back(0)
            self._fix(clause)
            return
        clause.sort(key=self._height, reverse=True)
        top, second = self._height(clause[0]), self._height(clause[1])
        if self.values[clause[0]] < 0:
            self._back(second if second < top else max(top - 1, 0))
        self.watches[clause[0]].append(clause)
        self.watches[clause[1]].append(clause)
        if self.values[clause[0]] < 0:
            self.sound = False  # false at level 0
        elif not self.values[clause[0]] and self.values[clause[1]] < 0:
            self._enqueue(clause[0], clause)

    def _fix(self, clause: Clause) -> None:
        """At level 0: a clause of one literal, or of none, which no model fulfils."""
        if not clause or self.values[clause[0]] < 0:
            self.sound = False
        elif not self.values[clause[0]]:
            self._enqueue(clause[0], None)

    def _height(self, literal: int) -> int:
        """Unassigned and true literals first, then false ones by level."""
        return self.levels[literal >> 1] if self.values[literal] < 0 else len(self.trail) + 1

    def solve(self, assumed: Sequence[int] = ()) -> bool:
        """Whether there is a model in which the assumed literals hold; `true` then tells it.

        Without assumptions the search goes on where it stopped. Raises OutOfBudget.
        """
        if assumed:
            self._back(0)
        conflicts, limit = 0, 100
        while self.sound:
            broken = self._propagate()
            if broken is None:
                if conflicts > limit:
                    conflicts, limit = 0, limit + limit // 2
                    self._back(0)
                chosen = self._choose(assumed)
                if chosen == -1:
                    return True
                if chosen == -2:
                    self._back(0)
                    return False
                self.limits.append(len(self.trail))
                if chosen >= 0:
                    self._enqueue(chosen, None)
                continue
            conflicts += 1
            if self.budget is not None:
                self.budget -= 1
                if self.budget < 0:
                    raise OutOfBudget
            if not self.limits:
                self.sound = False
                break
            self._learn(broken)
        return False

    def _choose(self, assumed: Sequence[int]) -> int:
        """The literal to decide: -1 where all are, -2 where an assumption is false, -3 for a
        level of its own without a decision, where an assumption holds already."""
        if len(self.limits) < len(assumed):
            literal = assumed[len(self.limits)]
            value = self.values[literal]
            return literal if not value else -3 if value > 0 else -2
        heap = self.heap
        while heap:
            variable = heappop(heap)[2]
            if not self.values[2 * variable]:
                return 2 * variable
        return -1

    def _enqueue(self, literal: int, reason: Clause | None) -> None:
        self.values[literal] = 1
        self.values[literal ^ 1] = -1
        variable = literal >> 1
        self.levels[variable] = len(self.limits)
        self.reasons[variable] = reason
        self.trail.append(literal)

    def _back(self, level: int) -> None:
        if len(self.limits) <= level:
            return
        start = self.limits[level]
        for literal in self.trail[start:]:
            self.values[literal] = self.values[literal ^ 1] = 0
            variable = literal >> 1
            if self.rank[variable] >= 0:
                heappush(self.heap, (self.rank[variable], -self.activity[variable], variable))
        del self.trail[start:]
        del self.limits[level:]
        self.head = min(self.head, start)
        if len(self.heap) > 1000 + 4 * len(self.rank):
            self._sift()

    def _propagate(self) -> Clause | None:
        """Draws all conclusions; a clause that is false, if one is."""
        values, watches, trail = self.values, self.watches, self.trail
        while self.head < len(trail):
            false = trail[self.head] ^ 1
            self.head += 1
            watching = watches[false]
            kept: list[Clause] = []
            for at, clause in enumerate(watching):
                if clause[0] == false:
                    clause[0], clause[1] = clause[1], false
                first = clause[0]
                if values[first] > 0:
                    kept.append(clause)
                    continue
                for other in range(2, len(clause)):
                    literal = clause[other]
                    if values[literal] >= 0:
                        clause[1], clause[other] = literal, false
                        watches[literal].append(clause)
                        break
                else:
                    kept.append(clause)
                    if values[first] < 0:
                        kept += watching[at + 1 :]
                        watches[false] = kept
                        return clause
                    self._enqueue(first, clause)
            watches[false] = kept
        return None

    def _learn(self, broken: Clause) -> None:
        """Goes back to where the cause of a conflict tells something, and tells it."""
        levels, trail, now = self.levels, self.trail, len(self.limits)
        seen: set[int] = set()
        learned: Clause = []
        open_ones, at = 0, len(trail)
        clause: Sequence[int] = broken
        literal = -1
        while True:
            for one in clause:
                variable = one >> 1
                if one == literal or variable in seen or not levels[variable]:
                    continue
                seen.add(variable)
                self._count(variable)
                if levels[variable] == now:
                    open_ones += 1
                else:
                    learned.append(one)
            at -= 1
            while trail[at] >> 1 not in seen:
                at -= 1
            literal = trail[at]
            open_ones -= 1
            if not open_ones:
                break
            clause = self.reasons[literal >> 1] or ()
        self.bump *= 1.05
        learned.sort(key=lambda one: levels[one >> 1], reverse=True)
        self._back(levels[learned[0] >> 1] if learned else 0)
        learned.insert(0, literal ^ 1)
        if len(learned) > 1:
            self.watches[learned[0]].append(learned)
            self.watches[learned[1]].append(learned)
        self._enqueue(learned[0], learned if len(learned) > 1 else None)

    def _count(self, variable: int) -> None:
        self.activity[variable] += self.bump
        if self.activity[variable] > 1e100:
            self.activity = [one * 1e-100 for one in self.activity]
            self.bump *= 1e-100
            self._sift()

    def _sift(self) -> None:
        """The variables that may be decided, each once."""
        names = [name for name, rank in enumerate(self.rank) if rank >= 0]
        unassigned = [name for name in names if not self.values[2 * name]]
        self.heap = [(self.rank[name], -self.activity[name], name) for name in unassigned]
        heapify(self.heap)
