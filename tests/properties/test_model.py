"""What the map and its tree must say of any text, told again in the plainest way."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from texts import texts

from argmap.document import Document
from argmap.edits.heads import every
from argmap.model.values import Where
from argmap.syntax.units import speaker_names
from argmap.text import Span
from argmap.views.outline import outline


def _range(document: Document, where: Where) -> Span:
    """All of a mark, a milestone from its beginning on."""
    span = document.span(where)
    pair = document.map.milestones.get(where)
    if pair is None:
        return span
    return Span(document.start(pair.unit) + pair.start.span.start, span.end)


def _around(document: Document, where: Where) -> Where | None:
    """The mark with speakers that holds all of a mark and begins last."""
    own = _range(document, where)
    found = [
        other
        for other in every(document)
        if other.in_text
        and other != where
        and other.head.label != "speaker"
        and other.head.names("@")
        and (not other.mark.name or other in document.map.milestones)
        and _range(document, other).holds(own)
    ]
    return max(found, key=lambda other: _range(document, other).start, default=None)


@given(texts())
def test_a_mark_without_speakers_has_those_around_it(text: str) -> None:
    document = Document.of(text)
    for claim in document.map.claims.values():
        for one in claim.occurrences:
            own = one.where.head
            via = speaker_names(own.get("via") or "")
            speakers = own.names("@")
            outer = _around(document, one.where) if one.in_text and not speakers else None
            if outer is not None:
                speakers = outer.head.names("@")
                via = via or speaker_names(outer.head.get("via") or "")
            assert (one.speakers, one.via) == (speakers, via)


@given(texts())
def test_the_tree_shows_each_claim_in_full_once(text: str) -> None:
    document = Document.of(text)
    rows = list(outline(document))
    assert Counter(row.claim for row in rows if not row.again) == Counter([*document.map.claims])
    assert all(row.again or not row.ring for row in rows)
    above: list[str] = []
    for row in rows:
        del above[row.depth :]
        assert row.ring == (row.again and row.claim in above)
        above.append(row.claim)


@given(texts())
def test_the_tree_shows_each_step_where_its_claim_stands_in_full(text: str) -> None:
    document = Document.of(text)
    shown = Counter(row.step for row in outline(document) if row.step and row.role in ("", "first"))
    assert shown.keys() == document.map.steps.keys()
    for step in document.map.steps.values():
        assert shown[step.id] == 1 or step.kind in ("contradict", "undercut")


@given(texts())
def test_what_each_speaker_holds_is_what_is_said(text: str) -> None:
    document = Document.of(text)
    told = Counter(
        (who, claim.id, "restates" if one.stance == "restates" else "asserts", one.via)
        for claim in document.map.claims.values()
        for one in claim.occurrences
        for who in one.speakers
    )
    told += Counter(
        (who, denied, "denies", one.via)
        for claim in document.map.claims.values()
        for one in claim.occurrences
        for who in one.speakers
        for denied in one.denied
    )
    held = Counter(
        (who, one.claim, one.stance, one.via)
        for who, ones in document.map.holdings.items()
        for one in ones
    )
    assert held == told
    assert document.map.holdings.keys() <= document.map.speakers.keys()
    for position in document.map.positions:
        assert not document.map.argues(position.id)
