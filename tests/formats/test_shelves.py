"""Parts of a graph, and the shelves they stand on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.formats.shelves import Part, parts, shelved


def test_parts_are_what_hangs_together_the_connected_first() -> None:
    found = parts("xabcde", [("b", "a"), ("c", "a"), ("d", "b")])
    assert found == [
        Part(("a",), ("c", "d"), 2, 3),
        Part(("x",), ("x",), 1, 1),
        Part(("e",), ("e",), 1, 1),
    ]


def test_a_ring_has_a_top() -> None:
    (part,) = parts("ab", [("a", "b"), ("b", "a")])
    assert (part.tops, part.bottoms) == (("a",), ("b",))


PART = st.builds(Part, st.just(("t",)), st.just(("b",)), st.integers(1, 9), st.integers(1, 9))


@given(st.lists(PART, max_size=40))
def test_each_part_stands_on_one_shelf(found: list[Part]) -> None:
    shelves = shelved(found)
    assert sorted(map(repr, found)) == sorted(repr(part) for shelf in shelves for part in shelf)
    for shelf in shelves:
        assert len({part.tall == 1 for part in shelf}) == 1
