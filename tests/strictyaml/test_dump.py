"""The YAML that is written: readable, and the same for every reader."""

from __future__ import annotations

import time

import pytest
import yaml

from argmap.strictyaml import dump, load

MAP = {
    "argmap": 1,
    "title": "Talks: what next?",
    "language": "no",
    "speakers": [{"id": "wang", "name": "Wang Yi"}, {"id": "x-2", "of": []}],
    "positions": {},
    "flags": [True, False, None, 0.5, -3, 1e16, 1e-7],
    "grid": [["a", "b"], [["c"], {"d": {"e": "f"}}]],
    "note": "one\n  two\n\nthree\n",
    "end": "line\n",
    "漢字": "ja: 'nein' \"no\" \\",
}

WRITTEN = """\
argmap: 1
title: "Talks: what next?"
language: "no"
speakers:
  - id: wang
    name: "Wang Yi"
  - id: x-2
    of: []
positions: {}
flags:
  - true
  - false
  - null
  - 0.5
  - -3
  - 1.0e+16
  - 1.0e-07
grid:
  - - a
    - b
  - - - c
    - d:
        e: f
note: "one\\n\\
  \\  two\\n\\
  \\n\\
  three\\n"
end: "line\\n"
"漢字": "ja: 'nein' \\"no\\" \\\\"
"""

TEXTS = {
    "a word": ("close", "close"),
    "a name with hyphens": ("old-bridge_2", "old-bridge_2"),
    "empty": ("", '""'),
    "a number": ("12", '"12"'),
    "for YAML 1.1 a boolean": ("Off", '"Off"'),
    "one letter": ("y", '"y"'),
    "null": ("Null", '"Null"'),
    "sexagesimal": ("1:30", '"1:30"'),
    "an exponent": ("1e3", '"1e3"'),
    "two words": ("two words", '"two words"'),
    "a hyphen first": ("-a", '"-a"'),
    "tab": ("a\tb", r'"a\tb"'),
    "carriage return": ("a\r\nb", '"a\\r\\n\\\n  b"'),
    "ESC, NEL, DEL": ("\x1b\x85\x7f", r'"\x1B\x85\x7F"'),
    "line separator": ("\u2028", r'"\u2028"'),
    "bidi": ("\u202ex", r'"\u202Ex"'),
    "byte order mark": ("\ufeff", r'"\uFEFF"'),
    "half a surrogate pair": ("\ud800", r'"\uD800"'),
    "noncharacters": ("\uffff\U0001fffe", r'"\uFFFF\U0001FFFE"'),
    "emoji": ("\U0001f468\u200d\U0001f469", '"\U0001f468\u200d\U0001f469"'),
    "Persian": ("می\u200cخواهم", '"می\u200cخواهم"'),
    "a final newline": ("ab\n", r'"ab\n"'),
    "newlines only": ("\n\n", '"\\n\\\n  \\n"'),
    "ends like a marker": ("---", '"---"'),
}


def test_layout() -> None:
    assert dump(MAP) == WRITTEN
    assert yaml.safe_load(WRITTEN) == MAP


@pytest.mark.parametrize(("text", "written"), TEXTS.values(), ids=TEXTS)
def test_texts(text: str, written: str) -> None:
    assert dump(text) == written + "\n"
    assert yaml.safe_load(dump({"a": [text]})) == {"a": [text]}
    assert yaml.safe_load(dump({text: text})) == {text: text}
    assert load(dump([text])) == [text]


def test_a_long_key_is_still_a_key() -> None:
    for length in (995, 998, 999, 1024, 5000):
        value = {"x " * length: {"a": ["b"]}, "list": [{"k" * length: "v\nw"}]}
        assert yaml.safe_load(dump(value)) == value
        assert load(dump(value)) == value


def test_tuples_are_lists_and_subclasses_are_what_they_derive_from() -> None:
    class Name(str):
        pass

    assert dump((Name("a b"), ())) == '- "a b"\n- []\n'
    assert dump(load("a: [b, {c: 3}]")) == 'a:\n  - b\n  - c: "3"\n'


@pytest.mark.parametrize("value", [{1: "a"}, [object()], b"bytes", {"a": {2}}])
def test_other_types_are_wrong_arguments(value: object) -> None:
    with pytest.raises(TypeError):
        dump(value)


def test_a_value_that_holds_itself() -> None:
    value: list[object] = []
    value.append({"a": value})
    with pytest.raises(ValueError, match="holds itself"):
        dump(value)
    twice = ["a"]
    assert dump([twice, twice]) == "- - a\n- - a\n"


def test_not_a_number() -> None:
    assert dump([float("nan"), float("inf"), float("-inf")]) == "- .nan\n- .inf\n- -.inf\n"


def test_no_recursion() -> None:
    value: object = "a"
    for _ in range(5_000):
        value = [value]
    assert dump(value).startswith("- - - ")


def test_is_linear() -> None:
    claims = [{"id": f"claim-{n}", "text": "the old bridge " * 20} for n in range(20_000)]
    start = time.perf_counter()
    text = dump(claims)
    assert len(text) > 6_000_000
    assert time.perf_counter() - start < 10  # a guard; it takes 0.4 s
