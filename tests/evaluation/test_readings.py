"""Other readings of support and attack from the literature, each as the framework it comes to."""

from __future__ import annotations

from itertools import permutations

import pytest

from argmap.evaluation import Policy, evaluate
from argmap.evaluation.extensions import extensions
from argmap.evaluation.framework import Framework
from tests.evaluation.maps import Case


def accepted(names: str, attacks: str, semantics: str = "GR") -> list[str]:
    """The arguments that each extension accepts, as a word of their letters."""
    pairs = [(names.index(one[0]), names.index(one[2])) for one in attacks.split()]
    found = extensions(Framework.of_pairs(len(names), pairs), semantics)
    return ["".join(names[at] for at in sorted(one)) for one in found]


@pytest.mark.parametrize(
    ("steps", "wanted", "out"),
    [
        ("s:a+>b r:c->a", "c", "ab"),
        ("s:a+>b r:c->b", "ac", "b"),
        ("s:a+>b r:b->c", "ab", "c"),
    ],
)
def test_support_from_evidence_is_the_rule_itself(steps: str, wanted: str, out: str) -> None:
    statuses = evaluate(Case.of("a b c", steps).document().map, Policy.STRICT).statuses
    assert "".join(name for name, status in statuses.items() if status == "stands") == wanted
    assert all(statuses[name] in ("rejected", "unsupported") for name in out)


@pytest.mark.parametrize(
    ("reading", "attacks", "wanted"),
    [
        ("a reason that leads to b: c attacks a", "c>a", "bc"),
        ("c attacks b, so by mediation a", "c>b c>a", "c"),
        ("b attacks c, so a does by support", "b>c a>c", "ab"),
        ("b needs a: c attacks a, so b by extension", "c>a c>b", "c"),
        ("b needs a: c attacks b", "c>b", "ac"),
        ("b needs a: b attacks c", "b>c", "ab"),
    ],
)
def test_support_as_more_attacks(reading: str, attacks: str, wanted: str) -> None:
    assert reading
    assert accepted("abc", attacks) == [wanted]


def test_snoring_professors() -> None:
    """Two lines of argument that rebut each other: by the last link one is preferred, without
    preferences both stay open."""
    text = Case.of("snores misbehaves denied professor allowed",
                   "s:snores+>misbehaves t:misbehaves+>denied u:professor+>allowed "
                   "v:denied->allowed w:allowed->denied").document()  # fmt: skip
    statuses = evaluate(text.map, Policy.STRICT).statuses
    assert [statuses[name] for name in ("denied", "allowed")] == ["contested"] * 2
    assert accepted("smdpa", "d>a", "PR") == ["smdp"]


VALUES = {"a": "red", "b": "blue", "c": "blue"}
HAL = {"c": "property", "b": "property", "a": "life", "d": "life"}


def by_audience(values: dict[str, str], attacks: str) -> list[set[str]]:
    """What each audience accepts: an attack fails if it prefers the value of what is attacked."""
    names = "".join(sorted(values))
    found = []
    for order in permutations(sorted(set(values.values()))):
        kept = [
            one
            for one in attacks.split()
            if order.index(values[one[2]]) >= order.index(values[one[0]])
        ]
        (one,) = accepted(names, " ".join(kept), "PR")
        found.append(set(one))
    return found


def test_audiences() -> None:
    assert by_audience(VALUES, "a>b b>c") == [{"a", "b"}, {"a", "c"}]
    assert by_audience({n: v for n, v in HAL.items() if n != "d"}, "c>b b>a") == [{"a", "c"}] * 2
    assert by_audience(HAL, "c>b b>a d>c") == [{"a", "b", "d"}, {"a", "c", "d"}]
