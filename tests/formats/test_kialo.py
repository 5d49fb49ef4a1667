"""Kialo: links both ways, both line ends, lists within a claim, hostile depth."""

from __future__ import annotations

import pytest
from reading import steps, taken

from argmap.document import Document
from argmap.formats.carrying import give

RING = """Discussion Title: Ring road

1. The ring road should close at night.
1.1. Pro: Traffic noise harms sleep \\(see [map](https://example.org/map_(a))\\).
1.2. Con: Night buses need that road.
1.2.1. Con: -> See 1.3.
1.3. Pro: Buses could use Mill Lane.
1.3.1. Con: -> See 1.1.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_links_forward_and_backward(end: str) -> None:
    document, report = taken("kialo", RING.replace("\n", end))
    assert report.lossless
    assert document.front.get("title") == "Ring road"
    assert steps(document) == [
        "traffic-noise-harms +> the-ring-road",
        "night-buses-need -> the-ring-road",
        "buses-could-use -> night-buses-need",
        "buses-could-use +> the-ring-road",
        "traffic-noise-harms -> buses-could-use",
    ]
    noise = document.map.claims["traffic-noise-harms"]
    assert document.wording(noise.id) == "Traffic noise harms sleep (see map)."
    assert noise.get("source") == "https://example.org/map_(a)"


def test_what_goes_on_from_a_claim() -> None:
    lines = ["1. A", "> quoted", "2. in a list", "1.1. Pro: B", "9.1. Pro: C", "1.1. Con: D"]
    text = "\n".join(["Discussion Title: T", "", *lines, ""])
    document, report = taken("kialo", text)
    assert [document.wording(one) for one in document.map.claims] == [
        "A > quoted 2. in a list",
        "B 9.1. Pro: C 1.1. Con: D",
    ]
    assert report.met == {"claims": 2, "relations": 1}


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["1.1. Pro: -> See 1.7."], "it points at no claim"),
        (["1.1. Pro: -> See 1.1."], "it points at itself"),
        (["1.1. Pro: -> See 1.2.", "1.2. Con: -> See 1.1."], "it points at itself"),
    ],
)
def test_links_that_lead_nowhere_are_reported(lines: list[str], why: str) -> None:
    text = "\n".join(["Discussion Title: T", "", "1. A", *lines, ""])
    document, report = taken("kialo", text)
    assert not document.map.steps
    assert why in [entry.why for entry in report.entries if entry.unit == "links"]


def test_what_stands_below_a_link_stands_below_its_claim() -> None:
    text = "Discussion Title: T\n\n1. A\n1.1. Pro: B\n1.2. Con: -> See 1.1.\n1.2.1. Con: C\n"
    document, _ = taken("kialo", text)
    assert steps(document) == ["b +> a", "b -> a", "c -> b"]


def test_theses_below_a_question_are_positions() -> None:
    lines = ["1. What to do?", "1.1. Close it.", "1.1.1. Pro: It rusts.", "1.2. Mend it."]
    text = "\n".join(["Discussion Title: T", "", *lines, ""])
    document, report = taken("kialo", text)
    assert document.map.claims["what-to-do"].tags == ("question",)
    assert document.map.claims["mend-it"].tags == ("thesis",)
    assert report.count("changed", "theses") == 2
    again = give("kialo", document).files[".kialo.txt"]
    assert again == text


def test_what_kialo_has_no_place_for_is_written_and_told() -> None:
    text = "#a: A\n#b: B\n#c: C\n#u: U\n#x: X\n#b & #c +> #a {#r scheme=sign}\n#u _> #r\n#a >< #x\n"
    given = give("kialo", Document.of(text))
    assert given.files[".kialo.txt"].splitlines()[2:] == [
        "1. A",
        "1.1. Pro: B",
        "1.1.1. Con: U",
        "1.2. Pro: C",
        "1.3. Con: X",
    ]
    told = {(entry.fate, entry.unit) for entry in given.report.entries}
    assert {("changed", "linked steps"), ("changed", "undercuts"), ("changed", "contradictions"),
            ("dropped", "schemes")} <= told  # fmt: skip


def test_a_deep_tree_has_paths_of_bounded_length() -> None:
    lines = ["#c0: c 0", *(f"#c{n}: c {n}\n#c{n} +> #c{n - 1}" for n in range(1, 2000))]
    text = give("kialo", Document.of("\n".join(lines) + "\n")).files[".kialo.txt"]
    assert max(map(len, text.splitlines())) < 200
    document, _ = taken("kialo", text)
    assert len(document.map.steps) == 1999
