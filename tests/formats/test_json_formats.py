"""SADFace and arguebuf; JSON of any shape in all formats that are JSON."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import steps, taken

from argmap.formats.carrying import take
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed

NAMES = ("aif", "xaif", "ova2", "sadface", "arguebuf")


def sadface(**more: object) -> str:
    text = "Close it. It rusts."
    place = {"resource_id": "r", "text": "It rusts", "offset": 10, "length": 8}
    return json.dumps(
        {
            "metadata": {"core": {"id": "x", "title": "Bridge", "version": "0.5.4.0"}},
            "resources": [{"id": "r", "type": "text", "content": text, "metadata": {"core": {}}}],
            "nodes": [
                {"id": "a", "type": "atom", "text": "Close it", "sources": []},
                {
                    "id": "b",
                    "type": "atom",
                    "text": "It rusts",
                    "sources": [place],
                    "metadata": {"core": {}, "speaker": {"name": "Ann"}},
                },
                {"id": "s", "type": "inference", "name": "Sign"},
                {"id": "c", "type": "conflict", "name": "attack"},
            ],
            "edges": [
                {"id": "1", "source_id": "b", "target_id": "s"},
                {"id": "2", "source_id": "s", "target_id": "a"},
            ],
            **more,
        }
    )


def test_sadface() -> None:
    document, report = taken("sadface", sadface())
    assert "Close it. [It rusts]{premise #it-rusts @ann}." in document.text
    assert steps(document) == ["it-rusts +> close-it"]
    assert next(iter(document.map.steps.values())).scheme == "sign"
    assert report.count("dropped", "conflicts") == 1


def test_an_attack_that_may_be_written_backwards_is_told() -> None:
    edges = [("b", "s"), ("s", "a"), ("a", "c"), ("c", "b")]
    told = [{"id": "x", "source_id": a, "target_id": b} for a, b in edges]
    _, report = taken("sadface", sadface(edges=told))
    assert "the other way round" in report.warnings[0]


ARGUEBUF = {
    "nodes": {
        "a": {"atom": {"text": "Close it", "participant": "p"}},
        "b": {"atom": {"text": "It rusts", "reference": {"resource": "r", "text": "It rusts"}}},
        "c": {"atom": {"text": "It does not"}},
        "s": {"scheme": {"support": "SUPPORT_EXPERT_OPINION"}},
        "k": {"scheme": {"attack": "ATTACK_DEFAULT"}},
        "o": {"scheme": {}},
    },
    "edges": {
        "1": {"source": "b", "target": "s"},
        "2": {"source": "s", "target": "a"},
        "3": {"source": "c", "target": "k"},
        "4": {"source": "k", "target": "s"},
    },
    "resources": {"r": {"text": "It rusts."}},
    "participants": {"p": {"name": "Ann Lee"}},
    "majorClaim": "a",
    "schemaVersion": 1,
}


def test_arguebuf() -> None:
    document, report = taken("arguebuf", json.dumps(ARGUEBUF))
    assert document.text.startswith("[It rusts]{premise #it-rusts}.")
    assert steps(document) == ["it-rusts +> close-it", "it-does-not _> it-rusts+>close-it"]
    assert document.map.claims["close-it"].tags == ("thesis",)
    assert document.map.holders("close-it") == ("ann-lee",)
    assert next(iter(document.map.steps.values())).scheme == "expert-opinion"
    assert report.count("dropped") == 1


KEYS = [
    "nodes", "edges", "AIF", "text", "OVA", "analysis", "txt", "nodeID", "id", "type", "fromID",
    "toID", "from", "to", "participants", "locutions", "schemefulfillments", "metadata", "core",
    "sources", "resources", "source_id", "target_id", "atom", "scheme", "support", "offset",
    "resource_id",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-2, 10**20), st.floats(), st.sampled_from(
        ["", "I", "L", "RA", "CA", "YA", "a", "b", "atom", "<span id='node1'>x</span>", "A: b"]
    )
)  # fmt: skip
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=30,
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=5))
def test_json_of_any_shape_is_read_or_refused(value: dict[str, object]) -> None:
    for name in NAMES:
        with suppress(Malformed):
            taken(name, json.dumps(value))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        '{"nodes": ' * 10_000,
        "9" * 5000,
        "\ufeff[]",
        '{"nodes": 1e999}',
        "nul",
    ],
    ids=lambda text: text[:8],
)
def test_broken_json_is_refused_in_one_message(name: str, text: str) -> None:
    with pytest.raises(Malformed):
        take(name, Source("x", text))


@pytest.mark.parametrize("name", NAMES)
def test_the_json_test_suite_makes_no_format_fail(name: str, shared: Path) -> None:
    for path in sorted((shared / "bad-inputs/json-test-suite/test_parsing").glob("*.json")):
        try:
            take(name, Source(path.name, path.read_bytes().decode("latin-1")))
        except Malformed:
            continue
