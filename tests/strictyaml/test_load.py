"""What is read from YAML, and what is refused with a place and a hint."""

from __future__ import annotations

import copy
import pickle
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from argmap.strictyaml import Limits, Scalar, YamlFault, load

READ = {
    "nothing": ("", ""),
    "only a comment": ("# nothing\n", ""),
    "one document, marked": ("---\na: b\n...\n", {"a": "b"}),
    "a byte order mark": ("\ufeffa: b", {"a": "b"}),
    "what looks like other types": (
        "[no, on, ~, null, 12:30:45, 1e3, 010, 0x1F, 2001-02-30, =, .5, '']",
        ["no", "on", "~", "null", "12:30:45", "1e3", "010", "0x1F", "2001-02-30", "=", ".5", ""],
    ),
    "keys too": ("yes: on\nnull: ~\n1: 2\n", {"yes": "on", "null": "~", "1": "2"}),
    "an empty value": ("a:\nb: ''\n", {"a": "", "b": ""}),
    "a block": ("a: |\n  one\n  two\nb: >\n  one\n  two\n", {"a": "one\ntwo\n", "b": "one two\n"}),
    "nested": ("a: [{b: [c]}]\nd:\n- e\n-\n  - f", {"a": [{"b": ["c"]}], "d": ["e", ["f"]]}),
    "a quoted merge key": ('"<<": a', {"<<": "a"}),
    "half a surrogate pair": ('a: "\\ud800"', {"a": "\ud800"}),
    "carriage returns": ("a: b\rc: d\r\n", {"a": "b", "c": "d"}),
    "a huge number": ("a: " + "9" * 5000, {"a": "9" * 5000}),
}

REFUSED = {
    "alias": ("a: &x [1]\nb: *x\n", 1, 4, "anchors"),
    "bare alias": ("a: *x\n", 1, 4, "aliases"),
    "holds itself": ("&a [*a]\n", 1, 1, "anchors"),
    "merge key": ("a:\n  <<: {b: c}\n", 2, 3, "merge keys"),
    "tag": ("a: !!int 3\n", 1, 4, "tags"),
    "code": ("!!python/object/apply:os.system ['touch PWNED']\n", 1, 1, "tags"),
    "the tag that says text": ("a: !!str 3\n", 1, 4, "tags"),
    "double key": ("a: 1\nb: 2\na: 3\n", 3, 1, "'a' stands in line 1 already"),
    "a list as key": ("[a]: b\n", 1, 1, "a key has to be a text"),
    "a mapping as key": ("? {a: b}\n: c\n", 1, 3, "a key has to be a text"),
    "two documents": ("a: 1\n---\nb: 2\n", 2, 1, "one document"),
    "a tab": ("a:\n\tb: 1\n", 2, 1, "cannot start any token"),
    "two colons": ("title: War: what for?\n", 1, 11, "mapping values"),
    "an open bracket": ("a: [b\n", 2, 1, "did not find"),
    "an open quote": ("a: 'b\n", 2, 1, "end of stream"),
    "NUL": ("a: b\nc: \0\n", 2, 4, "U+0000"),
    "ESC": ("a: \x1b[0m\n", 1, 4, "U+001B"),
    "next line": ("a: 'b\x85c'\n", 1, 6, "U+0085"),
    "line separator": ("a: 'b\u2028c'\n", 1, 6, "U+2028"),
    "a raw surrogate": ("a: \ud800\n", 1, 4, "U+D800"),
    "noncharacter": ("a: \uffff\n", 1, 4, "U+FFFF"),
    "no character": ('a: "\\UFFFFFFFF"', 1, 7, "escape"),
    "no character, slowly": ('a: "\\ud800\\UFFFFFFFF"', 0, 0, "escape"),
    "YAML 3": ("%YAML 3.0\n---\na\n", 1, 1, "incompatible"),
    "a huge version, slowly": ("%YAML 1." + "9" * 5000 + '\n---\n"\\ud800"', 0, 0, "version"),
}


@pytest.mark.parametrize(("text", "value"), READ.values(), ids=READ)
def test_read(text: str, value: object) -> None:
    assert load(text) == value


@pytest.mark.parametrize(("text", "line", "column", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, line: int, column: int, message: str) -> None:
    with pytest.raises(YamlFault) as caught:
        load(text)
    assert message in caught.value.message
    assert (caught.value.line, caught.value.column) == (line, column)


def test_the_fault_says_where_and_what_to_do() -> None:
    with pytest.raises(YamlFault) as caught:
        load("a: 1\nb: *a")
    assert (
        str(caught.value) == "line 2, column 4: aliases (*name) are not read (write the value out)"
    )


def test_the_same_without_the_c_scanner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    for text, value in READ.values():
        assert load(text) == value
    for text, *_ in REFUSED.values():
        with pytest.raises(YamlFault):
            load(text)


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, "levels deep"),
        ("- " * 100_000, "levels deep"),
        ("{a: " * 100_000, "levels deep"),
        ("\n".join(" " * depth + "a:" for depth in range(900)), "levels deep"),
        ("[" + "a," * 20_000 + "]", "entries"),
        ("a" * 1_000_001, "characters"),
    ],
    ids=["flow", "block", "mapping", "indented", "wide", "long"],
)
def test_limits(text: str, message: str, fast: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", fast)
    start = time.perf_counter()
    with pytest.raises(YamlFault, match=message):
        load(text, Limits(size=1_000_000, nodes=10_000, slow=1_000_000))
    assert time.perf_counter() - start < 5


def test_at_the_limits() -> None:
    limits = Limits(size=20, depth=3, nodes=4)
    assert load("[[[a]]]", limits) == [[["a"]]]
    for text in ("[[[[]]]]", "[a, b, c, d]", "a" * 21):
        with pytest.raises(YamlFault):
            load(text, limits)


def test_a_scanner_that_looks_ahead_to_a_limit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(*_: object, **__: object) -> Iterator[yaml.Event]:
        mark = yaml.Mark("", 0, 0, 1000, None, None)
        raise yaml.scanner.ScannerError(None, None, "exceeded maximum nesting depth", mark)

    monkeypatch.setattr(yaml, "parse", parse)
    with pytest.raises(YamlFault, match=r"^line 1, column 1001: nested more than 256 levels deep"):
        load("[" * 100_000)


def test_a_text_that_only_the_slow_scanner_reads_has_a_limit_of_its_own() -> None:
    with pytest.raises(YamlFault, match="allowed here"):
        load('a: "\\ud800"' + " " * 100, Limits(slow=100))


def test_places() -> None:
    value = load("a: b\nlist:\n  - 'c'\n")
    assert isinstance(value, dict)
    (_, first), (key, items) = value.items()
    assert isinstance(first, Scalar)
    assert isinstance(items, list)
    assert isinstance(items[0], Scalar)
    assert (first.line, first.column, first.plain) == (1, 4, True)
    assert (key.line, key.column) == (2, 1)
    assert (items[0].line, items[0].column, items[0].plain) == (3, 5, False)


@pytest.mark.parametrize("twin", [copy.deepcopy, lambda it: pickle.loads(pickle.dumps(it))])  # type: ignore[misc]
def test_a_scalar_can_be_copied(twin: object) -> None:
    assert callable(twin)
    again = twin(Scalar("a", 2, 3, True))
    assert (again, again.line, again.column, again.plain) == ("a", 2, 3, True)


def cases(folder: Path) -> Iterator[tuple[str, str]]:
    for row in (folder / "index.tsv").read_text("utf-8").splitlines()[1:]:
        name, file, kind, _ = row.split("\t")
        if kind == "yaml":
            yield name, (folder / file).read_text("utf-8")


ATTACKS = {
    "Y01": "anchors",
    "Y02": "anchors",
    "Y03": "levels deep",
    "Y04": "levels deep",
    "Y05": None,
    "Y06": None,
    "Y07": "already",
    "Y08": "tags",
    "Y09": None,
    "Y10": "one document",
    "Y11": "anchors",
    "Y12": "cannot start any token",
    "Y13": "U+0000",
    "Y14": None,
}


def test_attacks(bad_inputs: Path) -> None:
    seen = {}
    for name, text in cases(bad_inputs):
        start = time.perf_counter()
        try:
            load(text)
            seen[name] = None
        except YamlFault as fault:
            seen[name] = ATTACKS[name] if ATTACKS[name] in fault.message else fault.message
        assert time.perf_counter() - start < 10, name
    assert seen == ATTACKS


def test_yaml_test_suite(shared: Path) -> None:
    """Each text of the suite ends fast, with a value or with our own exception."""
    read = refused = 0
    for path in sorted((shared / "bad-inputs/yaml-test-suite/src").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            if "yaml" not in case:
                continue
            text = case["yaml"]
            for shown, meant in (("␣", " "), ("↵", ""), ("∎\n", ""), ("←", "\r"), ("⇔", "\ufeff")):
                text = text.replace(shown, meant)
            text = text.replace("————»", "\t").replace("———»", "\t").replace("——»", "\t")
            text = text.replace("—»", "\t").replace("»", "\t")
            start = time.perf_counter()
            try:
                load(text)
                read += 1
            except YamlFault:
                refused += 1
            assert time.perf_counter() - start < 10, path.name
    assert read > 150
    assert refused > 100
