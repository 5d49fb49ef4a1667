"""Comparing and merging by lines: nothing lost, nothing made up, whoever comes first."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.lines import Piece, changes, cut, hunks, merge, unified
from argmap.text import apply

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n", "d\r\n", "e\r", "f", "ggg\n"]))
PLAIN = st.lists(st.sampled_from(["a\n", "b\n", "\n", "ccc\n"]))
TEXTS = LINES.map("".join)


@given(st.text())
def test_lines_are_the_text(text: str) -> None:
    assert "".join(cut(text)) == text


@given(TEXTS, TEXTS)
def test_changes_lead_there(old: str, new: str) -> None:
    assert apply(old, changes(old, new)) == new


@given(LINES, LINES)
def test_hunks_are_apart_and_in_order(old: list[str], new: list[str]) -> None:
    found = hunks(old, new)
    made: list[str] = []
    at = 0
    for a, b, c, d in found:
        assert at <= a <= b
        assert a < b or c < d
        made += old[at:a] + new[c:d]
        at = b
    assert made + old[at:] == new


def sides(pieces: list[Piece]) -> tuple[str, str, str]:
    return (
        "".join(line for piece in pieces for line in piece.base),
        "".join(line for piece in pieces for line in piece.mine),
        "".join(line for piece in pieces for line in piece.theirs),
    )


def merged(pieces: list[Piece]) -> str:
    return "".join(line for p in pieces for line in (("?",) if p.merged is None else p.merged))


def flipped(pieces: list[Piece]) -> list[Piece]:
    return [Piece(base, theirs, mine, merged) for base, mine, theirs, merged in pieces]


@given(TEXTS, TEXTS, TEXTS)
def test_a_merge_holds_all_three_texts(base: str, mine: str, theirs: str) -> None:
    pieces = merge(base, mine, theirs)
    assert sides(pieces) == (base, mine, theirs)
    assert merge(base, theirs, mine) == flipped(pieces)
    for piece in pieces:
        if piece.mine == piece.base:
            assert piece.merged == piece.theirs
        elif piece.theirs in (piece.base, piece.mine):
            assert piece.merged == piece.mine
        else:
            assert piece.merged is None


@given(TEXTS, TEXTS)
def test_one_side_unchanged_gives_the_other(base: str, other: str) -> None:
    for pieces in (merge(base, base, other), merge(base, other, base), merge(base, other, other)):
        assert merged(pieces) == other


@given(st.integers(0, 8), st.integers(0, 8), st.sampled_from(["", "x\n", "x\ny\n"]))
def test_changes_of_other_lines_never_ask(first: int, second: int, new: str) -> None:
    olds = [f"line {number}\n" for number in range(12)]
    if first == second:
        return
    mine, theirs = list(olds), list(olds)
    mine[first] = "mine\n"
    theirs[second] = new
    both = list(mine)
    both[second] = new
    pieces = merge("".join(olds), "".join(mine), "".join(theirs))
    assert merged(pieces) == "".join(both)


def test_many_equal_lines_are_no_trouble() -> None:
    old = "same\n" * 60_000
    new = "same\n" * 30_000 + "other\n" + "same\n" * 30_001
    assert apply(old, changes(old, new)) == new
    backwards = "".join(f"{n}\n" for n in range(40_000, 0, -1))
    forwards = "".join(f"{n}\n" for n in range(40_000))
    assert apply(backwards, changes(backwards, forwards)) == forwards


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not here")
@given(PLAIN, PLAIN)
def test_patch_understands_the_difference(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], new: list[str]
) -> None:
    folder: Path = tmp_path_factory.mktemp("patch")
    told = unified("".join(old), "".join(new))
    (folder / "f").write_text("".join(old))
    subprocess.run(
        ["patch", "-s", "f"], cwd=folder, input="\n".join(["--- f", "+++ f", *told, ""]),
        text=True, check=bool(told), capture_output=True,
    )  # fmt: skip
    assert not told or not (folder / "f").exists() or (folder / "f").read_text() == "".join(new)
    assert bool(told) == (old != new)
