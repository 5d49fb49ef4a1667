"""Any graph becomes an article, and nothing of it disappears uncounted."""

from __future__ import annotations

from graphs import graphs
from hypothesis import given

from argmap.document import Document
from argmap.formats.carrying import written
from argmap.formats.graph import Claim, Graph, Mention, Restatement, Saying, Speaker, Step
from argmap.formats.ledger import Ledger, Report
from argmap.text import Span


def built(graph: Graph) -> tuple[Document, Report]:
    """The article, read anew, and the account."""
    ledger = Ledger()
    ledger.met("claims", len(graph.claims))
    ledger.met("steps", len(graph.steps))
    ledger.met("speakers", len(graph.speakers))
    ledger.met("restatements", len(graph.restatements))
    text = written(graph, ledger)
    return Document.of(text), ledger.report()


@given(graphs())
def test_nothing_disappears(graph: Graph) -> None:
    document, report = built(graph)
    assert not report.unbalanced()
    odd = [str(one) for one in document.diagnostics if one.severity == "error"]
    assert not odd, document.text
    article = graph.text or document.article.strip()
    assert document.article == article or article == ""
    found = document.map
    again = report.kept.get("restatements", 0)
    assert len(found.claims) == len(graph.claims) - again
    assert len(found.steps) == report.kept.get("steps", 0) + report.count("changed", "steps") - (
        merged(report)
    )
    assert len(found.speakers) <= len(graph.speakers)


def merged(report: Report) -> int:
    """Steps that were written as another one."""
    return sum(
        one.many
        for one in report.entries
        if one.fate == "changed" and one.unit == "steps" and "written without" not in one.why
    )


def test_marks_stand_in_the_text() -> None:
    graph = Graph(
        (
            Claim("1", "The road should close", (Saying(("a",), (Span(5, 26),)),)),
            Claim("2", "Noise is bad for sleep", (Saying(("a",), (Span(28, 45),)),)),
            Claim("3", "It is implicit", tags=("implicit",)),
        ),
        (Step("s", "support", ("2", "3"), "1"),),
        (Speaker("a", ("Ann Lee",)),),
        "Ann: The road should close. Noise harms sleep.",
    )
    document, report = built(graph)
    assert report.lossless
    assert document.text == (
        "Ann: [The road should close]{claim #the-road-should @ann-lee}. "
        "[Noise harms sleep]{premise #noise-is-bad @ann-lee}.\n\n"
        "@ann-lee = Ann Lee\n"
        "#noise-is-bad: Noise is bad for sleep\n"
        "#it-is-implicit: It is implicit {.implicit}\n"
        "#noise-is-bad & #it-is-implicit +> #the-road-should"
    )


def test_a_restatement_is_the_same_claim() -> None:
    graph = Graph(
        (
            Claim("1", "Close it", (Saying(("a",)),)),
            Claim("2", "It must close", (Saying(("b",)),)),
            Claim("3", "It rusts"),
        ),
        (Step("s", "support", ("3",), "2"),),
        (Speaker("a"), Speaker("b")),
        restatements=(Restatement("2", "1"),),
    )
    document, _ = built(graph)
    assert list(document.map.claims) == ["close-it", "it-rusts"]
    assert document.map.holders("close-it") == ("a", "b")
    assert [step.target for step in document.map.steps.values()] == ["close-it"]


def test_an_undercut_of_an_undercut_is_aimed_by_name() -> None:
    claims = tuple(Claim(key, f"words {key}") for key in "abcd")
    graph = Graph(
        claims,
        (
            Step("1", "undercut", ("a",), "2"),
            Step("2", "undercut", ("b",), "3"),
            Step("3", "support", ("c",), "d"),
        ),
    )
    document, report = built(graph)
    assert report.lossless
    assert [(step.kind, step.premises) for step in document.map.steps.values()] == [
        ("support", ("words-c",)),
        ("undercut", ("words-b",)),
        ("undercut", ("words-a",)),
    ]
    last = list(document.map.steps.values())[-1]
    assert document.map.steps[last.target].premises == ("words-b",)


def test_a_ring_of_undercuts_is_reported() -> None:
    graph = Graph(
        (Claim("a", "A"), Claim("b", "B")),
        (Step("1", "undercut", ("a",), "2"), Step("2", "undercut", ("b",), "1")),
    )
    document, report = built(graph)
    assert not document.map.steps
    assert report.count("dropped", "steps") == 2


def test_data_that_would_mean_something_else_is_kept_by_another_key() -> None:
    """A weight that is no number would be an error, and of a claim one of its reasons."""
    data = (("weight", "0R1 .8"), ("via", "@x"), ("note", "n"))
    graph = Graph(
        (Claim("a", "A", data=data), Claim("b", "B")),
        (Step("s", "support", ("a",), "b", data=data),),
    )
    document, _ = built(graph)
    kept = (("x-weight", "0R1 .8"), ("x-via", "@x"), ("note", "n"))
    assert document.map.claims["a"].data == kept
    assert [step.data for step in document.map.steps.values()] == [kept]
    assert not document.diagnostics


def test_a_mention_of_nobody_is_left_out_and_counted() -> None:
    graph = Graph((), text="She said so.", mentions=(Mention(Span(0, 3), ("ann",)),))
    document, report = built(graph)
    assert document.text.strip() == "She said so."
    assert report.count("dropped", "mentions") == 1


def test_a_mention_across_a_blank_line_is_left_out_and_counted() -> None:
    mentions = (Mention(Span(0, 9), ("ann",)), Mention(Span(7, 12), ("ann",)))
    graph = Graph((), (), (Speaker("ann"),), "Ann\n\nis Ann here.", mentions=mentions)
    document, report = built(graph)
    assert "is [Ann h]" not in document.text
    assert document.article == graph.text
    assert report.count("dropped", "mentions") == 1
