"""The flattening is the rule, and the changes tried out are what a fresh evaluation finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation import Given, Policy, evaluate
from argmap.evaluation.flatten import flatten
from argmap.evaluation.grounded import IN, OUT, UNDECIDED, grounded
from argmap.evaluation.network import Network
from argmap.evaluation.standing import Status
from argmap.evaluation.trial import Trial
from tests.evaluation.maps import Case, maps
from tests.evaluation.naive import fixpoint

VALUES = {IN: True, OUT: False, UNDECIDED: None}
policies = st.sampled_from([*Policy])
some_claims = st.sets(st.integers(0, 6), max_size=3)


judged = st.one_of(maps(), maps(judged=True))


@given(judged, policies, some_claims, some_claims, st.one_of(st.just(set()), some_claims))
def test_flattening_is_the_fixpoint(
    text: str, policy: Policy, aside: set[int], granted: set[int], silent: set[int]
) -> None:
    network = Network.of(Document.of(text).map)
    aside = {one for one in aside if one < len(network.claims)}
    granted = {one for one in granted if one < len(network.claims)}
    silent = {one for one in silent if one < len(network.kinds)}
    claims, active = fixpoint(network, policy, aside, granted, silent)
    for whole in (False, True):
        flat = flatten(network, policy, aside, granted, silent, whole=whole)
        labels = grounded(flat.framework).labels
        found = [VALUES[label] for label in labels]
        assert found[: len(claims)] == claims
        assert found[len(claims) : len(claims) + len(active)] == active


@given(maps(), policies, some_claims)
def test_a_status_says_what_the_rule_found(text: str, policy: Policy, aside: set[int]) -> None:
    document = Document.of(text)
    names = [name for at, name in enumerate(document.map.claims) if at in aside]
    evaluation = evaluate(document.map, policy, Given.of(aside=names))
    numbers = {evaluation.number[name] for name in names}
    claims, active = fixpoint(evaluation.network, policy, numbers, ())
    against = {
        rule.target
        for rule, on in zip(evaluation.network.rules, active, strict=True)
        if rule.kind == 1 and on
    }
    for name, status in evaluation.statuses.items():
        value = claims[evaluation.number[name]]
        refuted = evaluation.number[name] in against
        wanted = {
            True: Status.STANDS,
            None: Status.CONTESTED,
            False: Status.REJECTED if refuted else Status.UNSUPPORTED,
        }[value]
        assert status == (Status.ASIDE if name in names else wanted)


@given(judged, policies, st.lists(st.tuples(st.integers(0, 6), st.booleans()), max_size=4))
def test_a_trial_finds_what_a_fresh_evaluation_finds(
    text: str, policy: Policy, moves: list[tuple[int, bool]]
) -> None:
    document = Document.of(text)
    names = [*document.map.claims]
    trial = Trial(evaluate(document.map, policy))
    start = bytes(trial.labels)
    done: list[tuple[int, bool, dict[int, int]]] = []
    for claim, aside in moves:
        if claim < len(names) and (claim, aside) not in [one[:2] for one in done]:
            done.append((claim, aside, trial.force(claim, aside=aside)))
    fresh = evaluate(
        document.map,
        policy,
        Given.of(
            (names[claim] for claim, aside, _ in done if aside),
            (names[claim] for claim, aside, _ in done if not aside),
        ),
    )
    for name, status in fresh.statuses.items():
        assert trial.status(fresh.number[name]) == status
    for claim, aside, before in reversed(done):
        trial.free(claim, aside=aside, before=before)
    assert trial.labels == start


def test_a_claim_with_many_reasons_and_objections_costs_their_sum() -> None:
    def size(count: int) -> int:
        lines = ["#t: T.", *(f"#p{n}: P.\n#q{n}: Q." for n in range(count))]
        lines += [f"#p{n} +> #t\n#q{n} -> #t" for n in range(count)]
        network = Network.of(Document.of("\n".join(lines)).map)
        return len(flatten(network, Policy.BALANCED).framework.targets)

    assert size(200) < 2.1 * size(100)


def test_a_contradiction_of_many_claims_costs_their_number() -> None:
    def size(count: int) -> int:
        lines = ["#t: T.", *(f"#p{n}: P." for n in range(count))]
        lines.append(" & ".join(f"#p{n}" for n in range(count)) + " >< #t")
        network = Network.of(Document.of("\n".join(lines)).map)
        return len(flatten(network, Policy.BALANCED).framework.targets)

    assert size(200) < 2.1 * size(100)


def test_a_claim_against_itself_is_contested() -> None:
    network = Case.of("a t", "r:a->a s:a->t").network()
    labels = grounded(flatten(network, Policy.BALANCED).framework).labels
    assert labels[:4] == bytes([UNDECIDED] * 4)
