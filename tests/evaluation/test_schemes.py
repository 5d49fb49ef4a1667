"""The catalogue of schemes, and what becomes of questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap import strictyaml
from argmap.document import Document
from argmap.edits import CannotEdit, raise_question, set_scheme, set_step_data
from argmap.evaluation.schemes import asked, catalogue, find, key, read

RAISES = {"premise": "premise", "exception": "undercut", "rebut": "rebuttal"}
BURDENS = {"proponent": "asking", "challenger": "grounds"}


def test_the_catalogue_asks_what_the_reference_asks(shared: Path) -> None:
    text = (shared / "reference" / "schemes.yaml").read_text("utf-8")
    reference: Any = strictyaml.load(text)
    known = catalogue()
    assert len(known) == len(reference["schemes"]) == 29
    assert sum(len(one.questions) for one in known.values()) == 94
    for entry in reference["schemes"]:
        scheme = known[key(entry["id"])]
        assert scheme.aif == entry["aif"]
        assert len(scheme.premises) == len(entry["premises"])
        told = [(one.raises, one.burden) for one in scheme.questions]
        assert told == [(RAISES[one["kind"]], BURDENS[one["burden"]]) for one in entry["cqs"]]
        assert not {one.ask for one in scheme.questions} & {one["q"] for one in entry["cqs"]}


@pytest.mark.parametrize("name", ["expert-opinion", "Expert Opinion", "expert_opinion"])
def test_a_scheme_has_many_names(name: str) -> None:
    scheme = find(catalogue(), name)
    assert scheme is not None
    assert scheme.id == "expert-opinion"


def test_a_question_that_doubts_a_premise_names_one_that_is_there() -> None:
    for scheme in catalogue().values():
        assert len({one.id for one in scheme.questions}) == len(scheme.questions)
        for question in scheme.questions:
            assert (question.raises == "premise") == bool(question.of)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: b", 1, "`schemes` is missing"),
        ("schemes: b", 1, "should be a list"),
        ("schemes:\n- name: x", 2, "`id` is missing"),
        ("schemes:\n- {id: x, name: y}\n- {id: x, name: y}", 3, "twice"),
        ("schemes:\n- {id: x, name: y, questions: [{id: q, ask: r, raises: s}]}", 2, "`raises`"),
        ("schemes:\n- id: x\n  name: y\n  questions:\n  - {id: q, ask: r, raises: premise, of: 1}",
         5, "no premise 1"),
    ],
)  # fmt: skip
def test_a_file_of_schemes_is_read_strictly(text: str, line: int, message: str) -> None:
    with pytest.raises(strictyaml.YamlFault) as raised:
        read(text)
    assert message in raised.value.message
    assert raised.value.line == line


TEXT = """\
[It must close]{claim #close}, for [he says so]{premise #says +close scheme=expert-opinion}.

#a: A.
#b: B.
#a & #b +> #close {#r scheme=sign}
"""


@pytest.mark.parametrize("step", ["says+>close", "r"])
def test_an_answer_is_kept_and_taken_back(step: str) -> None:
    document = Document.of(TEXT)
    after = document.edit(set_step_data(document, step, "answered", "x y"))
    assert after.article == document.article
    assert dict(after.map.steps[step].data) == {"answered": "x y"}
    assert after.map.steps.keys() == document.map.steps.keys()
    back = after.edit(set_step_data(after, step, "answered", ""))
    assert back.map.steps[step].data == ()
    assert back.text.rstrip() == document.text.rstrip()


def test_a_remark_stays_where_an_answer_is_taken_back() -> None:
    text = f"{TEXT}#says +> #close {{answered=x}} {{>> ask her <<}}\n"
    document = Document.of(text)
    back = document.edit(set_step_data(document, "says+>close", "answered", ""))
    assert back.text == text.replace(" {answered=x}", "")


@pytest.mark.parametrize(("step", "named"), [("says+>close", "bias"), ("r", "analogy"), ("r", "")])
def test_a_scheme_is_put_where_it_is_written(step: str, named: str) -> None:
    document = Document.of(TEXT)
    after = document.edit(set_scheme(document, step, named))
    assert after.article == document.article
    assert after.map.steps[step].scheme == named
    assert len(after.text) == len(document.text) + len(named) - len(
        document.map.steps[step].scheme
    ) - (len(" scheme=") if not named else 0)


def test_a_mark_of_several_steps_does_not_get_the_scheme_of_one() -> None:
    document = Document.of("[A]{claim #a}. [B]{claim #b}. [C]{premise #c +a -b}.")
    after = document.edit(set_scheme(document, "c+>a", "sign"))
    assert {step.id: step.scheme for step in after.map.steps.values()} == {
        "c+>a": "sign", "c->b": ""
    }  # fmt: skip
    assert after.text.endswith("#c +> #a {scheme=sign}")
    several = Document.of("[A]{claim #a}. [B]{claim #b}. [C]{premise #c +a -b scheme=sign}.")
    with pytest.raises(CannotEdit):
        set_scheme(several, "c+>a", "bias")


@pytest.mark.parametrize(
    ("step", "raises", "premise", "kind", "target"),
    [
        ("says+>close", "undercut", "", "undercut", "says+>close"),
        ("says+>close", "premise", "says", "attack", "says"),
        ("says+>close", "rebuttal", "", "attack", "close"),
        ("r", "undercut", "", "undercut", "r"),
        ("r", "premise", "b", "attack", "b"),
    ],
)
def test_a_question_that_is_raised_is_a_claim_against_the_step(
    step: str, raises: str, premise: str, kind: str, target: str
) -> None:
    document = Document.of(TEXT)
    edits = raise_question(
        document, step, "expert-opinion/bias", raises, words="He sells cables.", premise=premise
    )
    after = document.edit(edits)
    assert after.article == document.article
    (claim,) = after.map.claims.keys() - document.map.claims.keys()
    (made,) = after.map.out(claim)
    assert (made.kind, made.target) == (kind, target)
    if step == "says+>close":
        states = {
            one.question.id: one.state
            for one in asked(after, after.map.steps[step], catalogue()["expert-opinion"])
        }
        assert states.pop("bias") == "raised"
        assert set(states.values()) == {"open"}


def test_a_step_that_is_not_there() -> None:
    document = Document.of(TEXT)
    with pytest.raises(CannotEdit):
        raise_question(document, "none", "q", "undercut", words="x")
    with pytest.raises(CannotEdit):
        set_step_data(document, "none", "k", "v")
