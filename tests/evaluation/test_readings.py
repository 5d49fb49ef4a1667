"""Other readings of support and attack from the literature, each as the framework it comes to."""

from __future__ import annotations

import pytest

from argmap.document import Document
from argmap.evaluation import Given, Policy, evaluate
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


@pytest.mark.parametrize(
    ("claims", "steps", "audience", "wanted"),
    [
        ("a.red b.blue c.blue", "a>b b>c", "red blue", "ac"),
        ("a.red b.blue c.blue", "a>b b>c", "blue red", "ab"),
        ("a.life b.property c.property", "c>b b>a", "life property", "ac"),
        ("a.life b.property c.property", "c>b b>a", "property life", "ac"),
        ("a.life b.property c.property d.life", "c>b b>a d>c", "property life", "acd"),
        ("a.life b.property c.property d.life", "c>b b>a d>c", "life property", "abd"),
        ("a.red b.blue c.blue", "a>b b>c", "", "ac"),
        ("a.red b", "a>b", "blue red", "a"),
    ],
)
def test_audiences(claims: str, steps: str, audience: str, wanted: str) -> None:
    """What an audience accepts: an attack fails if it puts the value of what is attacked first."""
    parted = [one.partition(".") for one in claims.split()]
    lines = [f"#{name}: {name}." + (f" {{.{tag}}}" if tag else "") for name, _, tag in parted]
    lines += [f"#{one[0]} -> #{one[2]}" for one in steps.split()]
    given = Given.of(audience=audience.split())
    statuses = evaluate(Document.of("\n".join(lines)).map, given=given).statuses
    assert "".join(name for name, status in statuses.items() if status == "stands") == wanted
