"""What becomes of each case in the command line, and the page that tells it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from bad.cases import CASES, Case
from bad.running import run

from argmap import rules, workspace
from argmap.document import Document
from argmap.visible import visible

PAGE = Path(__file__).with_name("README.md")
ROW = re.compile(r"^\| ([A-Z]\d\d) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)


def outcome(case: Case, folder: Path) -> str:
    """The code and what is found (`check`), or why it is refused; of YAML and XML by `import`."""
    file = os.fsdecode(os.fsencode(folder) + b"/" + case.name)
    Path(file).write_bytes(case.data)
    command = ["import"] if case.id[0] in "XY" else ["check", "--all"]
    with pytest.MonkeyPatch.context() as patch:
        ran = run([*command, "--", file], terminal=False, patch=patch)
    ran.harmless(folder)
    assert Path(file).read_bytes() == case.data
    if ran.code == 2:
        first = ran.told.splitlines()[0].replace(visible(file, keep=""), "")
        return f"refused: {first.removeprefix('argmap: ').lstrip(':0123456789 ')[:90]}"
    if case.id[0] in "XY":
        return f"read; {ran.told.strip().splitlines()[-1]}"
    found = {fault.code: fault for fault in reversed(rules.check(document(file)))}
    told = ", ".join(f"{code} ({fault.severity})" for code, fault in sorted(found.items()))
    return f"{ran.code}: {told or 'nothing is wrong'}"


def document(file: str) -> Document:
    return Document.of(workspace.read(file).text)


def test_the_page_tells_what_becomes_of_each_case(tmp_path: Path) -> None:
    text = PAGE.read_text("utf-8")
    assert [found[1] for found in ROW.finditer(text)] == [*CASES]

    def row(found: re.Match[str]) -> str:
        case = CASES[found[1]]
        now = re.sub(r"[|\n\r]", " ", outcome(case, tmp_path)) if not case.big else found[4]
        return f"| {found[1]} | {found[2]} | {found[3]} | {visible(now)} |"

    now = ROW.sub(row, text)
    if os.environ.get("ARGMAP_UPDATE"):
        PAGE.write_text(now, "utf-8")
        pytest.skip("the page is rewritten, not compared")
    assert now == text


@pytest.mark.parametrize("case", [one for one in CASES if CASES[one].id[0] in "ELTMUSJP"])
def test_saved_as_it_was_and_changed_in_one_line_only(case: str, tmp_path: Path) -> None:
    """Loaded and saved: the same bytes. A line put in: all others as they were."""
    file = os.fsdecode(os.fsencode(tmp_path) + b"/" + CASES[case].name)
    Path(file).write_bytes(CASES[case].data)
    try:
        loaded = workspace.read(file)
    except workspace.Unreadable:
        return
    workspace.save(file, loaded.data(loaded.text), expected=loaded.signature)
    assert Path(file).read_bytes() == CASES[case].data
    loaded = workspace.read(file)
    at = len(loaded.text) // 2
    workspace.save(
        file, loaded.data(loaded.text[:at] + "é" + loaded.text[at:]), expected=loaded.signature
    )
    made = Path(file).read_bytes()
    assert made.replace("é".encode(), b"", 1).count(b"\n") == CASES[case].data.count(b"\n")
    assert loaded.data(loaded.text[:at]) == made[: len(loaded.data(loaded.text[:at]))]
    assert made.endswith(loaded.text[at:].encode())
