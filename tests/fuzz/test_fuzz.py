"""A short run of each target, the same one each time; `python -m tests.fuzz` does it for long."""

from __future__ import annotations

import random

import pytest
from fuzz import guard, targets
from fuzz.mutating import mutated
from hypothesis import given, settings
from hypothesis import strategies as st

SEEDS = 60
CHANGES = 120


@pytest.mark.parametrize("name", targets.names())
def test_the_corpus_and_some_changes_of_it(name: str) -> None:
    target, corpus, dice = targets.target(name), targets.corpus(name), random.Random(name)
    for data in [*targets.kept(name), *dice.sample(corpus, min(SEEDS, len(corpus)))]:
        guard.watched(target.run, data)
    for _ in range(CHANGES):
        data = mutated(dice.choice(corpus), target.WORDS, corpus, dice)
        guard.watched(target.run, data)


@pytest.mark.parametrize("name", [name for name in targets.names() if targets.target(name).WORDS])
@settings(max_examples=settings().max_examples // 2)
@given(st.data())
def test_words_that_mean_something(name: str, data: st.DataObject) -> None:
    target = targets.target(name)
    piece = st.sampled_from(target.WORDS) | st.text(max_size=4).map(_encoded)
    guard.watched(target.run, b"".join(data.draw(st.lists(piece, max_size=30))))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
