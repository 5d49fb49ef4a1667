"""Carneades, argview and MindMup: what is odd in them, and what is wrong."""

from __future__ import annotations

import json

import pytest
from reading import steps, taken

from argmap.formats.carrying import take
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed
from argmap.strictyaml import YamlFault

CARNEADES = """
meta: {title: Light}
statements:
  red: {text: It is red., label: in}
  ¬red: It is not red.
  looks: {text: It looks red., assumed: true}
  lit: A red light is on.
  off: It need not be.
issues:
  i1: {positions: [red, ¬red], standard: PE}
arguments:
  a1: {premises: {datum: looks, warrant: norm}, conclusion: red, undercutter: off, weight: 0.5}
  a2: {premises: [lit], conclusion: off, scheme: sign}
  fact: {conclusion: lit}
assumptions: [norm]
argument_schemes: [{id: x}]
tests: {in: [red], out: [lit, off]}
"""


def test_carneades() -> None:
    document, report = taken("carneades", CARNEADES)
    assert steps(document) == [
        "looks & norm +> red",
        "lit +> off",
        "argument-fact +> lit",
        "red >< not-red",
        "off _> looks&norm+>red",
    ]
    step = next(iter(document.map.steps.values()))
    assert (step.weight, step.data) == (0.5, (("roles", "datum: looks, warrant: norm"),))
    claims = document.map.claims
    assert claims["looks"].tags == claims["norm"].tags == ("assumed",)
    assert claims["red"].get("label") == "in"
    told = {(e.fate, e.unit, e.many) for e in report.entries}
    assert told == {
        ("changed", "undeclared statements", 1),
        ("changed", "arguments", 1),
        ("dropped", "tests", 3),
        ("dropped", "argument schemes", 1),
    }


ARGVIEW = """
"Close the road":
  note: at night
  r1:
    strength: 4
    "Noise harms sleep":
      label: noise
    "- two hospitals lie there":
  objection:
    "Buses need it":
      -1:
        "There is Mill Lane":
  r2:
"""


def test_argview() -> None:
    document, report = taken("argview", ARGVIEW)
    assert steps(document) == [
        "noise & two-hospitals-lie +> close-the-road",
        "buses-need-it -> close-the-road",
        "there-is-mill -> buses-need-it",
    ]
    assert document.map.claims["two-hospitals-lie"].tags == ("implicit",)
    assert document.map.claims["close-the-road"].get("note") == "at night"
    assert next(iter(document.map.steps.values())).data == (("strength", "4"),)
    assert report.count("dropped", "reasons") == 1


def idea(title: str, *below: object, group: str = "", **more: object) -> dict[str, object]:
    attr = {"group": group} if group else {}
    ideas = {str(number): one for number, one in enumerate(below, 1)}
    return {"title": title, "attr": {**attr, **more}, "ideas": ideas}


def mup(*roots: object) -> str:
    return json.dumps({"formatVersion": 3, **idea("Map", *roots)})


def test_mindmup() -> None:
    reasons = idea(
        "group",
        idea("Noise harms", note={"text": "at  night"}),
        idea("Two hospitals"),
        idea("group", idea("It is quiet"), group="opposing"),
        idea("group", idea("It is loud"), group="supporting"),
        group="supporting",
    )
    text = mup(idea("Close it", reasons, idea("group", group="opposing"), idea("By the way")))
    document, report = taken("mindmup", text)
    assert steps(document) == [
        "noise-harms & two-hospitals +> close-it",
        "it-is-quiet _> noise-harms&two-hospitals+>close-it",
    ]
    assert document.map.claims["noise-harms"].get("note") == "at night"
    assert {(e.unit, e.why, e.many) for e in report.entries} == {
        ("groups", "a group without anything in it", 1),
        ("groups", "a support of a step has no place", 1),
        ("branches", "a plain branch says neither for nor against", 1),
    }


def test_ideas_stand_by_their_rank() -> None:
    ideas = {"10": idea("C"), "-1": idea("D"), "2": idea("B"), "1.5": idea("A"), "x": idea("E")}
    document, _ = taken("mindmup", json.dumps({"formatVersion": 3, "ideas": ideas}))
    assert list(document.map.claims) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("carneades", "statements: [a]", "line 1, column 14: here should be entries"),
        ("carneades", "arguments:\n  a: {premises: [b]}", "the argument `a` has no conclusion"),
        ("carneades", "arguments: {a: {premises: [[b]], conclusion: c}}", "a statement's id"),
        ("carneades", "statements: &x {a: b}", "anchors"),
        ("argview", "- a", "here should be a claim"),
        (
            "argview",
            '"a":\n  r1: b',
            "line 2, column 7: what stands here is no premise, below `r1`",
        ),
        ("mindmup", '{"ideas": []', "this is not JSON"),
        ("mindmup", '{"formatVersion": 3, "ideas": {"1": 2}}', "at ideas['1']: here should be"),
        ("mindmup", '{"formatVersion": 3, "ideas": {"1": {"title": []}}}', "ideas['1'].title"),
        ("mindmup", '{"ideas":' * 100_000, "nested too deeply"),
    ],
)
def test_faults_are_told(name: str, text: str, told: str) -> None:
    with pytest.raises((Malformed, YamlFault)) as fault:
        take(name, Source("file", text))
    assert told in str(fault.value)
