"""Abstract frameworks as files: arguments with names, and attacks between them.

A framework that is read becomes a map of claims and attacks. A map that is written is the plain
framework it says where it has only claims and attacks by single claims; otherwise it is the one
that argmap evaluates, in which steps are arguments as well, and "not" of a claim is one, and so
on (`argmap.evaluation.flatten`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from argmap.document import Document
from argmap.evaluation import kinds
from argmap.evaluation.flatten import flatten
from argmap.evaluation.framework import Framework
from argmap.evaluation.network import Network
from argmap.evaluation.policy import Policy
from argmap.formats.counting import MAP
from argmap.formats.graph import Claim, Graph, Step
from argmap.formats.ledger import Ledger
from argmap.formats.malformed import Malformed
from argmap.syntax.names import fault

CARRIES = MAP | {"undercuts", "contradictions", "linked steps"}
OPTIONS = ("policy",)
HELPERS = {
    kinds.NOT: "not",
    kinds.JOINT: "joint",
    kinds.NO_REASON: "no-reason",
    kinds.SOME_REASON: "some-reason",
    kinds.NO_OBJECTION: "no-objection",
    kinds.SOME_OBJECTION: "some-objection",
    kinds.OPEN: "open",
    kinds.CLOSED: "closed",
    kinds.PROOF: "proof",
}


class Abstract(NamedTuple):
    """Names of the arguments, and attacks as pairs of their numbers, each once."""

    names: Sequence[str]
    attacks: Sequence[tuple[int, int]]

    @property
    def framework(self) -> Framework:
        return Framework.of_pairs(len(self.names), self.attacks)


class Reader:
    """Collects arguments and attacks of a file; says where one is wrong."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.attacks: dict[tuple[int, int], None] = {}

    def argument(self, name: str, line: int, column: int) -> None:
        if name in self.numbers:
            raise Malformed(f"the argument `{name[:60]}` is named twice", line, column)
        self.numbers[name] = len(self.numbers)

    def attack(self, first: str, second: str, line: int, columns: tuple[int, int]) -> None:
        for name, column in zip((first, second), columns, strict=True):
            if name not in self.numbers:
                hint = "Name every argument before the attacks."
                raise Malformed(f"there is no argument `{name[:60]}`", line, column, hint)
        self.attacks[self.numbers[first], self.numbers[second]] = None

    def done(self) -> Abstract:
        return Abstract(tuple(self.numbers), tuple(self.attacks))


def graph(found: Abstract, ledger: Ledger) -> Graph:
    """The framework as claims and attacks, an argument that attacks itself without that."""
    own = [(a, b) for a, b in found.attacks if a == b]
    ledger.met("arguments", len(found.names))
    ledger.met("attacks", len(found.attacks))
    for a, _ in own:
        why = "a claim cannot be an objection to itself"
        ledger.dropped("attacks", why, example=found.names[a])
    claims = tuple(
        Claim(str(at), name, name=name if not fault(name) else "", unit="arguments")
        for at, name in enumerate(found.names)
    )
    steps = tuple(
        Step(f"{a}>{b}", "attack", (str(a),), str(b), unit="attacks")
        for a, b in found.attacks
        if a != b
    )
    return Graph(claims, steps)


def of_document(document: Document, policy: Policy = Policy.BALANCED) -> Abstract:
    """The framework of a map: what it says itself, or else what it is evaluated as."""
    steps = document.map.steps.values()
    network = Network.of(document.map)
    plain = all(step.kind in ("attack", "contradict") for step in steps)
    if plain and not network.demands and all(len(step.premises) == 1 for step in steps):
        return _plain(document)
    found = flatten(network, policy)
    names = [_name(network, *found.about(number)) for number in range(len(found.framework))]
    pairs = zip(found.framework.sources, found.framework.targets, strict=True)
    return Abstract(_apart(names), tuple(pairs))


def _plain(document: Document) -> Abstract:
    numbers = {name: at for at, name in enumerate(document.map.claims)}
    pairs: dict[tuple[int, int], None] = {}
    for step in document.map.steps.values():
        first, second = numbers[step.premises[0]], numbers[step.target]
        pairs[first, second] = None
        if step.kind == "contradict":
            pairs[second, first] = None
    return Abstract(tuple(numbers), tuple(pairs))


def _name(network: Network, kind: int, of: int) -> str:
    """What an argument is called: a claim by its id, all else by what it is and a number."""
    if kind == kinds.CLAIM:
        return network.claims[of]
    if kind == kinds.RULE:
        return f"step-{of + 1}"
    owner = network.claims[of] if of < len(network.claims) else f"joint-{of + 1}"
    if kind in (kinds.OPEN, kinds.CLOSED):
        owner = f"step-{of + 1}"
    if kind == kinds.JOINT:
        return owner
    return f"{HELPERS[kind]}-{owner}"


def _apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names, those that are taken with a number behind them."""
    found: dict[str, None] = {}
    for name in names:
        unique, count = name, 1
        while unique in found:
            count += 1
            unique = f"{name}-{count}"
        found[unique] = None
    return tuple(found)


def carried(document: Document, ledger: Ledger, policy: str) -> Abstract:
    """The framework to be written; steps that become arguments of their own are accounted for."""
    found = of_document(document, Policy(policy))
    if len(found.names) > len(document.map.claims):
        told: dict[str, int] = {}
        units = {"support": "supports", "attack": "attacks", "undercut": "undercuts",
                 "contradict": "contradictions"}  # fmt: skip
        for step in document.map.steps.values():
            told[units[step.kind]] = told.get(units[step.kind], 0) + 1
        why = f"steps are arguments here, weighed by the policy {policy}"
        for unit, count in told.items():
            ledger.changed(unit, why, count=count)
    return found
