"""Simple front matter is read without PyYAML, to the same end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap import strictyaml
from argmap.front import _plain

BODIES = st.text(st.sampled_from("ab: 1.,;()'-/\n#[{&*!|>%@`\"?=~"), max_size=30)


@given(BODIES)
def test_simple_front_matter_is_what_yaml_says(body: str) -> None:
    found = _plain(body)
    if found is not None:
        assert found == strictyaml.load(body)


def test_most_front_matter_is_simple() -> None:
    assert _plain("argmap: 1\ntitle: Wang (and others) met.\n") == {
        "argmap": "1",
        "title": "Wang (and others) met.",
    }
    assert _plain("allow: [a]\n") is None
