"""Invariants of reading and writing YAML, over nasty texts."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.strictyaml import YamlFault, dump, load

ODD = [
    *"\0\a\b\t\n\r\x1b\x7f\x85\xa0\xad\u2028\u2029\u202e\u200d\ufeff\ufffe\ud800\udfff\U0001f468\U0010ffff",
    *"#-:?,[]{}&*!|>'\"%@`~=<\\ .0e",
    *("no", "~", "<<", "---", "...", "1e3", ": ", " #", "\\n", "\n  ", "a"),
]
TEXTS = st.lists(st.sampled_from(ODD) | st.characters(), max_size=12).map("".join)
LEAVES = (
    TEXTS | st.integers(-(10**20), 10**20) | st.booleans() | st.none() | st.floats(allow_nan=False)
)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)


def as_read(value: Any) -> Any:
    """The value as `load` gives it: all that is no collection as text."""
    if isinstance(value, dict):
        return {key: as_read(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_read(item) for item in value]
    return value if isinstance(value, str) else dump(value).rstrip("\n")


@given(VALUES)
@example({"a": "a\n b\n"})
def test_what_is_written_is_read(value: object) -> None:
    text = dump(value)
    assert yaml.safe_load(text) == value
    assert load(text) == as_read(value)
    text.replace("\\uD", "").encode()  # nothing odd is left in it


@given(VALUES)
def test_the_same_value_is_the_same_text(value: object) -> None:
    assert dump(yaml.safe_load(dump(value))) == dump(value)


def refusal(text: str) -> YamlFault | None:
    try:
        load(text)
    except YamlFault as fault:
        return fault
    return None


@given(TEXTS)
@example("a: &b [*b]")
def test_any_text_is_read_or_refused(text: str) -> None:
    fault = refusal(text)
    assert fault is None or (fault.message and fault.line >= 0)


@given(VALUES.map(dump), st.integers(0, 200), st.sampled_from(ODD))
def test_damage_is_read_or_refused(text: str, at: int, odd: str) -> None:
    fault = refusal(text[:at] + odd + text[at:])
    assert fault is None or fault.message
