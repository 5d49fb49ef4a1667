"""What became of each claim, in the formats that can show it."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest

from argmap import formats, strictyaml
from argmap.cli.commands.export import STATUSES
from argmap.document import Document
from argmap.evaluation import MARKS, evaluate
from argmap.formats.carrying import give, take
from argmap.formats.dot import Look, dump
from argmap.formats.graph import Source
from argmap.views.outline import Options, part

DOCUMENT = Document.of(
    "[It must close]{claim #close @lind}, for [two cables rust]{premise #rust +close}. "
    "[That was before the repair]{claim #old _rust}. [A ferry is there]{claim #ferry -close}. "
    "[It must stay open]{!ferry #dry}.\n"
)


@pytest.mark.parametrize("name", ["yaml", "json"])
def test_the_schema_knows_statuses(name: str) -> None:
    schema = json.loads(files("argmap.formats").joinpath("schema.json").read_text("utf-8"))
    standing = evaluate(DOCUMENT.map)
    text = next(iter(give(name, DOCUMENT, standing=standing).files.values()))
    if name == "json":
        found = json.loads(text)
        jsonschema.validate(found, schema)
        told = {one["id"]: one["status"] for one in found["claims"]}
        assert told == {claim: str(status) for claim, status in standing.statuses.items()}
        assert {one["id"]: one["state"] for one in found["steps"]} == dict(standing.activity)
    else:
        assert strictyaml.load(text)
    again = Document.of(take(name, Source("x", text)).text)
    assert dict(evaluate(again.map).statuses) == dict(standing.statuses)


def test_a_part_has_the_statuses_of_the_whole() -> None:
    standing = evaluate(DOCUMENT.map)
    some = part(DOCUMENT, Options(focus="close", depth=0))
    found = json.loads(give("json", some, standing=standing).files[".json"])
    assert [one["status"] for one in found["claims"]] == [str(standing.statuses["close"])]
    assert standing.statuses["close"] != evaluate(some.map).statuses["close"]


def test_a_picture_tells_statuses_by_signs() -> None:
    standing = evaluate(DOCUMENT.map)
    drawn = dump(DOCUMENT, Look(standing=standing))
    for claim, status in standing.statuses.items():
        assert f'label="{MARKS[status]} {DOCUMENT.wording(claim).split()[0]}' in drawn
    assert MARKS["stands"] not in dump(DOCUMENT)  # type: ignore[index]


def test_the_formats_that_show_statuses_are_those_that_say_so() -> None:
    able = {
        name
        for name, known in formats.FORMATS.items()
        if known.writes and "standing" in getattr(formats.by_name(name), "OPTIONS", ())
    }
    assert able | {"dot", *formats.PICTURES} == {*STATUSES}
