"""Limits: what hits one says how it is raised, and raising it helps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap import limits, workspace
from argmap.cli import main
from argmap.formats import xmltext
from argmap.formats.malformed import Malformed
from argmap.limits import HIGHEST, BadLimit, Limits, told, variable
from argmap.strictyaml import YamlFault, load


@pytest.fixture(autouse=True)
def _usual() -> Iterator[None]:
    yield
    limits.use(Limits())


def test_each_limit_is_read_from_its_variable() -> None:
    for one in Limits._fields:
        found = told({variable(one): "7"})
        assert getattr(found, one) == 7
        for wrong in ("0", "-1", "x", "1.5", " ", str(getattr(HIGHEST, one) + 1), "\u0663"):
            with pytest.raises(BadLimit, match=variable(one)):
                told({variable(one): wrong})


def test_a_text_is_too_large_until_the_limit_is_raised(tmp_path: Path) -> None:
    file = tmp_path / "a.argmap"
    file.write_bytes(b"x" * 1_100_000)
    limits.use(Limits(text_mb=1))
    with pytest.raises(workspace.Unreadable, match="ARGMAP_TEXT_MB raises that limit"):
        workspace.read(file)
    limits.use(Limits(text_mb=2))
    assert len(workspace.read(file).text) == 1_100_000


DEEP = {"yaml_depth": "[" * 300 + "]" * 300, "entries": "[1, 2, 3, 4, 5]"}


@pytest.mark.parametrize("name", DEEP)
def test_yaml(name: str) -> None:
    limits.use(Limits(**{name: 4}))
    with pytest.raises(YamlFault) as fault:
        load(DEEP[name])
    assert f"{variable(name)} raises that" in str(fault.value)
    limits.use(Limits(**{name: 400}))
    assert load(DEEP[name])


def test_xml() -> None:
    deep = "<a>" * 3000 + "</a>" * 3000
    with pytest.raises(Malformed, match="ARGMAP_XML_DEPTH raises that"):
        xmltext.parse(deep)
    limits.use(Limits(xml_depth=3000))
    assert xmltext.parse(deep).tag == "a"


def test_in_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.argmap"
    file.write_bytes(b"x" * 1_100_000)
    monkeypatch.setenv("ARGMAP_TEXT_MB", "1")
    assert main(["strip", str(file)]) == 2
    assert "ARGMAP_TEXT_MB raises that limit" in capsys.readouterr().err
    monkeypatch.setenv("ARGMAP_TEXT_MB", "2")
    assert main(["check", str(file)]) == 0
    monkeypatch.setenv("ARGMAP_TEXT_MB", "many")
    assert main(["check", str(file)]) == 2
    assert "should be a number from 1 to" in capsys.readouterr().err


def test_the_readme_tells_of_each(root: Path) -> None:
    told_of = (root / "README.md").read_text("utf-8")
    assert [variable(one) for one in Limits._fields if variable(one) not in told_of] == []
