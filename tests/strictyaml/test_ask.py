"""Asking a text that was read to be a number, a list, and so on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.strictyaml import (
    YamlFault,
    as_bool,
    as_float,
    as_int,
    as_list,
    as_map,
    as_text,
    is_null,
    load,
)

Ask = Callable[[object, str], object]

GIVEN: list[tuple[Ask, str, object]] = [
    (as_int, "3", 3),
    (as_int, "-12", -12),
    (as_int, "'3'", 3),
    (as_int, "007", 7),
    (as_float, "0.8", 0.8),
    (as_float, "1e3", 1000.0),
    (as_float, ".5", 0.5),
    (as_float, "1", 1.0),
    (as_bool, "true", True),
    (as_bool, "false", False),
    (as_text, "no", "no"),
    (as_list, "[a]", ["a"]),
    (as_map, "{a: b}", {"a": "b"}),
]

REFUSED: list[tuple[Ask, str, str]] = [
    (as_int, "1.5", "should be a whole number, not '1.5'"),
    (as_int, "٣", "not '٣'"),
    (as_int, "9" * 5000, "should be a whole number, not '9999"),
    (as_int, "[1]", "not a list"),
    (as_float, "high", "should be a number, not 'high'"),
    (as_float, "1e999", "not '1e999'"),
    (as_float, ".nan", "not '.nan'"),
    (as_float, "1_000", "not '1_000'"),
    (as_float, "0x10", "not '0x10'"),
    (as_float, "''", "not empty"),
    (as_bool, "yes", "should be true or false, not 'yes'"),
    (as_bool, "True", "not 'True'"),
    (as_bool, "[]", "not a list"),
    (as_text, "{a: b}", "should be text, not a mapping"),
    (as_list, "a", "should be a list, not 'a'"),
    (as_map, "[a]", "should be a mapping of keys to values, not a list"),
    (as_int, '"\\e[2J"', "not '␛[2J'"),
]


@pytest.mark.parametrize(("ask", "text", "value"), GIVEN)
def test_given(ask: Ask, text: str, value: object) -> None:
    answer = ask(load(text), "it")
    assert answer == value
    assert type(answer) is type(value) or isinstance(value, str)


@pytest.mark.parametrize(("ask", "text", "message"), REFUSED)
def test_refused(ask: Ask, text: str, message: str) -> None:
    with pytest.raises(YamlFault) as caught:
        ask(load(text), "it")
    assert message in caught.value.message
    assert len(caught.value.message) < 120


def test_the_fault_has_the_place_of_the_value() -> None:
    value = as_map(load("a: b\nweight: high\nc: [x]"), "the file")
    for key, line, column in (("weight", 2, 9), ("c", 3, 5)):
        with pytest.raises(YamlFault) as caught:
            as_float(value[key], key)  # type: ignore[index]
        assert (caught.value.line, caught.value.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "null"), [("~", True), ("null", True), ("", True), ("'null'", False), ("a", False)]
)
def test_null(text: str, null: bool) -> None:
    assert is_null(load(text)) == null
    assert not is_null("")
