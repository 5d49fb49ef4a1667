"""Runs commands in processes of their own: user and system time, wall time, peak memory."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

STARTER = Path(__file__).with_name("starter.py")
LIMIT = 600
"""Seconds after which a command is ended."""

Command = Sequence[str]


class Cost(NamedTuple):
    """Seconds of user, system and wall time, and MiB at the peak: medians of several runs.
    `code` is the exit code of the last one, below 0 the signal that ended it."""

    user: float
    system: float
    wall: float
    memory: float
    code: int = 0

    @property
    def cpu(self) -> float:
        return self.user + self.system


def python(*arguments: str) -> list[str]:
    """The command that runs this Python so."""
    return [sys.executable, *arguments]


def argmap(*arguments: str) -> list[str]:
    return python("-m", "argmap", *arguments)


def measure(command: Command, runs: int) -> Cost:
    """The cost of a command, in the checkout."""
    return together([command], runs)[0]


def together(commands: Sequence[Command], runs: int) -> list[Cost]:
    """The costs of several commands run in turns, so that a slow moment of the machine meets all
    of them."""
    found: list[list[Cost]] = [[] for _ in commands]
    for _ in range(runs):
        for costs, command in zip(found, commands, strict=True):
            costs.append(once(command))
    return [median(costs) for costs in found]


def median(costs: Sequence[Cost]) -> Cost:
    rows = [*zip(*costs, strict=True)]
    return Cost(*(statistics.median(row) for row in rows[:4]), code=costs[-1].code)


def once(command: Command) -> Cost:
    """One run. A small program starts it: a process begins with the peak of the one that it comes
    from, and this one may hold large texts."""
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(STARTER), str(LIMIT), *command],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Cost(**json.loads(done.stdout))
