"""Any wish on any text: Hypothesis draws both from the input's bytes."""

from __future__ import annotations

import random
from collections.abc import Iterator

from editing import WISHES, check
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import texts

WORDS: tuple[bytes, ...] = ()


@settings(database=None, deadline=None)
@given(st.sampled_from(sorted(WISHES)), texts(), st.data())
def edited(name: str, text: str, data: st.DataObject) -> None:
    check(name, text, data)


def seeds() -> Iterator[bytes]:
    for seed in range(40):
        yield random.Random(seed).randbytes(1500)


run = edited.hypothesis.fuzz_one_input
