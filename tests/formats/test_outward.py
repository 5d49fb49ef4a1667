"""Marks that cross, for formats whose elements nest."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.formats.carrying import give
from argmap.formats.outward import nested
from argmap.text import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).map(tuple))


@given(SPANS)
def test_parts_nest_and_make_the_spans_again(pairs: list[tuple[int, int]]) -> None:
    spans = [Span(*pair) for pair in pairs]
    parts = list(nested(spans))
    for at, one in enumerate(parts):
        for other in parts[at + 1 :]:
            apart = other.span.start >= one.span.end
            assert apart or other.span.end <= one.span.end
    for number, span in enumerate(spans):
        mine = [part for part in parts if part.number == number]
        assert [part.more for part in mine] == [False] + [True] * (len(mine) - 1)
        assert (mine[0].span.start, mine[-1].span.end) == span
        assert all(a.span.end == b.span.start for a, b in itertools.pairwise(mine))


def test_marks_that_all_cross_are_cut_once() -> None:
    spans = [Span(number, 1000 + number) for number in range(1000)]
    assert len(list(nested(spans))) == 1999


def test_pages_of_crossing_marks_grow_with_them() -> None:
    def size(name: str, count: int) -> int:
        begin = "".join(f"{{<#m{n}}}a " for n in range(count))
        text = begin + "".join(f"{{#m{n}> claim #c{n}}}b " for n in range(count))
        text += "".join(f"\n\n#c{n}: Short." for n in range(count))
        return sum(map(len, give(name, Document.of(text)).files.values()))

    assert size("pandoc", 400) < 5 * size("pandoc", 100)
