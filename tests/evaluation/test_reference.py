"""The worked examples of the literature in ../shared/reference/evaluation-cases.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from argmap.evaluation import Policy, evaluate
from argmap.evaluation.extensions import extensions
from argmap.evaluation.flatten import flatten
from argmap.evaluation.framework import Framework
from argmap.evaluation.grounded import IN, OUT, UNDECIDED, grounded
from argmap.evaluation.policy import Given
from tests.evaluation.maps import Case

FILE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "evaluation-cases.md"
SEMANTICS = ("GR", "CO", "PR", "ST", "SST", "STG", "ID", "EAG")
LABELS = {"in": IN, "out": OUT, "?": UNDECIDED}


def rows(heading: str, cells: int) -> list[list[str]]:
    """The rows of the first table under a heading; none where the folder is not here."""
    if not FILE.is_file():
        return []
    text = FILE.read_text("utf-8").split(heading, 1)[1]
    table = text[text.index("\n|") :].split("\n\n", 1)[0]
    found = [[cell.strip() for cell in line.strip("|").split(" |")] for line in table.split("\n")]
    return [[cell.strip("| ") for cell in row] for row in found[3:] if len(row) == cells]


FRAMEWORKS = rows("## 1. Dung", 11)
MAPS = rows("## 2. Maps", 7)


def test_the_tables_are_read() -> None:
    if not FILE.is_file():
        pytest.skip("needs the folder ../shared beside the checkout")
    assert (len(FRAMEWORKS), len(MAPS)) == (22, 25)


@pytest.mark.parametrize("row", FRAMEWORKS, ids=lambda row: row[0])
def test_framework(row: list[str]) -> None:
    names = row[1].split()
    number = {name: at for at, name in enumerate(names)}
    pairs = [tuple(number[name] for name in one.split(">")) for one in row[2].split()]
    framework = Framework.of_pairs(len(names), [(a, b) for a, b in pairs])
    for semantics, cell in zip(SEMANTICS, row[3:], strict=True):
        wanted = {
            frozenset(number[name] for name in one.split(",") if name)
            for one in re.findall(r"\{([^}]*)\}", cell)
        }
        assert set(extensions(framework, semantics)) == wanted, semantics


@pytest.mark.parametrize("row", MAPS, ids=lambda row: row[0])
def test_map(row: list[str]) -> None:
    case = Case.of(row[1].strip("`"), row[2].strip("`"))
    network = case.network()
    strict = row[3]
    for policy, cell in zip(
        (Policy.STRICT, Policy.LENIENT, Policy.BALANCED), row[3:6], strict=True
    ):
        wanted = labels(strict if cell == "=" else cell)
        aside = [case.claims.index(name) for name in case.aside]
        granted = [case.claims.index(name) for name in case.granted]
        found = grounded(flatten(network, policy, aside, granted).framework).labels
        names = [*case.claims, *(step[0] for step in case.steps)]
        told = {name: found[at] for at, name in enumerate(names)}
        assert {name: told[name] for name in wanted} == wanted, policy


def labels(cell: str) -> dict[str, int]:
    return {name: LABELS[label] for name, label in re.findall(r"(\w+):(in|out|\?)", cell)}


@pytest.mark.parametrize("row", MAPS, ids=lambda row: row[0])
def test_status(row: list[str]) -> None:
    case = Case.of(row[1].strip("`"), row[2].strip("`"))
    if "M23" in row[0]:
        pytest.skip("the language has no claim against itself; test_rule.py tests its labels")
    document = case.document()
    assert not document.diagnostics
    given = Given.of(case.aside, case.granted)
    statuses = evaluate(document.map, given=given).statuses
    wanted = dict(re.findall(r"(\w+):([\w-]+)", row[6]))
    told = {name: status.replace("set aside", "set-aside") for name, status in statuses.items()}
    assert told == wanted
