"""What stands in a map: a status for each claim, and whether each step is active."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from argmap.evaluation.audience import outranked
from argmap.evaluation.flatten import Flat, flatten
from argmap.evaluation.grounded import IN, OUT, Labelling, grounded
from argmap.evaluation.network import ATTACK, Network
from argmap.evaluation.policy import NOTHING, Given, Policy
from argmap.evaluation.verdicts import Verdicts
from argmap.model.argmap import ArgMap


class Status(StrEnum):
    """What became of a claim in this map; never a word on whether it is true."""

    STANDS = "stands"
    REJECTED = "rejected"
    UNSUPPORTED = "unsupported"
    CONTESTED = "contested"
    ASIDE = "set aside"


MARKS = {
    Status.STANDS: "✓",
    Status.REJECTED: "✗",
    Status.UNSUPPORTED: "○",
    Status.CONTESTED: "?",
    Status.ASIDE: "∅",
}
MEANING = {
    Status.STANDS: "nothing that is said against it stands",
    Status.REJECTED: "a standing objection defeats it",
    Status.UNSUPPORTED: "its reasons fell, and nobody refuted it",
    Status.CONTESTED: "reasons and objections that are open themselves leave it open",
    Status.ASIDE: "the reader set it aside",
}
ACTIVE = {IN: "active", OUT: "defeated", 0: "open"}


@dataclass(frozen=True, eq=False)
class Evaluation:
    """A map under a policy and what a reader takes for given."""

    map: ArgMap
    policy: Policy
    given: Given
    network: Network
    flat: Flat
    labelling: Labelling

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        """The status of each claim, in order of the text."""
        labels = self.labelling.labels
        refuted = self._refuted
        aside = self.given.aside
        found: dict[str, Status] = {}
        for number, name in enumerate(self.network.claims):
            label = labels[number]
            if name in aside:
                found[name] = Status.ASIDE
            elif label == IN:
                found[name] = Status.STANDS
            elif not label:
                found[name] = Status.CONTESTED
            else:
                found[name] = Status.REJECTED if refuted[number] else Status.UNSUPPORTED
        return found

    @cached_property
    def _refuted(self) -> bytearray:
        """For each claim, whether a step against it is active."""
        labels, first = self.labelling.labels, len(self.network.claims)
        found = bytearray(first)
        for argument, kind in enumerate(self.network.kinds, first):
            if kind == ATTACK and labels[argument] == IN:
                found[self.network.targets[argument - first]] = 1
        if self.verdicts:
            for claim in self.network.demands.of:
                found[claim] = self.verdicts.outweighed(labels, claim)
        return found

    @cached_property
    def verdicts(self) -> Verdicts | None:
        """How the claims are judged that are held to a standard of proof; None without any."""
        return Verdicts(self.network) if self.network.demands else None

    @cached_property
    def activity(self) -> Mapping[str, str]:
        """For each step: active, defeated, or open. A contradiction is what either way of it is."""
        labels, first = self.labelling.labels, len(self.network.claims)
        found: dict[str, str] = {}
        for number, name in enumerate(self.network.steps):
            ways = {labels[first + rule] for rule in self.network.of_step(number)}
            found[name] = ACTIVE[IN if IN in ways else OUT if ways == {OUT} else 0]
        return found

    @cached_property
    def number(self) -> Mapping[str, int]:
        """The number of each claim."""
        return {name: number for number, name in enumerate(self.network.claims)}

    @cached_property
    def step_number(self) -> Mapping[str, int]:
        """The number of each step."""
        return {name: number for number, name in enumerate(self.network.steps)}

    def step_of(self, rule: int) -> int:
        """The step that a rule is of."""
        return bisect_right(self.network.first_rule, rule) - 1

    def taken(self, claim: str) -> str:
        """The name of the speaker on whose side a claim is granted or set aside; empty where the
        reader did so, or nobody."""
        if claim not in self.given.of_side:
            return ""
        return self.map.speakers[self.given.speaker].name

    def positions(self) -> dict[str, Status]:
        """The status of each position."""
        return {claim.id: self.statuses[claim.id] for claim in self.map.positions}


def evaluate(
    found: ArgMap,
    policy: Policy = Policy.BALANCED,
    given: Given = NOTHING,
    network: Network | None = None,
) -> Evaluation:
    """What stands. Linear in the size of the map; `network` spares building it again.

    >>> import argmap
    >>> doc = argmap.loads("#t: It rains.\\n  - #n\\n#n: The street is dry.")
    >>> evaluate(doc.map).statuses["t"].value, evaluate(doc.map).statuses["n"].value
    ('rejected', 'stands')
    >>> evaluate(doc.map, given=Given.of(aside=["n"])).statuses["t"].value
    'stands'
    """
    network = network or Network.of(found)
    if given:
        numbers = {name: number for number, name in enumerate(network.claims)}
        aside = {numbers[name] for name in given.aside if name in numbers}
        granted = {numbers[name] for name in given.granted if name in numbers}
    else:
        aside, granted = set(), set()
    silent = outranked(found, network, given.audience)
    flat = flatten(network, policy, aside, granted, silent)
    return Evaluation(found, policy, given, network, flat, grounded(flat.framework))
