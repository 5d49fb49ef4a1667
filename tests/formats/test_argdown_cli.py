"""Argdown's own command-line tool reads what we read, and what we write.

Needs `argdown` (npm `@argdown/cli`) on the path, or in the environment variable ARGDOWN.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from test_argdown import CASES

from argmap.document import Document
from argmap.formats.argdown.reading import read
from argmap.formats.argdown.values import CONCLUSION, Argdown
from argmap.formats.carrying import give, take
from argmap.formats.graph import Source


@pytest.fixture(scope="module")
def argdown() -> str:
    found = os.environ.get("ARGDOWN") or shutil.which("argdown")
    if not found:
        pytest.skip("needs Argdown's command-line tool: npm install @argdown/cli, and ARGDOWN=…")
    return found


def theirs(argdown: str, folder: Path, texts: Mapping[str, str]) -> dict[str, Any]:
    """The JSON that the tool makes of each text."""
    for name, text in texts.items():
        (folder / f"{name}.argdown").write_text(text, "utf-8", newline="")
    command = [argdown, "json", "*.argdown", str(folder / "out")]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    found = {name: folder / "out" / f"{name}.json" for name in texts}
    missing = [name for name, file in found.items() if not file.exists()]
    assert not missing, "the tool cannot read these"
    return {name: json.loads(file.read_text("utf-8")) for name, file in found.items()}


def from_tool(found: Any) -> dict[str, object]:
    """What can be compared of their JSON; blanks and order count for nothing."""
    return {
        "statements": {
            title: (
                sorted({squeezed(one.get("text", "")) for one in statement["members"]}),
                sorted(statement.get("tags") or ()),
            )
            for title, statement in found["statements"].items()
            if statement["members"]
        },
        "arguments": {
            title: [
                (
                    one["title"],
                    one["role"] != "premise",
                    tuple(one.get("inference", {}).get("inferenceRules", ())),
                )
                for one in argument["pcs"]
            ]
            for title, argument in found["arguments"].items()
        },
        "relations": sorted(
            (r["relationType"], r["from"], r["fromType"], r["to"], r["toType"],
             r.get("conclusionIndex", -1))
            for r in found["relations"]
        ),
    }  # fmt: skip


def from_us(said: Argdown) -> dict[str, object]:
    return {
        "statements": {
            title: (sorted({squeezed(one.text) for one in found.members}), sorted(found.tags))
            for title, found in said.statements.items()
        },
        "arguments": {
            title: [
                (
                    row.member.title,
                    row.member.role == CONCLUSION,
                    row.inference.rules if row.inference else (),
                )
                for row in found.rows
            ]
            for title, found in said.arguments.items()
        },
        "relations": sorted(
            (r.kind, r.source.title, r.source.type, r.target.title, r.target.type, r.target.row)
            for r in said.relations
        ),
    }


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_suite_is_read_alike(argdown: str, tmp_path: Path) -> None:
    sources = {case.source for case in CASES if not read(case.source).faults}
    texts = {f"case{number}": source for number, source in enumerate(sorted(sources))}
    for name, found in theirs(argdown, tmp_path, texts).items():
        assert from_us(read(texts[name])) == from_tool(found), texts[name]


def test_real_files_are_read_alike(argdown: str, tmp_path: Path, shared: Path) -> None:
    files = sorted((shared / "corpora/argdown").glob("*.argdown"))
    texts = {file.stem: file.read_text("utf-8") for file in files}
    assert len(texts) == 6
    for name, found in theirs(argdown, tmp_path, texts).items():
        assert from_us(read(texts[name])) == from_tool(found), name


def test_what_we_write_is_read_alike(argdown: str, tmp_path: Path, root: Path) -> None:
    """The project's maps, and the cases of the suite there and back again."""
    maps = {file.stem: file.read_text("utf-8") for file in sorted((root / "maps").glob("*.argmap"))}
    for number, source in enumerate(sorted({case.source for case in CASES})):
        maps[f"case{number}"] = take("argdown", Source("case", source)).text
    texts = {
        name: give("argdown", Document.of(text)).files[".argdown"] for name, text in maps.items()
    }
    for name, found in theirs(argdown, tmp_path, texts).items():
        assert not read(texts[name]).faults
        assert from_us(read(texts[name])) == from_tool(found), name
