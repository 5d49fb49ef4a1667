"""`argmap check` as it is run: what it prints, what it mends, how it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import rules
from argmap.cli import main
from argmap.document import Document
from argmap.rules._mending import mend

BAD = "[It is old]{clam #old @lind +clsoe}. [Close it]{claim #close @lind @lind}.\n"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "bad.argmap"
    file.write_bytes(BAD.encode())
    return file


def test_a_finding_has_place_line_caret_and_help(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(bad)]) == 1
    out, err = capsys.readouterr()
    assert f"{bad}:1:13: error unknown-attribute: `clam` is neither" in out
    assert "\n                ^^^^\n" in out
    assert "Did you mean `close`?" in out
    assert "errors" in err
    assert "\x1b" not in out


def test_only_safe_fixes_are_applied(bad: Path) -> None:
    article = Document.of(BAD).article
    assert main(["check", "--fix", str(bad)]) == 1
    assert bad.read_text() == BAD.replace("@lind @lind", "@lind")
    assert main(["check", "--fix", "--unsafe", str(bad)]) == 0
    assert Document.of(bad.read_text()).article == article
    assert "{claim #old @lind +close}" in bad.read_text()


def test_json_and_sarif_tell_the_same(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--json", str(bad)])
    found = json.loads(capsys.readouterr().out)
    main(["check", "--sarif", str(bad)])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert [one["code"] for one in found] == [one["ruleId"] for one in run["results"]]
    assert found[0]["start"] == 12
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {one["code"] for one in found}


def test_a_rule_can_be_switched_off(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    codes = "unknown-attribute,unknown-target,duplicate-attribute"
    assert main(["check", "--off", codes, str(bad)]) == 0
    bad.write_text(f"---\nargmap: 1\nallow: [{codes}]\n---\n\n" + BAD)
    assert main(["check", str(bad)]) == 0
    assert main(["check", "--off", "unknown-atribute", str(bad)]) == 2
    assert "Did you mean `unknown-attribute`?" in capsys.readouterr().err


def test_one_unreadable_file_does_not_stop_the_others(
    bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(bad.parent / "none.argmap"), str(bad)]) == 2
    out, err = capsys.readouterr()
    assert "unknown-attribute" in out
    assert "none.argmap" in err


def test_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--list"]) == 0
    assert set(rules.codes()) == {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert main(["check", "--explain", "circular-support"]) == 0
    assert "Bad:" in capsys.readouterr().out


HEAVY = {
    *("textual", "rich", "lark", "yaml", "json", "pygraphviz", "multiprocessing", "subprocess"),
    *("dataclasses", "inspect", "pathlib", "hashlib", "shutil", "tempfile", "importlib.metadata"),
    *("argmap.workspace.saving", "argmap.formats", "argmap.evaluation", "argmap.edits"),
}


@pytest.mark.parametrize("arguments", [["check"], ["tree"], ["--version"]])
def test_commands_start_light(root: Path, arguments: list[str]) -> None:
    """What must not be imported for an article without faults."""
    file = [] if arguments == ["--version"] else ["maps/china-us-talks.argmap"]
    fitted = {"shutil", "rich"} if arguments == ["tree"] else set()  # to the terminal's width
    code = (
        "import sys; from argmap.cli import main; "
        f"main({[*arguments, *file]}); "
        f"sys.exit(' '.join(set({sorted(HEAVY - fitted)}) & sys.modules.keys()) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False, capture_output=True)
    assert done.returncode == 0, done.stderr


def test_fixes_are_applied_until_none_is_left() -> None:
    mended = mend(Document.of(BAD), unsafe=True)
    assert not [fault for fault in mended.left if fault.severity == "error"]
    assert mended.applied == 3


@pytest.mark.parametrize(
    "text", ["]{see}", "]{\\}", "a ]{premise \\} b}", "[a]{claim {\\\\", "{>> \\]"]
)
def test_no_fix_changes_the_article(text: str) -> None:
    """What is no mark is the article's own, a backslash in it as well."""
    document = Document.of(text)
    fixes = [fix for fault in rules.check(document) for fix in fault.fixes]
    assert fixes
    assert {document.edit(fix.edits).article for fix in fixes} == {document.article}
