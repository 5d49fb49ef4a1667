"""The bad inputs as files of each format that is read, and the third-party lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from bad.cases import CASES
from bad.hostile import bare
from bad.running import run
from fuzz import guard
from fuzz.targets.exporters import writers
from fuzz.targets.importers import readers

from argmap import rules, workspace
from argmap.cli import importing
from argmap.document import Document
from argmap.formats import jsontext
from argmap.formats.carrying import give, take
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed
from argmap.strictyaml import YamlFault, load
from argmap.workspace.disk import cut


def read(name: str, text: str) -> str | None:
    """What a format makes of a text, or its message is seen."""
    try:
        return take(name, Source("file", text, None)).text
    except (Malformed, YamlFault) as fault:
        assert importing._message("file", text, fault)
    return None


@pytest.mark.parametrize("name", readers())
def test_as_a_file_of_any_format(name: str) -> None:
    for case in CASES.values():
        if not case.big:
            text = case.data.decode("utf-8", "replace")
            guard.watched(lambda _, text=text: read(name, text), b"")


def naughty(shared: Path) -> list[str]:
    return json.loads((shared / "bad-inputs/blns/blns.json").read_text("utf-8"))  # type: ignore[no-any-return]


def line(text: str) -> str:
    return re.sub(r"[\r\n\0]", " ", text)


def test_naughty_strings_as_words_names_and_files(shared: Path, tmp_path: Path) -> None:
    """R01: body, claim, id; each is there after each export that is read again."""
    strings = [line(one) for one in naughty(shared) if line(one).strip()]
    text = "".join(f"[{bare(one)}]{{claim #n{n}}}\n\n" for n, one in enumerate(strings))
    document = Document.of(text)
    claims = document.map.claims.values()
    assert [document.words(one.occurrences[0]) for one in claims] == strings
    for name in writers():
        made, *beside = give(name, document).files.values()
        made.encode()
        if name in readers():
            read_again = take(name, Source("x", made, beside[0] if beside else None)).text
            assert len(Document.of(read_again).map.claims) >= len(strings) * 0.9
    for number, one in enumerate(strings):
        Document.of(f"[x]{{claim #{one} @{one} .{one}}}\n\n#{one}: x\n@{one} = x\n")
        name = cut(one.replace("/", "_"), 200) + f"{number}.argmap"
        (tmp_path / name).write_text(f"[{bare(one)}]{{claim}}\n")
        with pytest.MonkeyPatch.context() as patch:
            ran = run(["check", "--", str(tmp_path / name)], terminal=True, patch=patch)
        ran.harmless(tmp_path, Path.home())


def utf8_tests(shared: Path) -> Iterator[tuple[bytes, bool]]:
    text = (shared / "bad-inputs/utf8tests/utf8tests.txt").read_text("utf-8")
    for found in re.finditer(r"^[\d.]+:(valid|invalid) hex:([0-9a-fA-F ]+)", text, re.MULTILINE):
        yield bytes.fromhex(found[2]), found[1] == "valid"


def test_utf8(shared: Path, tmp_path: Path) -> None:
    """R02, R03: what is no UTF-8 is refused at its first bad byte, and nothing is changed."""
    seen = 0
    for data, valid in utf8_tests(shared):
        file = tmp_path / "x.argmap"
        file.write_bytes(data)
        seen += 1
        try:
            loaded = workspace.read(file)
        except workspace.Unreadable as fault:
            if fault.offset is not None:
                assert not valid
                assert (
                    data[: fault.offset].decode("utf-8", "replace").encode() == data[: fault.offset]
                )
                with pytest.raises(UnicodeDecodeError):
                    data[fault.offset :].decode()
        else:
            assert loaded.data(loaded.text) == data
    assert seen > 50
    with pytest.raises(workspace.Unreadable) as told:
        workspace.read(shared / "bad-inputs/kuhn/UTF-8-test.txt")
    assert told.value.offset == 4461


ODD = {"␣": " ", "»": "\t", "↵": "", "∎\n": "", "←": "\r", "⇔": "\ufeff"}
"""What stands in that suite for characters that cannot be seen."""


def test_the_yaml_test_suite(shared: Path) -> None:
    """R04: each text is read or refused by our own error, as YAML and as a map in YAML."""
    seen = 0
    for path in sorted((shared / "bad-inputs/yaml-test-suite/src").glob("*.yaml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            text = str(case.get("yaml", ""))
            for odd, meant in ODD.items():
                text = text.replace(odd, meant)
            guard.watched(lambda _, text=text: read("yaml", text), b"")
            try:
                load(text)
            except YamlFault as fault:
                assert fault.message
            seen += 1
    assert seen > 300


def test_trojan_sources(shared: Path) -> None:
    """R05: what reads otherwise than it is is told."""
    seen = 0
    for path in sorted((shared / "bad-inputs/trojan-source").rglob("*")):
        if path.is_file() and re.match(
            r"commenting-out|early-return|stretched-string|homoglyph-|invisible-", path.name
        ):
            faults = rules.check(Document.of(path.read_text("utf-8")))
            told = {fault.code for fault in faults if fault.severity != "note"}
            assert told & {"hidden-character", "look-alike-letters"}, path.name
            seen += 1
    assert seen > 5


def test_the_json_test_suite(shared: Path, tmp_path: Path) -> None:
    """R06: y_ is read, n_ refused, i_ either; and none of it does harm as a file."""
    seen = 0
    for path in sorted((shared / "bad-inputs/json-test-suite/test_parsing").glob("*.json")):
        data = path.read_bytes()
        try:
            text = workspace.read(path, older=True).text
        except workspace.Unreadable:
            assert not path.name.startswith("y_")
            continue
        try:
            jsontext.load(text)
            accepted = True
        except Malformed:
            accepted = False
        valid_text = "�" not in data.decode("utf-8", "replace")
        if path.name.startswith("y_"):
            assert accepted, path.name
        elif path.name.startswith("n_") and valid_text:
            assert not accepted, path.name
        with pytest.MonkeyPatch.context() as patch:
            run(["import", str(path)], terminal=True, patch=patch).harmless(path.parent, tmp_path)
        seen += 1
    assert seen > 250


def test_the_mutations_of_our_maps(root: Path) -> None:
    """R08: cut anywhere, with a byte taken out, doubled or flipped, an article is what is left."""
    for path in sorted((root / "maps").glob("*.argmap")):
        data = path.read_bytes()
        for at in range(0, len(data), max(1, len(data) // 12)):
            byte, rest = data[at : at + 1], data[at + 1 :]
            for piece in (b"", byte * 2, bytes([data[at] ^ 8])):
                made = data[:at] + piece + rest
                for text in (data[:at].decode("utf-8", "ignore"), made.decode("utf-8", "ignore")):
                    document = Document.of(text)
                    assert "".join(unit.source for unit in document.units) == text
