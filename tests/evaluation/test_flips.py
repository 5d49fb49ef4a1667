"""What would flip a claim, against every change of one move and of two evaluated anew."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation import Given, Policy, Status, evaluate
from argmap.evaluation.flips import Move, flips, linchpins
from tests.evaluation.maps import maps

judged = st.one_of(maps(5), maps(5, judged=True))
policies = st.sampled_from([*Policy])


def status(document: Document, policy: Policy, moves: tuple[Move, ...], claim: str) -> Status:
    """The status of a claim after some moves, evaluated from the start."""
    given_ = Given.of(
        (move.claim for move in moves if move.aside),
        (move.claim for move in moves if not move.aside),
    )
    return evaluate(document.map, policy, given_).statuses[claim]


@given(judged, policies)
def test_flips_are_all_smallest_changes(text: str, policy: Policy) -> None:
    document = Document.of(text)
    names = [*document.map.claims]
    claim = names[0]
    found = flips(evaluate(document.map, policy), claim)
    before = status(document, policy, (), claim)
    assert found.before == before
    assert found.whole == (True, True)
    told = {frozenset(change.moves): change.after for change in found.changes}
    assert len(told) == len(found.changes)
    wanted: dict[frozenset[Move], Status] = {}
    moves = [Move(name, aside) for name in names[1:] for aside in (True, False)]
    for one in moves:
        if (after := status(document, policy, (one,), claim)) != before:
            wanted[frozenset([one])] = after
    for pair in combinations(moves, 2):
        alone = any(frozenset([one]) in wanted for one in pair)
        if pair[0].claim == pair[1].claim or alone:
            continue
        if (after := status(document, policy, pair, claim)) != before:
            wanted[frozenset(pair)] = after
    assert told == wanted


@given(judged, policies)
def test_linchpins_are_all_claims_whose_removal_flips_a_position(text: str, policy: Policy) -> None:
    document = Document.of(text)
    positions = [claim.id for claim in document.map.positions]
    found = linchpins(evaluate(document.map, policy))
    assert found.whole
    told = {(one.claim, f.position, f.before, f.after) for one in found.found for f in one.flips}
    wanted = set()
    for name in document.map.claims:
        for position in positions:
            before = status(document, policy, (), position)
            after = status(document, policy, (Move(name, True),), position)
            if name != position and before != after:
                wanted.add((name, position, before, after))
    assert told == wanted
