"""The views at their odd ends: deep chains, sentences, what changed, what is open."""

from __future__ import annotations

import pytest

from argmap.document import Document
from argmap.views import lookup
from argmap.views.difference import difference
from argmap.views.holdings import table
from argmap.views.outline import Options, outline
from argmap.views.sentences import sentences
from argmap.views.stats import stats

CHAIN = "".join(f"[x{i}]{{#c{i}{f' +c{i - 1}' if i else ''}}}\n" for i in range(10_000))


def test_a_chain_of_any_depth_is_a_tree() -> None:
    rows = list(outline(Document.of(CHAIN)))
    assert [row.depth for row in rows] == list(range(10_000))


def test_a_ring_of_any_length_is_cut_once() -> None:
    ring = CHAIN.replace("{#c0}", "{#c0 +c9999}")
    rows = list(outline(Document.of(ring)))
    assert [row.ring for row in rows].count(True) == 1


SENTENCES = {
    "One. Two! Three?": ["One.", "Two!", "Three?"],
    "In Washington D.C. on Thursday.\nNext.": ["In Washington D.C. on Thursday.", "Next."],
    "Talks in Washington D.C.\nWang left.": ["Talks in Washington D.C.", "Wang left."],
    "“Stay,” he said. “Go.” She went.": ["“Stay,” he said.", "“Go.”", "She went."],
    "# A heading\nText that\nwraps. More": ["# A heading", "Text that\nwraps.", "More"],
    "- one\n- two\n\nthree": ["- one", "- two", "three"],
    "我们同意。他们不同意！": ["我们同意。", "他们不同意！"],
    "It cost 2.4 million. Mr. Lind paid.": ["It cost 2.4 million.", "Mr. Lind paid."],
    "": [],
    " \n ": [],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert [span.of(text) for span in sentences(text)] == SENTENCES[text]


OLD = "[rust]{#rust @a +close .x} [shut it]{#close @a} [old]{#old _rust}\n\n@a = Ann\n"
ADDED, REMOVED = ("step", "added"), ("step", "removed")
CHANGES = {
    "nothing": (("close", "close"), []),
    "a remark is no change": ((" [close", " {>> hm <<}[close"), []),
    "renamed": (("close", "shut"), [("claim", "renamed")]),
    "a speaker": (("close @a", "close @b"), [("claim", "changed"), ("speaker", "added")]),
    "a step turned": (("+close", "-close"), [("claim", "changed"), REMOVED, REMOVED, ADDED, ADDED]),
    "a tag": ((".x", ".y"), [("claim", "changed")]),
    "data of a step": (("+close", "+close weight=0.5"), [("step", "changed")]),
    "a claim": (("[old]{#old _rust}", "old"), [("claim", "removed"), ("step", "removed")]),
    "a name": (("Ann", "Anne"), [("speaker", "changed")]),
    "the article": (("[rust]", "x [rust]"), [("article", "changed")]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_difference(what: str) -> None:
    (before, now), expected = CHANGES[what]
    found = difference(Document.of(OLD), Document.of(OLD.replace(before, now)))
    assert [(change.what, change.how) for change in found] == expected


def test_stats_say_what_is_open() -> None:
    document = Document.of(
        "# The bridge\n\n[Close it]{#c @a}. Nobody came. [Rust]{#r +c}. [No]{#n -c} [Old]{#o _r}."
    )
    found = stats(document)
    assert (found.claims, found.supports, found.attacks, found.undercuts) == (4, 1, 1, 1)
    assert (found.sentences, found.marked) == (4, 3)
    assert [span.of(document.article) for span in found.unmarked] == ["Nobody came."]
    assert found.groundless == ("r", "n", "o")
    assert found.unanswered == ("n->c", "o_>(r>c)")


def test_the_table_shows_where_speakers_disagree() -> None:
    document = Document.of("[Close]{#c @a} [yes]{=c @b} [never]{!c @d}")
    lines = {line.claim: line for line in table(document)}
    assert lines["c"].stances == {"a": "asserts", "b": "restates", "d": "denies"}
    assert lines["c"].disputed
    assert not lines["never"].disputed


def test_names_are_found_as_people_write_them() -> None:
    document = Document.of("[x]{#close =shut @wang} [y]{#shut}\n\n@wang = Wang Yi | Minister\n")
    assert lookup.claim(document, "#shut") == lookup.claim(document, "close")
    assert lookup.speaker(document, "wang yi") == lookup.speaker(document, "@wang") == "wang"
    with pytest.raises(lookup.Unknown, match="Did you mean `close`"):
        lookup.claim(document, "clsoe")


def test_a_filter_keeps_the_way_to_the_root() -> None:
    document = Document.of("[a]{#a @x} [b]{#b @y +a} [c]{#c @z +b} [d]{#d @x +a}")
    rows = list(outline(document, Options(speaker="z")))
    assert [(row.claim, row.context) for row in rows] == [("a", True), ("b", True), ("c", False)]
