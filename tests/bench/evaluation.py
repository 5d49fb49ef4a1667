"""`python -m tests.bench.evaluation`: what it costs to tell what stands, on maps of 1,000 to
100,000 claims, without reading them; and how that grows."""

from __future__ import annotations

import argparse
import math
import random
import statistics
import time
from collections.abc import Callable

from argmap.document import Document
from argmap.evaluation import Given, Policy, evaluate
from argmap.evaluation.strength import strengths
from argmap.evaluation.why import Why
from argmap.model.argmap import ArgMap

SIZES = (1_000, 10_000, 100_000)


def made(claims: int) -> Document:
    """A map of so many claims with about as many steps: reasons, objections, contradictions,
    undercuts, linked premises; the same for the same number."""
    rnd = random.Random(1)
    lines = [f"#c{number}: Claim {number}." for number in range(claims)]
    for number in range(1, claims):
        near = rnd.randrange(max(0, number - 40), number)
        kind = rnd.random()
        name = f" {{#s{number}}}"
        if kind < 0.5:
            lines.append(f"#c{number} +> #c{near}{name}")
        elif kind < 0.78:
            lines.append(f"#c{number} -> #c{near}{name}")
        elif kind < 0.82:
            lines.append(f"#c{number} >< #c{near}{name}")
        elif kind < 0.92 and near:
            lines.append(f"#c{number} _> #s{near}{name}")
        else:
            other = rnd.randrange(max(0, number - 40), number)
            arrow = "+>" if other != near else "->"
            lines.append(f"#c{number} & #c{other} {arrow} #c{near if near != other else number - 1}"
                         f"{name}")  # fmt: skip
    return Document.of("\n".join(lines) + "\n")


def timed(run: Callable[[], object], runs: int) -> tuple[float, float]:
    """Median seconds of wall and of processor time."""
    wall: list[float] = []
    cpu: list[float] = []
    for _ in range(runs):
        start, used = time.perf_counter(), time.process_time()
        run()
        wall.append(time.perf_counter() - start)
        cpu.append(time.process_time() - used)
    return statistics.median(wall), statistics.median(cpu)


def tasks(found: ArgMap) -> dict[str, Callable[[], object]]:
    names = [*found.claims]
    given = Given.of(names[: len(names) // 10])
    whole = evaluate(found)
    decided = [name for name, status in whole.statuses.items() if status != "contested"]
    return {
        "balanced": lambda: evaluate(found).statuses,
        "strict": lambda: evaluate(found, Policy.STRICT).statuses,
        "lenient": lambda: evaluate(found, Policy.LENIENT).statuses,
        "a tenth set aside": lambda: evaluate(found, given=given).statuses,
        "why, of one claim": lambda: [*Why(whole, decided[0]).rows()],
        "strength": lambda: strengths(whole),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.evaluation", description=__doc__)
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="claims, by commas")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    last: dict[str, tuple[int, float]] = {}
    print(f"{'':<20}{'claims':>8}{'steps':>8}{'wall s':>9}{'cpu s':>9}{'growth':>8}")
    for size in map(int, args.sizes.split(",")):
        found = made(size).map
        for name, run in tasks(found).items():
            wall, cpu = timed(run, args.runs)
            before = last.get(name)
            growth = ""
            if before and cpu > 0 and before[1] > 0:
                growth = f"{math.log(cpu / before[1]) / math.log(size / before[0]):.2f}"
            print(f"{name:<20}{len(found.claims):>8}{len(found.steps):>8}{wall:>9.4f}{cpu:>9.4f}"
                  f"{growth:>8}")  # fmt: skip
            last[name] = (size, cpu)


if __name__ == "__main__":
    main()
