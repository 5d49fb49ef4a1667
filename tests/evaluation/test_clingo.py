"""Extensions of generated frameworks of up to 200 arguments, as clingo lists them.

`ARGMAP_FRAMEWORKS=200 ARGMAP_EXTENSIONS=10000` tries more of them, up to so many extensions.
"""

from __future__ import annotations

import os
import random

import pytest

from argmap.evaluation.extensions import TooMany, extensions
from argmap.evaluation.framework import Framework
from tests.evaluation.answers import by_clingo

pytest.importorskip("clingo", reason="needs clingo, which the extra `test` brings")

COUNT = int(os.environ.get("ARGMAP_FRAMEWORKS", "21"))
CAP = int(os.environ.get("ARGMAP_EXTENSIONS", "500"))


def made(seed: int) -> tuple[int, list[tuple[int, int]]]:
    """Three kinds: any two arguments, neighbours, and many mutual attacks."""
    random_ = random.Random(seed)
    size = random_.randint(10, 200)
    kind = ("any", "near", "mutual")[seed % 3]
    degree = random_.choice((0.7, 1, 1.5, 2, 3, 5, 8))
    pairs: set[tuple[int, int]] = set()
    for _ in range(int(size * degree)):
        first = random_.randrange(size)
        second = random_.randrange(size)
        if kind == "near":
            second = min(size - 1, max(0, first + random_.randint(-5, 5)))
        pairs.add((first, second))
        if kind == "mutual" and random_.random() < 0.3:
            pairs.add((second, first))
    return size, sorted(pairs)


@pytest.mark.parametrize("seed", range(COUNT))
def test_clingo_agrees(seed: int) -> None:
    size, pairs = made(seed)
    framework = Framework.of_pairs(size, pairs)
    assert set(extensions(framework, "GR")) == by_clingo(size, pairs, "GR", 1)
    for semantics in ("CO", "PR", "ST"):
        wanted = by_clingo(size, pairs, semantics, CAP)
        try:
            found = extensions(framework, semantics, CAP)
        except TooMany:
            assert wanted is None
            continue
        assert len(found) == len(wanted or ())
        assert set(found) == wanted
