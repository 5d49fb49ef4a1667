"""Wishes that take something out or make two one: nothing else may be lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st
from seen import Arg, Said, Seen, aims, renamed, settled
from wishes import Edits, Effect, claim_of, in_text, two_claims

from argmap import edits
from argmap.document import Document
from argmap.model.values import Where


def _loss(seen: Seen, now: Seen, claims: set[str], where: Where | None) -> None:
    """Makes `seen` what `now` says as far as that is a loss which these claims (or this mark)
    going explains."""
    gone = {w for w in seen.said if w not in now.said}
    for one in gone:
        assert seen.about[one] in claims
    vanished = set(seen.about.values()) - set(now.about.values())
    assert vanished <= claims
    for one in gone:
        del seen.said[one], seen.about[one]
    for one, told in seen.said.items():
        # Its pieces may be gone, and what it denied; `=a` beside an own id too.
        if seen.about[one] in claims or set(told.denied) & claims:
            seen.said[one], seen.about[one] = now.said[one], now.about[one]
    for name in claims:
        seen.wordings[name] = now.wordings.get(name, "")
    _lost_steps(seen, now, claims, where)


def _lost_steps(seen: Seen, now: Seen, claims: set[str], where: Where | None) -> None:
    for lost in seen.args - now.args:
        assert any(_names(one) & claims for one in aims(lost)), lost
    for new in now.args - seen.args:
        assert any(_less(old, new, claims) for old in seen.args - now.args), new
    if where is not None:  # what stays said of the claim by other marks stays a reason
        alive = set(now.about.values())
        for lost in seen.args - now.args:
            names = set().union(*(_names(one) for one in aims(lost)))
            assert names & claims or not names <= alive
    seen.args = now.args


def _names(one: Arg) -> set[str]:
    return {*one.premises, one.target} if isinstance(one.target, str) else {*one.premises}


def _less(old: Arg, new: Arg, claims: set[str]) -> bool:
    """Whether `new` is what is left of `old` without some of the claims."""
    left = zip(aims(old), aims(new), strict=False)
    return all(b.premises <= a.premises and a.premises - b.premises <= claims for a, b in left)


def unmark(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    where = in_text(document, data)
    claim = next(
        c.id for c in document.map.claims.values() if where in [o.where for o in c.occurrences]
    )
    voices = {
        one.where: (one.speakers, one.via)
        for other in document.map.claims.values()
        for one in other.occurrences
    }

    def effect(seen: Seen, now: Seen) -> None:
        assert where not in seen.pairs
        _loss(seen, now, {seen.names.get(claim, claim)}, where)
        for old, new in seen.pairs.items():
            if old in voices and new in now.voices:
                assert now.voices[new] == voices[old]
        for one in seen.said:  # who spoke through it is written where it is missing now
            told = now.said[one]
            seen.said[one] = seen.said[one]._replace(speakers=told.speakers, via=told.via)

    return edits.unmark(document, where, dangling="drop"), effect


def delete(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    claim = claim_of(document, data)
    found = document.map.claims[claim]

    def effect(seen: Seen, now: Seen) -> None:
        assert not any(one.where in seen.pairs for one in found.occurrences)
        _loss(seen, now, {claim}, None)
        for one in seen.said:
            told = now.said[one]
            seen.said[one] = seen.said[one]._replace(speakers=told.speakers, via=told.via)

    return edits.delete(document, claim), effect


def merge(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    keep, gone = two_claims(document, data)
    return edits.merge(document, keep, gone), _made_one(keep, gone)


def restate(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    one, other = two_claims(document, data)
    return edits.relate(document, "restate", one, other), _made_one(one, other)


def _made_one(keep: str, gone: str) -> Effect:
    def effect(seen: Seen, now: Seen) -> None:
        name, other = seen.names[keep], seen.names[gone]
        assert name == other
        both = [one for where, one in seen.said.items() if seen.about[where] == name]
        there = [one for where, one in now.said.items() if now.about[where] == name]
        assert _told(both) == _told(there)
        for where, claim in now.about.items():
            if claim == name:
                seen.said[where] = now.said[where]
            elif name in now.said[where].denied:
                seen.said[where] = seen.said[where]._replace(denied=now.said[where].denied)
        seen.wordings[name] = now.wordings[name]
        plain = {_plain(one) for one in (*seen.args, *settled(seen.args))}
        kept = {_plain(one) for one in now.args}
        assert kept <= plain
        for kind, premises, target in plain - kept:
            selfish = target in premises or (kind == "contradict" and len(premises) == 1)
            above = isinstance(target, tuple)  # its step may have gone
            linked = len(premises) == 1 and any(
                k == kind and premises < p and t == target for k, p, t in kept
            )
            assert selfish or above or linked
        seen.args = now.args

    return effect


def _told(ones: list[Said]) -> Counter[tuple[object, ...]]:
    return Counter(place for one in ones for place in one.places)


def _plain(one: Arg) -> tuple[str, frozenset[str], object]:
    target: object = one.target
    for each in reversed(aims(one)):
        target = (each.kind, each.premises, target if target != one.target else each.target)
        kept = target
    return kept


def reorder(document: Document, data: st.DataObject) -> tuple[Edits, Effect]:
    ones = (one for claim in document.map.claims.values() for one in claim.occurrences)
    lines = [one.where for one in ones if not one.in_text]
    if not lines:
        raise edits.CannotEdit("no lines")
    where = data.draw(st.sampled_from(lines))
    by = data.draw(st.sampled_from([-1, 1]))
    before = by_words(Seen(document))

    def effect(seen: Seen, now: Seen) -> None:
        assert by_words(now) == before
        seen.__dict__.update(now.__dict__)

    return edits.reorder(document, where, by), effect


def by_words(seen: Seen) -> tuple[object, ...]:
    """All that is said, with the words of a claim for its name, which may be made of the order."""
    words = {
        name: repr(sorted(repr(one) for one in told.elements()))
        for name, (_, told) in seen.claims().items()
    }
    return (
        Counter(words.values()),
        Counter({renamed(one, words): n for one, n in seen.args.items()}),
        seen.people,
    )
