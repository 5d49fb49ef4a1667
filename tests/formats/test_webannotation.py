"""W3C Web Annotation: places that are true, and links that lead somewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from texts import texts

from argmap.document import Document
from argmap.formats.carrying import give

MAPS = sorted((Path(__file__).resolve().parents[2] / "maps").glob("*.argmap"))


def exported(document: Document) -> dict[str, Any]:
    given = give("webannotation", document)
    assert not given.report.unbalanced()
    found: dict[str, Any] = json.loads(given.files[".jsonld"])
    return found


def check(document: Document) -> None:
    items = exported(document)["items"]
    ids = [item["id"] for item in items]
    assert len(set(ids)) == len(ids)
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            if isinstance(target, str):
                assert target in ids or item["motivation"] == "classifying"
                continue
            position, quote = target["selector"]
            assert document.article[position["start"] : position["end"]] == quote["exact"]
        bodies = item["body"] if isinstance(item["body"], list) else [item["body"]]
        assert all(body["source"] in ids for body in bodies if body["type"] == "SpecificResource")
    links = [item for item in items if item["motivation"] == "linking"]
    assert len(links) == len(document.map.steps)


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_the_maps(path: Path) -> None:
    check(Document.of(path.read_bytes().decode()))


@given(texts())
def test_any_map(text: str) -> None:
    check(Document.of(text))
