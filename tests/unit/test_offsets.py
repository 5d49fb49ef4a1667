"""Offsets of text and article, against the plain telling of what they are."""

from __future__ import annotations

from hypothesis import given
from texts import texts

from argmap.document import Document


@given(texts())
def test_offsets_lead_to_the_same_characters(text: str) -> None:
    document = Document.of(text)
    left = [at for at in range(len(text)) if not any(s <= at < e for s, e in document.removed)]
    for own, at in enumerate(left):
        assert document.article_offset(at) == own
        assert document.text_offset(own) == at
    for start, end in document.removed:
        before = sum(at < start for at in left)
        assert {document.article_offset(at) for at in range(start, end)} == {before}
