"""Terminal cells."""

from __future__ import annotations

import pytest

from argmap.cells import cut, width

WIDTHS = {
    "": 0,
    "street": 6,
    "漢字": 4,
    "e\u0301": 1,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467": 2,
    "1\ufe0f\u20e3": 2,
    "שלום": 4,
    "\uff21": 2,
}

CUTS = [
    ("street", 6, "street"),
    ("street", 5, "stre…"),
    ("street", 1, "…"),
    ("street", 0, ""),
    ("street", -3, ""),
    ("漢字漢字", 8, "漢字漢字"),
    ("漢字漢字", 7, "漢字漢…"),
    ("漢字漢字", 6, "漢字…"),
    ("cafe\u0301s here", 5, "cafe\u0301…"),
    (
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 walk",
        3,
        "\U0001f468\u200d\U0001f469\u200d\U0001f467…",
    ),
    ("\U0001f468\u200d\U0001f469\u200d\U0001f467 walk", 2, "…"),
]


@pytest.mark.parametrize(("text", "cells"), WIDTHS.items())
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(("text", "cells", "expected"), CUTS)
def test_cut(text: str, cells: int, expected: str) -> None:
    assert cut(text, cells) == expected


def test_cut_closes_as_told() -> None:
    assert cut("the street", 6, end="") == "the st"
    assert cut("the street", 6, end="...") == "the..."


def test_cut_of_a_huge_text_looks_at_its_beginning_only() -> None:
    assert cut("x" * 100_000_000, 4) == "xxx…"
    assert len(cut("Z" + "\u0335" * 1_000_000, 10)) < 200
