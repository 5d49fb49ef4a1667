"""The maps are sound, and the annotated article is the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.cli import main
from argmap.document import Document
from argmap.views.outline import outline
from argmap.workspace import read

MAPS = sorted((Path(__file__).parent.parent / "maps").glob("*.argmap"))


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.stem)
def test_a_map_is_sound_and_its_tree_whole(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = Document.of(read(path).text)
    assert document.diagnostics == ()
    rows = [*outline(document)]
    assert {name for row in rows for name in (row.claim,)} == {*document.map.claims}
    assert main(["check", str(path)]) == 0
    assert main(["tree", str(path)]) == 0
    assert capsys.readouterr().out


def test_the_article_is_kept(shared: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = next(path for path in MAPS if path.stem == "china-us-talks")
    assert main(["strip", str(path)]) == 0
    article = (shared / "articles" / "china-us-talks.txt").read_bytes()
    assert capsysbinary.readouterr().out == article


def test_a_fault_is_shown_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.argmap"
    path.write_text("[It is old]{premise +clsoe} [x]{#close}\n")
    assert main(["check", str(path)]) == 1
    out = capsys.readouterr().out
    assert ":1:21: error unknown-target" in out
    assert "Did you mean `close`?" in out


def test_misuse_is_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chekc"]) == 2
    assert main(["check", str(tmp_path / "none.argmap")]) == 2
    assert "check" in capsys.readouterr().err
