"""What stands, in words: a line for each claim, and the tree that an explanation is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from argmap.cli.drawing import ASCII, DRAWN, Drawing, wrapped
from argmap.cli.paint import Paint
from argmap.document import Document
from argmap.evaluation.contested import Cluster, clusters
from argmap.evaluation.standing import MARKS, Evaluation, Status
from argmap.evaluation.telling import line
from argmap.evaluation.why import Row, Why
from argmap.views import outline
from argmap.visible import visible

COLOURS = {
    Status.STANDS: "green",
    Status.REJECTED: "red",
    Status.UNSUPPORTED: "cyan",
    Status.CONTESTED: "yellow",
    Status.ASIDE: "dim",
}
PLAIN = {
    Status.STANDS: "v",
    Status.REJECTED: "x",
    Status.UNSUPPORTED: "o",
    Status.CONTESTED: "?",
    Status.ASIDE: "/",
}
BECAUSE = {
    "premise": "(falls with its premise)",
    "undercut": "(undercut)",
    "opposite": "(outweighed)",
    "audience": "(counts less for this audience)",
}
SHORT = 60
BRIEF = 8
"""Claims of one coherent position, beyond which they are told in short."""


class Shown:
    """Shows claims of one document under one evaluation."""

    def __init__(
        self,
        document: Document,
        evaluation: Evaluation,
        paint: Paint,
        *,
        cells: int = 80,
        ids: bool = False,
        plain: bool = False,
    ) -> None:
        self.document = document
        self.evaluation = evaluation
        self.paint = paint
        self.cells = cells
        self.ids = ids
        self.plain = plain

    def mark(self, status: Status) -> str:
        return self.paint((PLAIN if self.plain else MARKS)[status], COLOURS[status], "bold")

    def words(self, claim: str) -> str:
        """What a claim says, in quotation marks and short."""
        told = self.document.wording(claim)
        if len(told) > SHORT:
            told = told[: SHORT - 1].rsplit(" ", 1)[0] + "…"
        return f"“{visible(told, keep='')}”" + (f" (#{claim})" if self.ids else "")

    def label(self, claim: str, *, who: bool = True) -> str:
        """A claim in full: its words, who holds it."""
        found = self.document.map
        parts = [f"#{claim}"] if self.ids else []
        parts.append(self.document.wording(claim))
        if who and (names := ", ".join(found.speakers[one].name for one in found.holders(claim))):
            parts.append(f"[{names}]")
        return visible(" ".join(parts), keep="")

    def told(self, claims: Sequence[str]) -> Iterator[str]:
        """Each claim with its status, and below it why."""
        for claim in claims:
            status = self.evaluation.statuses[claim]
            yield from self.hung(f"{self.mark(status)} ", 2, self.label(claim))
            reason = visible(line(self.evaluation, claim, self.words), keep="")
            yield from self.hung("  ", 2, f"{_named(status)}: {reason}")

    def hung(self, head: str, indent: int, text: str) -> Iterator[str]:
        for at, part in enumerate(wrapped(text, max(20, self.cells - indent))):
            yield (head if not at else " " * indent) + part

    def counted(self) -> str:
        """How many claims have which status."""
        statuses = self.evaluation.statuses
        counts = Counter(statuses.values())
        told = [f"{counts[status]} {_many(status, counts[status])}"
                for status in Status if counts[status]]  # fmt: skip
        claims = f"{len(statuses)} claim{'s' * (len(statuses) != 1)}"
        return f"{claims}: {', '.join(told)}" if told else "there is no claim"

    def tree(self) -> Iterator[str]:
        """The argument tree with what became of each claim."""
        options = outline.Options()
        walk = outline.Walk(self.document, options)
        for group in outline.groups(self.document, options):
            for root in group.roots:
                yield from self._drawn(walk.below(root))

    def _drawn(self, rows: Iterator[outline.Row]) -> Iterator[str]:
        drawing = Drawing(ASCII if self.plain else DRAWN, self.cells, self.paint)

        def text(row: outline.Row) -> str:
            status = self.evaluation.statuses[row.claim]
            note = " (undercut)" if row.role in ("", "last") and self._undercut(row.step) else ""
            note += " (leads back to itself)" if row.ring else " (see above)" if row.again else ""
            return f"{self.mark(status)} {self.label(row.claim)}{note}"

        return drawing.draw(rows, text)

    def _undercut(self, step: str) -> bool:
        """Whether a step is defeated though all its premises stand."""
        if self.evaluation.activity.get(step) != "defeated":
            return False
        statuses = self.evaluation.statuses
        return all(statuses[one] == Status.STANDS for one in self.document.map.steps[step].premises)

    def why(self, claim: str) -> Iterator[str]:
        """A claim's status, the line on it, and the part of the map that it rests on."""
        yield from self.told([claim])
        if self.evaluation.statuses[claim] == Status.CONTESTED:
            yield from self._open(claim)
            return
        rows = [*Why(self.evaluation, claim).rows()]
        notes: dict[int, str] = {}
        shown = [*chain.from_iterable(_as_rows(row, more, notes) for row, more in _more(rows))]
        drawing = Drawing(ASCII if self.plain else DRAWN, self.cells, self.paint)
        drawing.columns.append("")  # the claim itself stands above already
        # rows are equal where they say the same, so notes go by their order
        numbers = iter(range(len(shown)))

        def text(row: outline.Row) -> str:
            note = notes.get(next(numbers), "")
            again = " (see above)" if row.again else ""
            status = self.evaluation.statuses[row.claim]
            return f"{self.mark(status)} {self.label(row.claim)}{note}{again}"

        yield from drawing.draw(shown, text)

    def _open(self, claim: str) -> Iterator[str]:
        cluster = next(one for one in clusters(self.evaluation) if claim in one.claims)
        many = len(cluster.readings or ())
        if either := cluster.either_way(claim):
            yield f"  It {either} either way: in every coherent position."
        elif many:
            yield f"  It stands in {cluster.stand[claim]} of {many} coherent positions."
        yield from self.cluster(cluster)

    def cluster(self, cluster: Cluster) -> Iterator[str]:
        """The coherent positions of a cluster: what all of them share, and where they differ."""
        readings = cluster.readings
        many = len(cluster.claims)
        start = (
            "This hangs on itself alone" if many == 1 else f"{many} contested claims hang together"
        )
        if readings is None:
            yield f"  {start}, too tangled to list the coherent positions."
            return
        yield f"  {start}; coherent positions: {len(readings)}"
        if len(readings) > 1:
            shared = [
                tuple(name for name in cluster.claims if counts[name] == len(readings))
                for counts in (cluster.stand, cluster.fall)
            ]
            if any(shared):
                yield "  In each of them:"
                yield from self._sides(*shared)
        else:
            shared = [(), ()]
        same = {*shared[0], *shared[1]}
        for number, one in enumerate(readings, 1):
            yield f"  {number}."
            stand, fall = (
                tuple(name for name in names if name not in same) for names in (one.stand, one.fall)
            )
            yield from self._sides(stand, fall)
            if not one.stand and not one.fall:
                yield "     everything stays open"

    def _sides(self, stand: Sequence[str], fall: Sequence[str]) -> Iterator[str]:
        """What stands, then what falls: a line each, or where these are many in one paragraph."""
        brief = len(stand) + len(fall) > BRIEF
        for status, names in ((Status.STANDS, stand), (Status.REJECTED, fall)):
            head = f"     {self.mark(status)} "
            if brief and names:
                yield from self.hung(head, 7, ", ".join(self.words(name) for name in names))
                continue
            for name in names:
                yield from self.hung(head, 7, self.label(name))


def _named(status: Status) -> str:
    return {Status.STANDS: "stands in this map", Status.REJECTED: "rejected in this map"}.get(
        status, str(status)
    )


def _many(status: Status, count: int) -> str:
    """`1 stands`, `2 stand`."""
    return "stand" if status == Status.STANDS and count != 1 else str(status)


def _more(rows: Sequence[Row]) -> list[tuple[Row, bool]]:
    """Each row with whether another one follows under the same parent."""
    open_at: dict[int, bool] = {}
    found: list[tuple[Row, bool]] = []
    for row in reversed(rows):
        found.append((row, open_at.get(row.depth, False)))
        open_at[row.depth] = True
        open_at.pop(row.depth + 1, None)
    return found[::-1]


def _as_rows(row: Row, more: bool, notes: dict[int, str]) -> Iterator[outline.Row]:
    """A step as rows of the tree, one for each premise; `notes` gets what is said of it."""
    last = len(row.premises) - 1
    for at, premise in enumerate(row.premises):
        role = "" if not last else "first" if not at else "middle" if at < last else "last"
        if at == last and row.because:
            notes[len(notes)] = f" {BECAUSE[row.because]}"
        else:
            notes[len(notes)] = ""
        again = row.again and at == last
        yield outline.Row(row.depth + 1, "" if at else row.sign, premise, row.step, role, more,
                          again)  # fmt: skip
