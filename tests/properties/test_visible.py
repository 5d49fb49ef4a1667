"""Invariants of what is shown, over nasty texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.cells import cut, width
from argmap.visible import hidden, visible

ACTIVE = (
    "ab 1\n\t\r\0\x1b\x7f\x85\x9b\xad\u0301\u034f\u061c\u06cc\u0915\u094d\u1820"
    "\u180b\u200b\u200c\u200d\u200e"
    "\u2028\u202e\u2066\u2764\ufe0f\ufeff\ufffe"
    "\ud800\udfff漢\U0001f468\U0001f3f4\U000e0067\U000e007f\U0001ffff"
)
TEXTS = st.text(st.sampled_from(ACTIVE) | st.characters(), max_size=60)
KEEP = st.sampled_from(["", "\n", "\n\t", "\r\n"])


@given(TEXTS, KEEP)
def test_nothing_is_left_to_show(text: str, keep: str) -> None:
    shown = visible(text, keep)
    assert visible(shown, keep) == shown
    for char in shown:
        assert char in keep or not (char < " " or "\x7f" <= char <= "\x9f")
        assert (
            char not in "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
        )
        assert not "\ud800" <= char <= "\udfff"


@given(TEXTS, KEEP)
def test_hidden_tells_what_visible_replaces(text: str, keep: str) -> None:
    places = set(hidden(text, keep))
    kept = "".join(char for at, char in enumerate(text) if at not in places)
    assert all(text[at] not in keep for at in places)
    assert (visible(text, keep) == text) == (not places)
    assert len(kept) + len(places) == len(text)


@given(TEXTS.map(lambda text: visible(text, keep="")), st.integers(-1, 30))
def test_a_cut_fits_and_is_a_beginning(text: str, cells: int) -> None:
    short = cut(text, cells)
    assert width(short) <= max(cells, 0)
    assert (
        short == text
        or (text.startswith(short.removesuffix("…")) and width(text) > cells)
        or len(text) > 16 * cells
    )
