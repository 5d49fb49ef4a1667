"""Any edit of any text: it does what is wished and nothing else. The article stays, the inverse
leads back, nothing is left dangling."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from editing import WISHES, check
from hypothesis import given, settings
from hypothesis import strategies as st
from texts import texts
from texts import told as rows_told

COUNTS: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def _tell() -> Iterator[None]:
    yield
    told = ", ".join(f"{name} {count}" for name, count in sorted(COUNTS.items()))
    sys.stdout.write(f"\nedits done: {told}\n{rows_told()}\n")


@pytest.mark.parametrize("name", WISHES)
@settings(max_examples=settings().max_examples // 4)
@given(texts(), st.data())
def test_an_edit_does_what_is_wished(name: str, text: str, data: st.DataObject) -> None:
    COUNTS[check(name, text, data)] += 1
