"""Rows of a text: nothing is lost, nothing is too wide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.cells import width
from argmap.tui.flow import Flow
from argmap.tui.paint import shown

PIECES = [
    "word ",
    "“quote” ",
    "漢字",
    "e\u0301",
    "\t",
    "  ",
    "\n",
    "\r\n",
    "a" * 30,
    "\x1b",
    "👩‍🔬 ",
    "\n- ",
    "\n  12. ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(4, 40))
def test_rows_hold_all_words_and_fit(pieces: list[str], room: int) -> None:
    text = "".join(pieces)
    flow = Flow(text, room)
    end = 0
    for start, stop, indent in zip(flow.starts, flow.ends, flow.indents, strict=True):
        assert not text[end:start].strip()
        row = shown(text[start:stop])
        assert indent + width(row.rstrip()) <= room + 3  # a letter with its marks is not parted
        end = stop
    assert not text[end:].strip()
    for offset in range(len(text)):
        row_number = flow.row(offset)
        assert flow.starts[row_number] <= offset


def test_a_letter_of_many_code_points_is_not_parted() -> None:
    flow = Flow("aaaaaaaaaa👩‍🔬 and", 4)
    assert flow.text[flow.starts[2] : flow.ends[2]].endswith("👩‍🔬")


def test_an_offset_by_its_cell() -> None:
    flow = Flow("漢字 and more", 8)
    assert (flow.offset(0, 0), flow.offset(0, 2), flow.offset(0, 3)) == (0, 1, 1)
    assert flow.cell(2) == 4


def test_rows_of_a_list_stand_below_its_words() -> None:
    flow = Flow("- one two three four\n  12. five six seven", 10)
    rows = zip(flow.starts, flow.ends, flow.indents, strict=True)
    drawn = [" " * indent + flow.text[start:end] for start, end, indent in rows]
    assert drawn == ["- one two", "  three", "  four", "  12. five", "six seven"]
    assert flow.cell(flow.text.index("three")) == 2
    assert flow.offset(1, 4) == flow.text.index("three") + 2


def test_rows_of_a_list_in_letters_of_two_cells_stand_below_its_words() -> None:
    flow = Flow("- 漢字 漢字漢 字", 10)
    assert (flow.starts, flow.indents) == ([0, 5, 9], [0, 2, 2])


@given(
    st.lists(st.sampled_from([*PIECES, "\r"]), max_size=30),
    st.integers(0, 60),
    st.integers(0, 30),
    st.lists(st.sampled_from([*PIECES, "\r"]), max_size=5),
    st.integers(4, 40),
)
def test_rows_after_an_edit_are_those_of_the_text(
    pieces: list[str], start: int, gone: int, new: list[str], room: int
) -> None:
    before = "".join(pieces)
    after = before[:start] + "".join(new) + before[start + gone :]
    fresh, kept = Flow(after, room), Flow(after, room, Flow(before, room))
    assert (kept.starts, kept.ends, kept.indents) == (fresh.starts, fresh.ends, fresh.indents)
