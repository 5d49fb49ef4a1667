"""Strengths: published values and closed forms, on graphs written as maps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation import Given, evaluate
from argmap.evaluation.gradual import MODELS
from argmap.evaluation.strength import strengths
from tests.evaluation.maps import maps


def graph(base: str, steps: str) -> Document:
    """`a .5 b` (a base, else 1) and `a>b` (attack), `a+b` (support)."""
    lines: list[str] = []
    words = base.split()
    for name, value in zip(words, [*words[1:], "x"], strict=True):
        if not name[0].isdigit() and name[0] != ".":
            told = value if value[0] in ".01" else "1"
            lines.append(f"#{name}: {name.title()}. {{base={told}}}")
    for step in steps.split():
        sign = "->" if ">" in step else "+>"
        first, second = step.replace("+", ">").split(">")
        lines.append(f"#{first} {sign} #{second}")
    return Document.of("\n".join(lines) + "\n")


BONZON = ("a b c d e", "a>e b>a b>c c>e d>a e>d")
DEMOCRACY = (
    "a1 .5 a2 .5 p2 .5 c4 .5 p1 .7 p3 .9 c1 .2 c2 .2 c3 .6",
    "c1>a2 c2>p2 c3>p2 c4>p2 p1+a1 p2+a1 p3+a2",
)
STOCK = (
    "buy .5 sell .5 n1 .8 n2 .7 n3 .3 n4 .9 n5 .9",
    "buy>sell sell>buy n2>n1 n3>n2 n4>n3 n5>n1 n1+sell n2+buy n4+n2 n5+buy",
)
NOTEBOOK = ("a .5 b .2 c .85 d .65 e .4 f 1", "c>a e>b f>c b+a d+a e+c")
HALVES = "a .5 b .5 c .5"


@pytest.mark.parametrize(
    ("made", "model", "wanted"),
    [
        (BONZON, "categoriser", {"a": 0.377, "b": 1, "c": 0.5, "d": 0.652, "e": 0.533}),
        (("a b", "a>b b>a"), "categoriser", {"a": 0.618034, "b": 0.618034}),
        (("a b c", "a>b b>c"), "categoriser", {"a": 1, "b": 0.5, "c": 0.6667}),
        (DEMOCRACY, "dfquad", {"a1": 0.862, "a2": 0.85, "p2": 0.08}),
        (DEMOCRACY, "energy", {"a1": 0.7199, "a2": 0.6644, "p2": 0.1859}),
        (DEMOCRACY, "euler", {"a1": 0.6894, "a2": 0.6263, "p2": 0.3399}),
        (STOCK, "energy",
         {"buy": 0.8216, "sell": 0.3622, "n1": 0.2047, "n2": 0.8051, "n3": 0.1657}),
        (STOCK, "dfquad", {"buy": 0.9964, "sell": 0.0034}),
        (STOCK, "euler", {"buy": 0.7171, "sell": 0.4949}),
        (NOTEBOOK, "energy", {"a": 0.5188, "b": 0.1724, "c": 0.625}),
        (NOTEBOOK, "dfquad", {"a": 0.676, "b": 0.12, "c": 0.34}),
        (NOTEBOOK, "euler", {"a": 0.4988, "b": 0.1535, "c": 0.8108}),
        ((HALVES, "b>a"), "dfquad", {"a": 0.25}),
        ((HALVES, "b+a"), "dfquad", {"a": 0.75}),
        ((HALVES, "b>a c+a"), "dfquad", {"a": 0.5}),
        ((HALVES, "b>a"), "energy", {"a": 0.4}),
        ((HALVES, "b+a"), "energy", {"a": 0.6}),
        ((HALVES, "b>a c+a"), "energy", {"a": 0.5}),
        ((HALVES, "b>a"), "euler", {"a": 0.4245}),
        ((HALVES, "b+a"), "euler", {"a": 0.5889}),
        ((HALVES, "b>a c>a"), "dfquad", {"a": 0.125}),
        ((HALVES, "b>a c>b"), "dfquad", {"a": 0.375}),
        ((HALVES, "b>a c>a"), "energy", {"a": 0.25}),
        ((HALVES, "b>a c>b"), "energy", {"a": 0.431}),
        ((HALVES, "b>a c>a"), "euler", {"a": 0.3665}),
        ((HALVES, "b>a c>b"), "euler", {"a": 0.4348}),
        (("a b c", "a>b b>c"), "energy", {"a": 1, "b": 0.5, "c": 0.8}),
        (("a .5 b .5", "a+b b+a"), "dfquad", {"a": 1, "b": 1}),
        (("a .5 b .5", "a+b b+a"), "energy", {"a": 0.648, "b": 0.648}),
        (("a .5 b .5", "a+b b+a"), "euler", {"a": 0.609, "b": 0.609}),
    ],
)  # fmt: skip
def test_values(made: tuple[str, str], model: str, wanted: dict[str, float]) -> None:
    document = graph(*made)
    assert not document.diagnostics
    found = strengths(evaluate(document.map), model)
    assert not found.unsettled
    told = {name: found.of[name] for name in wanted}
    assert told == pytest.approx(wanted, abs=6e-4)


def test_a_circle_of_support_is_told() -> None:
    found = strengths(evaluate(graph("a .5 b .5 c .5", "a+b b+a c+a").map))
    assert found.loops == (("a", "b"),)


def test_a_step_is_as_strong_as_its_weakest_premise() -> None:
    document = Document.of(
        "#t: T.\n#a: A. {base=0.9}\n#b: B. {base=0.4}\n#a & #b +> #t {#r weight=0.5}\n"
    )
    assert strengths(evaluate(document.map)).of["t"] == pytest.approx(0.5 + 0.5 * 0.2)


def test_an_undercut_weakens_a_step() -> None:
    document = Document.of("#t: T.\n#a: A. {base=1}\n#u: U. {base=1}\n#a +> #t {#r}\n#u _> #r\n")
    assert strengths(evaluate(document.map)).of["t"] == 0.5


def test_what_is_given_counts() -> None:
    document = graph("a .5 b .5", "b>a")
    given_ = Given.of(aside=["b"])
    assert strengths(evaluate(document.map, given=given_)).of == {"a": 0.5, "b": 0}
    given_ = Given.of(granted=["b"])
    assert strengths(evaluate(document.map, given=given_)).of == {"a": 0, "b": 1}


def test_an_objection_that_does_not_count_for_an_audience_weakens_nothing() -> None:
    document = Document.of("#a: A. {.life base=0.5}\n#b: B. {.cost base=0.5}\n#b -> #a\n")
    for audience, wanted in ((["life", "cost"], 0.5), (["cost", "life"], 0.25)):
        given_ = Given.of(audience=audience)
        assert strengths(evaluate(document.map, given=given_)).of["a"] == wanted


@st.composite
def acyclic(draw: st.DrawFn) -> tuple[int, list[tuple[int, int]]]:
    """A framework in which attacks go to later arguments only."""
    size = draw(st.integers(1, 9))
    every = [(a, b) for b in range(size) for a in range(b)]
    return size, draw(st.lists(st.sampled_from(every), unique=True)) if every else []


@given(acyclic())
def test_dfquad_on_acyclic_frameworks_is_the_grounded_labelling(
    made: tuple[int, list[tuple[int, int]]],
) -> None:
    """Where all weigh 1: Rago and others 2016. The Euler-based model stays at 1."""
    size, pairs = made
    names = [f"a{number}" for number in range(size)]
    found = graph(" ".join(names), " ".join(f"a{a}>a{b}" for a, b in pairs))
    evaluation = evaluate(found.map)
    of = strengths(evaluation).of
    assert of == {name: float(evaluation.statuses[name] == "stands") for name in names}
    assert set(strengths(evaluation, "euler").of.values()) == {1.0}


@given(maps())
def test_values_are_from_0_to_1_and_statuses_stay(text: str) -> None:
    evaluation = evaluate(Document.of(text).map)
    before = dict(evaluation.statuses)
    for model in MODELS:
        found = strengths(evaluation, model)
        assert all(0 <= value <= 1 for value in found.of.values())
        assert found.of.keys() | set(found.unsettled) == before.keys()
    assert evaluation.statuses == before
