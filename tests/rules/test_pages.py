"""Every code has a page, and what the pages say is so."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap import rules, text
from argmap.document import Document
from argmap.rules._pages import page

CODES = rules.codes()
CORE = ("syntax", "model", "front.py", "document.py")
TELLERS = {"Diagnostic", "located", "Located", "fault"}


@pytest.mark.parametrize("code", CODES)
def test_a_module_has_the_code_it_is_named_after(code: str) -> None:
    assert code == rules.module(code).CODE


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_all_its_parts(code: str) -> None:
    found = page(code)
    assert found.title.endswith(".")
    assert len(found.title) < 100
    assert found.bad.strip()
    assert found.good.strip()
    assert found.bad != found.good


@pytest.mark.parametrize("code", CODES)
def test_the_bad_example_has_exactly_this_fault(code: str) -> None:
    found = rules.check(Document.of(page(code).bad), off=["unheld-claim"] * (code[:6] != "unheld"))
    assert {fault.code for fault in found} == {code}
    assert {fault.severity for fault in found} == {page(code).severity}
    assert all(fault.hint for fault in found), "say how to mend it"


@pytest.mark.parametrize("code", CODES)
def test_the_good_example_is_sound(code: str) -> None:
    assert rules.check(Document.of(page(code).good)) == ()


@pytest.mark.parametrize("code", CODES)
def test_a_fix_removes_the_finding_and_keeps_the_article(code: str) -> None:
    bad = page(code).bad
    for fault in rules.check(Document.of(bad)):
        for fix in fault.fixes:
            mended = Document.of(text.apply(bad, fix.edits))
            assert code not in {left.code for left in rules.check(mended)}, fix
            assert mended.article == Document.of(bad).article


def test_the_codes_with_fixes_are_these() -> None:
    fixable = {
        fault.code: fault.fixes[0].safe
        for code in CODES
        for fault in rules.check(Document.of(page(code).bad))
        if fault.fixes and fault.code == code
    }
    assert {code for code, safe in fixable.items() if safe} == {
        "duplicate-attribute",
        "second-id",
        "smart-quotes",
    }
    assert {code for code, safe in fixable.items() if not safe} == {
        "duplicate-id",
        "head-without-mark",
        "hidden-character",
        "mark-without-beginning",
        "misspelt-key",
        "similar-speaker",
        "speaker-as-data",
        "unclosed-head",
        "unclosed-remark",
        "unknown-attribute",
        "unknown-rule",
        "unknown-speaker",
        "unknown-target",
    }


def told(root: Path) -> Iterator[str]:
    """The codes written in the core's sources."""
    package = root / "argmap"
    for name in CORE:
        for file in [package / name] if name.endswith(".py") else (package / name).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call) and node.args:
                    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    first = node.args[0]
                    if called in TELLERS and isinstance(first, ast.Constant):
                        yield str(first.value)


def test_the_core_tells_of_nothing_without_a_page(root: Path) -> None:
    assert set(told(root)) == set(rules.of_language())


def test_examples_are_told_from_the_text_around_them() -> None:
    assert re.match(r"\[It is true\].*\n\Z", page("circular-support").bad)
    assert "\n" in page("mixed-indent").bad


def test_a_code_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        page("nonesuch")
