"""brat: lines in any order, spans that drifted, relations that say more than brat can."""

from __future__ import annotations

import pytest
from reading import steps, taken

from argmap.formats.brat import sort

TEXT = "Close it. Cables rust, and\nthe rust is deep. Traffic is light."


def test_spans_become_marks() -> None:
    spans = "T1\tMajorClaim 0 8\tClose it\nT2\tPremise 10 21\tCables rust\n"
    lines = spans + "R1\tsupports Arg1:T2 Arg2:T1\t\n"
    document, report = taken("brat", lines, TEXT)
    assert document.article == TEXT
    assert document.text.startswith(
        "[Close it]{claim #close-it .thesis}. [Cables rust]{premise #cables-rust}, and"
    )
    assert steps(document) == ["cables-rust +> close-it"]
    assert report.lossless


def test_fragments_at_a_line_end_are_one_mark() -> None:
    document, _ = taken("brat", "T1\tClaim 10 26;27 43\tCables rust, and the rust is deep", TEXT)
    claim = document.map.claims["cables-rust-and"]
    assert document.words(claim.occurrences[0]) == "Cables rust, and\nthe rust is deep"
    document, _ = taken("brat", "T1\tClaim 0 5;10 16\tClose Cables", TEXT)
    assert len(document.map.claims["close-cables"].occurrences[0].pieces) == 2


def test_line_ends_count_as_they_are_on_disk() -> None:
    document, report = taken("brat", "T1\tClaim 3 4\tb\r\nT2\tClaim 6 7\tc\r\n", "a\r\nb\r\nc")
    assert document.text == "a\r\n[b]{claim #b}\r\n[c]{claim #c}"
    assert report.lossless


def test_spans_are_found_by_their_words() -> None:
    document, report = taken("brat", 'T1\tClaim 2 10\tClose it\nT2\tClaim 5 9\tnever "said', TEXT)
    assert document.text.startswith("[Close it]{claim #close-it}.")
    assert document.wording("never-said") == 'never "said'
    assert report.count("changed", "places") == report.count("dropped", "places") == 1
    assert report.warnings == (
        "line 1: T1 stands at 0, not at 2",
        "line 2: T2: its words do not stand in the text",
    )


WRONG = {
    "T1 Claim 0 8": "line 3: 2 parts with tabs between them are needed, not 1: T1 Claim 0 8",
    "T9\tClaim 8 0\tx": "line 3: the end is before the start: T9\tClaim 8 0\tx",
    "T9\tClaim a b\tx": "line 3: a type and two offsets are needed, such as `Claim 5 40`: ",
    "R9\tsupports Arg1:T1 Arg2:T7": "line 3: there is no T7: R9",
    "A1\tStance": "line 3: what it is about is missing: A1",
    "Q\tx": "line 3: no line of brat begins so: Q",
    "T1\tClaim 0 8\tClose it": "line 3: T1 was there before",
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_named_and_skipped(line: str) -> None:
    lines = f"T1\tClaim 0 8\tClose it\n\n{line}\nT2\tClaim 10 21\tCables rust\n"
    document, report = taken("brat", lines, TEXT)
    assert list(document.map.claims) == ["close-it", "cables-rust"]
    assert report.count("dropped", "malformed lines") == 1
    assert report.warnings[0].startswith(WRONG[line])


SPANS = "T1\tClaim 0 8\tClose it\nT2\tClaim 10 21\tCables rust\nT3\tClaim 27 43\tthe rust is deep\n"
RELATIONS = {
    "R1\tattacks Arg1:T2 Arg2:T1": ["cables-rust -> close-it"],
    "R1\tcites Arg1:T2 Arg2:T1": [],
    "R1\tparts_of_same Arg1:T3 Arg2:T2\nR2\tsupports Arg1:T3 Arg2:T1": [
        "cables-rust-the +> close-it"
    ],
    "R1\tattacks Arg1:T2 Arg2:T1\nR2\tattacks Arg1:T3 Arg2:T2\n"
    "#1\tAnnotatorNotes R2\tundercut of R1": [
        "cables-rust -> close-it",
        "the-rust-is _> cables-rust->close-it",
    ],
    "R1\tsupports Arg1:T2 Arg2:T1\nR2\tsupports Arg1:T3 Arg2:T1\n"
    "#1\tAnnotatorNotes R2\tlinked with R1": ["cables-rust & the-rust-is +> close-it"],
}


@pytest.mark.parametrize("lines", RELATIONS)
def test_relations_become_steps(lines: str) -> None:
    document, _ = taken("brat", SPANS + lines, TEXT)
    assert steps(document) == RELATIONS[lines]


def test_in_essays_the_stance_is_the_relation() -> None:
    lines = (
        SPANS.replace("T1\tClaim", "T1\tMajorClaim") + "A1\tStance T2 Against\nA2\tStance T3 For"
    )
    document, _ = taken("brat", lines, TEXT)
    assert steps(document) == ["cables-rust -> close-it", "the-rust-is +> close-it"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("supports", "support"),
        ("partial_disagreement", "attack"),
        ("undercutter_attack", "attack"),
        ("rebuttal", "attack"),
        ("semantically_same", "same"),
        ("causes", ""),
    ],
)
def test_relations_are_known_by_their_names(name: str, kind: str) -> None:
    assert sort(name) == kind
