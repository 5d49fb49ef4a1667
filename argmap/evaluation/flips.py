"""What a position hangs on: single claims whose removal changes it, and the smallest changes
that would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.evaluation.network import SUPPORT, UNDERCUT
from argmap.evaluation.standing import Evaluation, Status
from argmap.evaluation.trial import Trial

WORK = 3_000_000
"""Labels set and attacks followed, after which a search stops and says so (some seconds)."""
SHOWN = 200
"""Changes of one size after which a search has told enough."""


class Flip(NamedTuple):
    """A position whose status a change changes."""

    position: str
    before: Status
    after: Status


class Linchpin(NamedTuple):
    """A claim whose removal flips positions."""

    claim: str
    flips: tuple[Flip, ...]


class Linchpins(NamedTuple):
    """Those that flip most first; `whole` unless the search was given up after `tried` of all
    claims."""

    found: tuple[Linchpin, ...]
    tried: int
    claims: int

    @property
    def whole(self) -> bool:
        return self.tried == self.claims


def linchpins(evaluation: Evaluation, work: int = WORK) -> Linchpins:
    """The claims whose removal flips a position other than themselves."""
    trial = Trial(evaluation)
    names = evaluation.network.claims
    positions = {evaluation.number[claim.id] for claim in evaluation.map.positions}
    before = {number: trial.status(number) for number in positions}
    candidates = [number for number in range(len(names)) if trial.counts(number)]
    found: list[Linchpin] = []
    tried = 0
    for number in candidates:
        if trial.work > work:
            break
        changed = trial.force(number, aside=True)
        flips = [
            Flip(names[position], before[position], trial.status(position))
            for position in sorted(_touched(evaluation, changed) & positions)
            if position != number and trial.status(position) != before[position]
        ]
        trial.free(number, aside=True, before=changed)
        tried += 1
        if flips:
            found.append(Linchpin(names[number], tuple(flips)))
    found.sort(key=lambda one: -len(one.flips))
    return Linchpins(tuple(found), tried, len(candidates))


def _touched(evaluation: Evaluation, changed: Iterable[int]) -> set[int]:
    """The claims whose status may be another one now."""
    network = evaluation.network
    first, rules = len(network.claims), len(network.kinds)
    found: set[int] = set()
    for name in changed:
        if name < first:
            found.add(name)
        elif name < first + rules and network.kinds[name - first] != UNDERCUT:
            found.add(network.targets[name - first])
    if evaluation.verdicts:
        for claim in tuple(found):
            found.update(evaluation.verdicts.contradicted.get(claim, ()))
    return found


class Move(NamedTuple):
    """Something a reader may do: set a claim aside, or grant it."""

    claim: str
    aside: bool


class Change(NamedTuple):
    """Moves that, together and no fewer, give a claim another status."""

    moves: tuple[Move, ...]
    after: Status


class Flips(NamedTuple):
    """Changes of one move and of two. `whole` tells for each size whether all were tried."""

    before: Status
    changes: tuple[Change, ...]
    whole: tuple[bool, bool]


def flips(evaluation: Evaluation, claim: str, work: int = WORK) -> Flips:
    """What it would take to give a claim another status: single moves, then pairs of moves none
    of which does it alone, that do not touch the claim itself."""
    return _Search(evaluation, claim, work).run()


class _Search:
    def __init__(self, evaluation: Evaluation, claim: str, work: int) -> None:
        self.names = evaluation.network.claims
        self.trial = Trial(evaluation)
        self.work = work
        self.claim = evaluation.number[claim]
        self.before = self.trial.status(self.claim)
        self.needing = {*evaluation.network.demands.of} | {
            target
            for kind, target in zip(
                evaluation.network.kinds, evaluation.network.targets, strict=True
            )
            if kind == SUPPORT
        }
        self.changes: list[Change] = []

    def run(self) -> Flips:
        moves = [*self._moves()]
        likely: list[tuple[int, bool]] = []
        others: list[tuple[int, bool]] = []
        whole = [True, True]
        for move in moves:
            if self._spent():
                whole = [False, False]
                break
            changed = self.trial.force(move[0], aside=move[1])
            if not self._noted((move,)):
                (likely if changed else others).append(move)
            self.trial.free(move[0], aside=move[1], before=changed)
        if whole[0]:
            whole[1] = self._pairs([*likely, *others])
        return Flips(self.before, tuple(self.changes), (whole[0], whole[1]))

    def _pairs(self, moves: Sequence[tuple[int, bool]]) -> bool:
        for at, first in enumerate(moves):
            changed = self.trial.force(first[0], aside=first[1])
            for second in moves[at + 1 :]:
                if first[0] == second[0]:
                    continue
                if self._spent():
                    self.trial.free(first[0], aside=first[1], before=changed)
                    return False
                then = self.trial.force(second[0], aside=second[1])
                self._noted((first, second))
                self.trial.free(second[0], aside=second[1], before=then)
            self.trial.free(first[0], aside=first[1], before=changed)
        return True

    def _spent(self) -> bool:
        return self.trial.work > self.work or len(self.changes) >= SHOWN

    def _noted(self, moves: Sequence[tuple[int, bool]]) -> bool:
        after = self.trial.status(self.claim)
        if after == self.before:
            return False
        told = tuple(Move(self.names[number], aside) for number, aside in moves)
        self.changes.append(Change(told, after))
        return True

    def _moves(self) -> Iterator[tuple[int, bool]]:
        """What may reach the claim, the nearest first: claims to set aside, and to grant where
        they need a reason. One that changes nothing alone may do so with another one: the answer
        to an objection that is granted, a claim that would stand without an objection."""
        framework = self.trial.framework
        twins = {one: claim for claim, found in self.trial.flat.twins.items() for one in found}
        verdicts = self.trial.verdicts
        queue = [self.claim, *(verdicts.looked_at(self.claim) if verdicts else ())]
        seen = {*queue}
        for name in queue:  # grows on the way
            if name < len(self.names) and name != self.claim and name not in self.trial.aside:
                yield name, True
                if name in self.needing:
                    yield name, False
            for one in (*framework.attackers(name), *([twins[name]] if name in twins else [])):
                if one not in seen:
                    seen.add(one)
                    queue.append(one)
