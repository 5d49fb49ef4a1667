"""Extensions against brute force; explanations against an independent verifier."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation import problems
from argmap.evaluation.extensions import TooMany, extensions
from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import IN, OUT, grounded
from argmap.evaluation.why import needed
from tests.evaluation import brute

Pairs = list[tuple[int, int]]


@st.composite
def frameworks(draw: st.DrawFn, most: int = 7) -> tuple[int, Pairs]:
    size = draw(st.integers(0, most))
    pair = st.tuples(st.integers(0, max(0, size - 1)), st.integers(0, max(0, size - 1)))
    return size, draw(st.lists(pair, unique=True, max_size=3 * size))


@given(frameworks())
def test_every_semantics_is_what_brute_force_finds(made: tuple[int, Pairs]) -> None:
    size, pairs = made
    framework = Framework.of_pairs(size, pairs)
    for semantics, wanted in brute.extensions(size, pairs).items():
        found = extensions(framework, semantics)
        assert len(found) == len(wanted)
        assert set(found) == wanted
        one = problems.some(framework, semantics)
        assert (one in wanted) if wanted else one is None
        for name in range(size):
            yes, witness = problems.credulous(framework, semantics, name)
            assert yes == any(name in each for each in wanted)
            assert witness in wanted or not yes or semantics == "PR"
            yes, witness = problems.skeptical(framework, semantics, name)
            assert yes == all(name in each for each in wanted)
            assert yes or witness in wanted


@given(frameworks(12))
def test_an_explanation_gives_the_same_label_by_itself(made: tuple[int, Pairs]) -> None:
    size, pairs = made
    framework = Framework.of_pairs(size, pairs)
    labelling = grounded(framework)
    for name in range(size):
        if not labelling.labels[name]:
            assert not needed(framework, labelling, name)
            continue
        verify(pairs, dict(needed(framework, labelling, name)), name)


def verify(pairs: Pairs, part: dict[int, int], name: int) -> None:
    """A part of a framework explains the label of an argument: all attackers of what it accepts
    are in it, and alone it decides all its arguments as the whole does, round by round."""
    assert name in part
    for attacker, target in pairs:
        if target in part and part[target] == IN:
            assert part.get(attacker) == OUT
    decided: dict[int, int] = {}
    while True:
        fresh: dict[int, int] = {}
        for one in part.keys() - decided.keys():
            attackers = [a for a, b in pairs if b == one and a in part]
            if any(decided.get(a) == IN for a in attackers):
                fresh[one] = OUT
            elif all(decided.get(a) == OUT for a in attackers):
                fresh[one] = IN
        if not fresh:
            break
        decided |= fresh
    assert decided == part


def test_the_verifier_sees_a_circle() -> None:
    pairs = [(0, 1), (1, 0)]
    with pytest.raises(AssertionError):
        verify(pairs, {0: IN, 1: OUT}, 0)


def test_beyond_the_cap_there_is_no_partial_answer() -> None:
    pairs = [(a, b) for n in range(0, 20, 2) for a, b in ((n, n + 1), (n + 1, n))]
    framework = Framework.of_pairs(20, pairs)
    assert len(extensions(framework, "PR", 1024)) == 1024
    with pytest.raises(TooMany):
        extensions(framework, "PR", 1023)
    with pytest.raises(TooMany):
        extensions(framework, "CO")


def test_the_cap_counts_within_one_part() -> None:
    pairs = [(a, b) for n in range(0, 10, 2) for a, b in ((n, n + 1), (n + 1, n), (n, 10))]
    framework = Framework.of_pairs(11, pairs)
    for semantics in ("PR", "ST", "SST"):
        assert len(extensions(framework, semantics, 32)) == 32
        with pytest.raises(TooMany):
            extensions(framework, semantics, 31)


def test_min_max_numbers_of_a_chain() -> None:
    framework = Framework.of_pairs(8, [(n, n + 1) for n in range(7)])
    labelling = grounded(framework)
    assert [*labelling.rounds] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert needed(framework, labelling, 2) == {2: IN, 1: OUT, 0: IN}


def test_one_defender_is_enough() -> None:
    framework = Framework.of_pairs(4, [(0, 1), (1, 2), (3, 1)])
    labelling = grounded(framework)
    assert labelling.rounds[2] == 3
    assert len(needed(framework, labelling, 2)) == 3


@pytest.mark.parametrize(
    ("size", "pairs", "wanted"),
    [
        (4, [(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)],
         [["in", "out", "undec"]] * 2 + [["out", "undec"], ["in", "undec"]]),
        (3, [(0, 1), (1, 2)], [["in"], ["out"], ["in"]]),
        (3, [(0, 1), (1, 2), (2, 0)], [["undec"]] * 3),
        (2, [(0, 1), (1, 0)], [["in", "out", "undec"]] * 2),
    ],
)  # fmt: skip
def test_labels_over_all_complete_labellings(
    size: int, pairs: Pairs, wanted: list[list[str]]
) -> None:
    framework = Framework.of_pairs(size, pairs)
    assert [problems.labels(framework, name) for name in range(size)] == wanted
