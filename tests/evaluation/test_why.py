"""What an explanation of a claim shows gives the claim its status by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.evaluation import Given, Policy, Status, evaluate
from argmap.evaluation.telling import line
from argmap.evaluation.why import Why, rests_on
from tests.evaluation.maps import maps
from tests.evaluation.test_extensions import verify

judged = st.one_of(maps(), maps(judged=True))
policies = st.sampled_from([*Policy])
some = st.sets(st.integers(0, 6).map(lambda number: f"c{number}"), max_size=2)


@given(judged, policies, some, some)
def test_what_a_status_rests_on_gives_it_alone(
    text: str, policy: Policy, aside: set[str], granted: set[str]
) -> None:
    document = Document.of(text)
    evaluation = evaluate(document.map, policy, Given.of(aside, granted))
    framework = evaluation.flat.framework
    pairs = [*zip(framework.sources, framework.targets, strict=True)]
    for claim, status in evaluation.statuses.items():
        assert line(evaluation, claim, str)
        if status in (Status.CONTESTED, Status.ASIDE):
            continue
        part = dict(rests_on(evaluation, claim))
        verify(pairs, part, evaluation.number[claim])
        for row in Why(evaluation, claim).rows():
            assert evaluation.activity[row.step] == "active" or not row.active
            assert bool(row.because) != row.active
            if row.active and document.map.steps[row.step].kind != "contradict":
                assert {evaluation.statuses[one] for one in row.premises} == {Status.STANDS}
