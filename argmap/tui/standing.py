"""What stands in the open map, and what the reader takes for given: a layer that is never written
into the file unless that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from argmap.cells import cut, width
from argmap.document import Document
from argmap.evaluation.policy import Given, Policy
from argmap.evaluation.saved import WhatIf
from argmap.evaluation.sides import Differs
from argmap.evaluation.standing import MARKS, Evaluation, Status, evaluate
from argmap.model.argmap import ArgMap
from argmap.tui.paint import Piece, shown

if TYPE_CHECKING:
    from argmap.tui.desk import Desk

STYLES = {
    Status.STANDS: "support",
    Status.REJECTED: "attack",
    Status.UNSUPPORTED: "dim",
    Status.CONTESTED: "contradict",
    Status.ASIDE: "dim",
}
SHORT = 60


class Made(NamedTuple):
    """An evaluation, and what it was made of."""

    map: ArgMap
    layer: WhatIf
    evaluation: Evaluation


@dataclass
class Standing:
    """`on`: statuses are shown. `flipped` are the claims whose status the last change changed,
    besides those that it set aside itself."""

    on: bool = False
    layer: WhatIf = field(default_factory=WhatIf)
    flipped: tuple[Differs, ...] = ()
    _made: Made | None = None

    @property
    def policy(self) -> Policy:
        return Policy(self.layer.policy or Policy.BALANCED)

    def evaluation(self, document: Document) -> Evaluation:
        """What stands now; made anew where the map or the layer changed."""
        made = self._made
        if made is not None and made.map is document.map and made.layer == self.layer:
            return made.evaluation
        self.layer = self._known(document)
        evaluation = evaluate(document.map, self.policy, self.given(document))
        self.flipped = ()
        if made is not None:
            meant = set(made.layer.without) ^ set(self.layer.without)
            flips = _flipped(made.evaluation, evaluation)
            self.flipped = tuple(one for one in flips if one.claim not in meant)
        self._made = Made(document.map, self.layer, evaluation)
        return evaluation

    def given(self, document: Document) -> Given:
        return self.layer.given(document)

    def _known(self, document: Document) -> WhatIf:
        """The layer without what an edit took out of the map."""
        found = document.map
        layer = self.layer
        return replace(
            layer,
            without=tuple(name for name in layer.without if name in found.claims),
            grant=tuple(name for name in layer.grant if name in found.claims),
            speaker=layer.speaker if layer.speaker in found.speakers else "",
        )


def _flipped(before: Evaluation, after: Evaluation) -> tuple[Differs, ...]:
    """The claims that both have, whose status differs."""
    old = before.statuses
    return tuple(
        Differs(claim, old[claim], status)
        for claim, status in after.statuses.items()
        if claim in old and old[claim] != status
    )


def mark(desk: Desk, claim: str) -> list[Piece]:
    """The sign of a claim's status, where statuses are shown."""
    if not desk.standing.on or claim not in desk.document.map.claims:
        return []
    status = desk.standing.evaluation(desk.document).statuses[claim]
    return [Piece(f"{MARKS[status]} ", f"{STYLES[status]} bold")]


def sign(desk: Desk, claim: str, room: int) -> Piece | None:
    """A claim's status by sign and word, in at most so many cells, where statuses are shown."""
    if not desk.standing.on or claim not in desk.document.map.claims:
        return None
    status = desk.standing.evaluation(desk.document).statuses[claim]
    told = f" {MARKS[status]} {status} "
    if width(told) > room:
        told = cut(f"{MARKS[status]} {status}", room)
    return Piece(told, f"{STYLES[status]} bold")


def words(desk: Desk, claim: str) -> str:
    told = shown(desk.document.wording(claim))
    return f"“{told if len(told) <= SHORT else told[: SHORT - 1] + '…'}”"


def footer(desk: Desk) -> str:
    """The policy and what is taken for given, in few words; empty where statuses are hidden."""
    standing = desk.standing
    if not standing.on:
        return ""
    layer = standing.layer
    told = [str(standing.policy)]
    if layer.without:
        told.append(f"{len(layer.without)} set aside")
    if layer.grant:
        told.append(f"{len(layer.grant)} granted")
    if layer.speaker:
        told.append(f"as {shown(layer.speaker)[:12]}")
    if layer.audience:
        told.append("for an audience")
    return f" {', '.join(told)} "


def told(desk: Desk, claim: str) -> str:
    """A claim's status and why, in a line."""
    from argmap.evaluation.telling import line

    evaluation = desk.standing.evaluation(desk.document)
    status = evaluation.statuses[claim]
    in_map = " in this map" if status in (Status.STANDS, Status.REJECTED) else ""
    reason = shown(line(evaluation, claim, lambda one: words(desk, one)))
    return f"{MARKS[status]} {status}{in_map}: {reason}"


class Because(NamedTuple):
    """A line of an explanation: a claim one can go to, empty for mere words."""

    claim: str
    text: str


SAID = {
    "premise": ", falls with its premise",
    "undercut": ", undercut",
    "opposite": ", outweighed",
    "audience": ", counts less for this audience",
}


def because(desk: Desk, claim: str) -> Iterator[Because]:
    """What the status of a claim rests on: steps, or coherent positions where it is contested."""
    from argmap.evaluation.contested import clusters
    from argmap.evaluation.why import Why

    evaluation = desk.standing.evaluation(desk.document)
    statuses = evaluation.statuses
    if statuses[claim] != Status.CONTESTED:
        for row in Why(evaluation, claim).rows():
            for at, premise in enumerate(row.premises):
                sign = row.sign if not at else "&"
                last = at == len(row.premises) - 1
                note = SAID.get(row.because, "") * last + " (see above)" * (row.again and last)
                text = f"{'  ' * row.depth}{sign} {MARKS[statuses[premise]]} "
                yield Because(premise, text + shown(desk.document.wording(premise)) + note)
        return
    cluster = next(one for one in clusters(evaluation) if claim in one.claims)
    if cluster.readings is None:
        yield Because("", f"{len(cluster.claims)} claims hang together here, too tangled to list "
                      "their coherent positions")  # fmt: skip
        return
    if either := cluster.either_way(claim):
        yield Because("", f"it {either} either way, in every coherent position")
    else:
        many = len(cluster.readings)
        yield Because("", f"it stands in {cluster.stand[claim]} of {many} coherent positions")
    for number, reading in enumerate(cluster.readings, 1):
        yield Because("", f"coherent position {number} of {len(cluster.readings)}")
        for status, names in ((Status.STANDS, reading.stand), (Status.REJECTED, reading.fall)):
            for name in names:
                yield Because(name, f"  {MARKS[status]} {shown(desk.document.wording(name))}")
