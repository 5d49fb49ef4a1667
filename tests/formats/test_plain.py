"""YAML and JSON: read by others, described by the schema, and read back to an equal map."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from texts import texts

from argmap import formats
from argmap.document import Document
from argmap.formats import json as as_json
from argmap.formats import yaml as as_yaml
from argmap.formats.plain import plain
from argmap.strictyaml import YamlFault

ROOT = Path(__file__).resolve().parents[2]
MAPS = sorted((ROOT / "maps").glob("*.argmap"))
SCHEMA = jsonschema.Draft202012Validator(
    json.loads(files("argmap.formats").joinpath("schema.json").read_text("utf-8"))
)


def content(document: Document) -> dict[str, object]:
    """What must come back: all but the order and the tree, which follows from the rest."""
    found = dict(plain(document))
    for key in ("claims", "steps", "speakers"):
        entries = found[key]
        assert isinstance(entries, list)
        found[key] = {str(e["id"]): e for e in entries if isinstance(e, dict)}
    del found["positions"]
    return found


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_the_maps_come_back(path: Path, kind: str) -> None:
    document = Document.of(path.read_bytes().decode())
    module = formats.by_name(kind)
    text = module.dump(document)
    back = Document.of(module.load(text))
    assert back.article == document.article
    assert content(back) == content(document)
    assert not [fault for fault in back.diagnostics if fault.severity == "error"]


@given(texts())
def test_others_read_the_same(text: str) -> None:
    document = Document.of(text)
    found = plain(document, with_source=True)
    SCHEMA.validate(found)
    assert yaml.safe_load(as_yaml.dump(document, with_source=True)) == found
    assert json.loads(as_json.dump(document, with_source=True)) == found


@given(texts())
def test_the_source_comes_back_byte_for_byte(text: str) -> None:
    document = Document.of(text)
    for module in (as_yaml, as_json):
        assert module.load(module.dump(document, with_source=True), source=True) == text


@given(texts())
def test_the_article_comes_back(text: str) -> None:
    document = Document.of(text)
    back = Document.of(as_yaml.load(as_yaml.dump(document)))
    assert back.article == document.article
    assert set(back.map.claims) == set(document.map.claims)


@given(texts())
def test_a_map_without_errors_comes_back_equal(text: str) -> None:
    document = Document.of(text)
    if not any(fault.severity == "error" for fault in document.diagnostics):
        assert content(Document.of(as_yaml.load(as_yaml.dump(document)))) == content(document)


NOT_OF_THE_SCHEMA = {
    "no claims": lambda found: found.pop("claims"),
    "a claim without an id": lambda found: found["claims"][0].pop("id"),
    "a kind of step that there is not": lambda found: found["steps"][0].update(kind="helps"),
    "a place that is no number": lambda found: found["claims"][0]["occurrences"][0]["pieces"][
        0
    ].update(start="0"),
    "a weight over 1": lambda found: found["steps"][0].update(weight=1.5),
    "an entry of another kind": lambda found: found.update(claims={}),
    "a misspelt entry": lambda found: found["claims"][0].update(tgas=["x"]),
}


@pytest.mark.parametrize("what", NOT_OF_THE_SCHEMA)
def test_the_schema_refuses(what: str) -> None:
    found: Any = plain(Document.of("[a]{claim #x @y} [b]{premise #b +x weight=0.5}"))
    SCHEMA.validate(found)
    NOT_OF_THE_SCHEMA[what](found)
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate(found)


BROKEN = {
    "nothing": ("", "the map should be"),
    "no map": ("a: b\n", "the entry `argmap` is missing"),
    "newer": ("argmap: 2\ntext: x\n", "newer argmap"),
    "no text": ("argmap: 1\n", "the article's `text` is missing"),
    "bad place": (
        "argmap: 1\ntext: abc\nclaims:\n  - id: a\n    occurrences:\n      - stance: asserts\n"
        "        pieces:\n          - start: 2\n            end: 9\n",
        "is no range of the text",
    ),
    "other words": (
        "argmap: 1\ntext: abc\nclaims:\n  - id: a\n    occurrences:\n      - stance: asserts\n"
        "        pieces:\n          - start: 0\n            end: 2\n            words: xy\n",
        "other words",
    ),
    "bad kind": (
        "argmap: 1\ntext: abc\nsteps:\n"
        "  - id: s\n    kind: help\n    premises: [a]\n    target: b\n",
        "no kind of step",
    ),
    "bad weight": (
        "argmap: 1\ntext: abc\nsteps:\n"
        "  - {id: s, kind: support, premises: [a], target: b, weight: 5}\n",
        "not from 0 to 1",
    ),
    "mention of nobody": (
        "argmap: 1\ntext: abc\nmentions:\n  - start: 0\n    end: 2\n",
        "a mention needs `speakers`",
    ),
    "bad name": ("argmap: 1\ntext: abc\nclaims:\n  - id: 'a b'\n", "cannot be a name"),
    "no source": ("argmap: 1\ntext: abc\n", "no source"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_wrong_is_said(what: str) -> None:
    text, message = BROKEN[what]
    with pytest.raises(YamlFault, match=message):
        as_yaml.load(text, source=what == "no source")


def test_a_changed_source_is_refused() -> None:
    text = as_yaml.dump(Document.of("[a]{claim #x}"), with_source=True)
    with pytest.raises(YamlFault, match="hash does not fit"):
        as_yaml.load(text.replace("claim #x", "claim #y"), source=True)


def test_the_suffixes_are_those_of_the_modules() -> None:
    for name, known in formats.FORMATS.items():
        suffixes = known.suffixes
        assert suffixes == formats.by_name(name).SUFFIXES
        assert formats.by_suffix(f"A{suffixes[0].upper()}") == name
    assert formats.by_suffix("a.svg") == "svg"
    assert formats.by_suffix("a.doc") == ""


@given(texts(), st.data())
def test_a_part_is_a_map_too(text: str, data: st.DataObject) -> None:
    document = Document.of(text)
    some = data.draw(st.sets(st.sampled_from([*document.map.claims] or [""])))
    part = document.part(some)
    assert set(part.map.claims) == some & set(document.map.claims)
    for step in part.map.steps.values():
        assert {*step.premises, step.root} <= some
        assert step.kind != "undercut" or step.target in part.map.steps
    SCHEMA.validate(plain(part))
    assert set(Document.of(as_yaml.load(as_yaml.dump(part))).map.claims) == set(part.map.claims)
    assert part.edit(()).map.claims == document.map.claims
