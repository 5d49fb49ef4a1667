"""What a format says that it carries: kinds that are counted, and what comes back from it."""

from __future__ import annotations

import importlib

import pytest
from reading import taken

from argmap import formats
from argmap.document import Document
from argmap.formats.carrying import give
from argmap.formats.counting import EVERYTHING

NAMED = "[It rains]{claim #rain @ann}.\n\n@ann = Ann Lee | Ann | she {role=expert}\n"


@pytest.mark.parametrize("name", formats.FORMATS)
def test_kinds_are_those_that_are_counted(name: str) -> None:
    module = importlib.import_module(f"argmap.formats.{name.replace('-', '_')}")
    assert getattr(module, "CARRIES", EVERYTHING) <= EVERYTHING


@pytest.mark.parametrize("name", ["argdown", "carneades", "graphml"])
def test_other_names_are_kept_and_counted_as_kept(name: str) -> None:
    given = give(name, Document.of(NAMED))
    assert given.report.kept["aliases"] == 2
    [text] = given.files.values()
    back, _ = taken(name, text)
    assert back.map.speakers["ann"].names == ("Ann Lee", "Ann", "she")
