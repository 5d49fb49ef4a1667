"""Strengths from 0 to 1 instead of labels: how a base value is moved by attackers and supporters.

DF-QuAD: Rago, Toni, Aurisicchio, Baroni 2016. Quadratic energy: Potyka 2018. Euler-based: Amgoud
and Ben-Naim 2017. h-categoriser (weighted): Besnard and Hunter 2001; Amgoud and others 2017.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp, prod

Influence = Callable[[float, Sequence[float], Sequence[float]], float]
"""From a base value and the strengths of attackers and of supporters to a strength."""

STEP = 0.1
ENOUGH = 1e-9
OFF = 0.03
"""Of what a step moves, so much may be wrong: it only finds the way to where values rest."""
ROUNDS = 3_000


def dfquad(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    against = 1 - prod(1 - one for one in attackers)
    speaks = 1 - prod(1 - one for one in supporters)
    if against >= speaks:
        return base - base * (against - speaks)
    return base + (1 - base) * (speaks - against)


def energy(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    pull = sum(supporters) - sum(attackers)
    moved = pull * pull / (1 + pull * pull)
    return base + (1 - base) * moved if pull > 0 else base - base * moved


def euler(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    pull = sum(supporters) - sum(attackers)
    return 1 - (1 - base * base) / (1 + base * exp(min(pull, 700.0)))


def categoriser(base: float, attackers: Iterable[float], supporters: Iterable[float]) -> float:
    """Objections only; reasons change nothing."""
    del supporters
    return base / (1 + sum(attackers))


MODELS: dict[str, Influence] = {
    "dfquad": dfquad,
    "energy": energy,
    "euler": euler,
    "categoriser": categoriser,
}


def settled(
    start: Sequence[float], pull: Callable[[Sequence[float]], Sequence[float]], rounds: int = ROUNDS
) -> tuple[list[float], bool]:
    """Where `pull` draws values in a circle: `ds/dt = pull(s) - s`, followed until nothing changes
    any more; and whether it came to that.

    By the method of Bogacki and Shampine (1989), each step as long as its error stays a small part
    of what it moves: near the end, where values only close in, steps become some ten times longer
    than at first.
    """

    def slope(at: Sequence[float]) -> list[float]:
        return [new - old for new, old in zip(pull(at), at, strict=True)]

    now, step = list(start), STEP
    first = slope(now)
    for _ in range(rounds):
        speed = max(map(abs, first), default=0.0)
        if speed < ENOUGH:
            return now, True
        second = slope(_ahead(now, (step / 2, first)))
        third = slope(_ahead(now, (step * 3 / 4, second)))
        then = _ahead(now, (step * 2 / 9, first), (step / 3, second), (step * 4 / 9, third))
        fourth = slope(then)
        error = max(
            abs(-5 / 72 * a + b / 12 + c / 9 - d / 8)
            for a, b, c, d in zip(first, second, third, fourth, strict=True)
        )
        if error <= OFF * speed:
            now, first = then, fourth
        step *= min(2.0, max(0.3, 0.9 * (OFF * speed / error) ** 0.5 if error else 2.0))
    return now, False


def _ahead(now: Sequence[float], *moves: tuple[float, Sequence[float]]) -> list[float]:
    """Values moved along some slopes."""
    found = list(now)
    for by, along in moves:
        found = [value + by * one for value, one in zip(found, along, strict=True)]
    return found
