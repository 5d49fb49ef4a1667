"""Each of the 48 fault cases is held by a test, and the page tells which."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = Path(__file__).with_name("README.md")
ROW = re.compile(r"^\| (F\d\d) \| ([^|]*) \| ([^|]*) \| ([^|]*) ?\|$", re.MULTILINE)


def marked() -> Iterator[tuple[str, str]]:
    """Each fault case with a test that is marked with it."""
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for mark in node.decorator_list:
                    if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.fault":
                        name = f"{file.relative_to(TESTS)}::{node.name}"
                        yield from ((ast.literal_eval(one), name) for one in mark.args)


def test_the_page_tells_which_test_holds_which_case() -> None:
    held: dict[str, list[str]] = {}
    for case, name in marked():
        held.setdefault(case, []).append(f"`{name}`")

    def row(found: re.Match[str]) -> str:
        tests = "<br>".join(held.get(found[1], []))
        return f"| {found[1]} | {found[2]} | {found[3]} | {tests} |"

    text = PAGE.read_text("utf-8")
    now = ROW.sub(row, text)
    if os.environ.get("ARGMAP_UPDATE"):
        PAGE.write_text(now, "utf-8")
        pytest.skip("the page is rewritten, not compared")
    cases = [found[1] for found in ROW.finditer(text)]
    assert cases == [f"F{number:02}" for number in range(1, 49)]
    assert set(held) == set(cases)
    assert text == now
