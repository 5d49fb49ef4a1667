"""A mapping with changes is the dictionary that one would have made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.layers import FEW, changed

NAMES = [str(number) for number in range(5 * FEW)]
CHANGES = st.dictionaries(st.sampled_from(["new", "newer", *NAMES[:6]]), st.none() | st.integers())


@given(st.lists(CHANGES, max_size=6), st.booleans())
def test_changes_are_as_in_a_dictionary(changes: list[dict[str, int | None]], large: bool) -> None:
    before = dict.fromkeys(NAMES if large else NAMES[:8], 7)
    wanted = dict(before)
    found = changed(before, {})
    assert found is before
    for more in changes:
        found = changed(found, more)
        wanted = {name: value for name, value in {**wanted, **more}.items() if value is not None}
    assert dict(found) == wanted
    assert len(found) == len(wanted)
    for name in ("new", "newer", "none", *NAMES[:10]):
        assert found.get(name) == wanted.get(name)
        assert (name in found) == (name in wanted)
    assert list(before.values()) == [7] * len(before)


def test_many_changes_make_a_dictionary() -> None:
    found = changed(dict.fromkeys(NAMES, 7), {"new": 1})
    assert not isinstance(found, dict)
    assert isinstance(changed(found, dict.fromkeys(NAMES[:FEW], 8)), dict)
