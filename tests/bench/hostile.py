"""What `check` costs on texts that are made to be slow, beside Argdown where it has such ones."""

from __future__ import annotations

from tests.bench import peers
from tests.bench.asked import Asked
from tests.bench.debates import as_argdown, as_argmap
from tests.bench.made import article
from tests.bench.measure import argmap, measure, together
from tests.bench.rows import Part, Row

MANY = (100_000, 1_000_000, 10_000_000)
DEEP = (100, 1_000, 10_000)
BLOCKS = (30_000, 300_000)

TEXTS = {
    "[ ×n": lambda size: "[" * size,
    "{ ×n": lambda size: "{" * size,
    "]{ ×n": lambda size: "]{" * (size // 2),
    "unclosed quotes": lambda size: '[a]{claim note="b} ' * (size // 19),
    "open remarks": lambda size: "{>> a " * (size // 6),
    "one line": lambda size: article(size).partition("\n\n")[2].replace("\n", " "),
    "nested marks": lambda size: "[" * (size // 12) + "]{claim @a} " * (size // 12),
}


def outline(deep: int) -> str:
    """A claim with a reason with a reason …; as long as it is deep, but for the blanks."""
    return "#c0: A claim.\n" + "".join(f"{' ' * n}+ Reason {n}.\n" for n in range(1, deep))


def argdown_outline(deep: int) -> str:
    return "[c0]: A claim.\n" + "".join(f"{' ' * n}+ [r{n}]: Reason {n}.\n" for n in range(1, deep))


def run(asked: Asked) -> list[Part]:
    argdown = peers.argdown()
    started = measure(argmap("--version"), asked.runs + 2).user
    rows = []
    for name, made in TEXTS.items():
        for size in MANY:
            file = asked.file(f"{name.replace(' ', '')}{size}.argmap", made(size))
            cost = measure(argmap("check", file), 1)
            rows.append(Row(name, f"{size // 1000:,} KB", size, cost, aim="growth <= 1.10"))
    for name, counts, mine, theirs in (
        ("nesting", DEEP, outline, argdown_outline),
        ("blocks", BLOCKS, as_argmap, as_argdown),
    ):
        for count in counts:
            commands = [argmap("check", asked.file(f"{name}{count}.argmap", mine(count)))]
            if argdown:
                other = asked.file(f"{name}{count}.argdown", theirs(count))
                commands.append([*argdown, *peers.VALIDATE, other])
            costs = [*together(commands, 1), None]
            assert costs[0]
            rows.append(Row(name, f"{count:,}", count, costs[0], "Argdown" if argdown else "",
                            costs[1], "works"))  # fmt: skip
    return [Part("Hostile texts: check", rows, started)]
