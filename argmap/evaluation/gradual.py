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
    """Where `pull` draws values in a circle: `ds/dt = pull(s) - s` by the Runge-Kutta method until
    nothing changes any more; and whether it came to that."""
    now = list(start)

    def slope(at: Sequence[float]) -> list[float]:
        return [new - old for new, old in zip(pull(at), at, strict=True)]

    def ahead(by: float, along: Sequence[float]) -> list[float]:
        return [value + by * one for value, one in zip(now, along, strict=True)]

    for _ in range(rounds):
        first = slope(now)
        if max(map(abs, first), default=0.0) < ENOUGH:
            return now, True
        second = slope(ahead(STEP / 2, first))
        third = slope(ahead(STEP / 2, second))
        fourth = slope(ahead(STEP, third))
        now = [
            value + STEP / 6 * (a + 2 * b + 2 * c + d)
            for value, a, b, c, d in zip(now, first, second, third, fourth, strict=True)
        ]
    return now, False
