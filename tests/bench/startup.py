"""What commands cost on a small file, beside a bare Python and Argdown."""

from __future__ import annotations

from tests.bench import peers
from tests.bench.asked import Asked
from tests.bench.debates import as_argdown
from tests.bench.made import article
from tests.bench.measure import Cost, argmap, python, together
from tests.bench.rows import Part, Row

COMMANDS = {
    "--version": (["--version"], ("--version",)),
    "check": (["check"], peers.VALIDATE),
    "tree": (["tree"], peers.JSON),
    "export yaml": (["export", "-f", "yaml"], peers.JSON),
    "export dot": (["export", "-f", "dot"], peers.DOT),
}
"""Each with what it is compared with."""


def run(asked: Asked) -> list[Part]:
    """Half as many claims, but as many bytes, are in the file for Argdown."""
    mine = asked.file("small.argmap", article(10_000))
    other = asked.file("small.argdown", as_argdown(100))
    argdown = peers.argdown()
    commands = [python("-c", "pass")]
    for name, (words, theirs) in COMMANDS.items():
        commands.append(argmap(*words, *([mine] if name != "--version" else [])))
        if argdown:
            commands.append([*argdown, *theirs, *([other] if name != "--version" else [])])
    bare, *costs = together(commands, asked.runs + 2)
    rows = []
    for name in COMMANDS:
        cost = costs.pop(0)
        peer = costs.pop(0) if argdown else None
        rows += _rows(name, cost, bare, peer)
    return [Part("On 10 KB", [Row("python -c pass", "", 0, bare), *rows])]


def _rows(name: str, cost: Cost, bare: Cost, peer: Cost | None) -> list[Row]:
    beside = [Row(name, "", 0, cost, "Argdown", peer, "< 0.20")] if peer else []
    aim = "<= 8" if name == "check" else ""
    return [*beside, Row(name, "", 0, cost, "bare Python", bare, aim)]
