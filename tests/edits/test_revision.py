"""A corrected article: the marks follow their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from texts import texts

from argmap.document import Document
from argmap.formats.revision import CannotRevise, revise

TEXT = """\
---
argmap: 1
---

One. [The bridge must close]{claim #close @a}, for [it is old]{#old +close}.

@a = Ann
"""
OLD = "One. The bridge must close, for it is old.\n"
CASES = {
    "nothing": (OLD, TEXT, ["unchanged", "unchanged"]),
    "a word inside": (
        OLD.replace("must", "should"),
        TEXT.replace("must", "should"),
        ["changed", "unchanged"],
    ),
    "a line before": ("New.\n" + OLD, TEXT.replace("One.", "New.\nOne."), ["moved", "moved"]),
    "a bracket": (OLD.replace("One", "[One"), TEXT.replace("One", "\\[One"), ["unchanged"] * 2),
    "words gone": (
        OLD.replace("it is old", ""),
        TEXT.replace("[it is old]{#old +close}", "") + "#old: it is old {+close .lost}\n",
        ["unchanged", "lost"],
    ),
    "a line that would be a map line": (
        OLD + "\n#x: y\n",
        TEXT.replace("}.\n\n@a = Ann\n", "}.\n\n\\#x: y\n\n@a = Ann\n"),
        ["unchanged", "unchanged"],
    ),
}

MOVED = """\
{<#both}[One is old]{#one @a}. Two is new.{#both> claim @a} [Three]{#three +one} {>> sic <<}. Four.

[Five is far away]{..one} and [six]{speaker @six} said so! #seven is here. [Eight]{#eight =three}.
"""


@given(st.permutations(range(6)), st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"]))
def test_marks_go_with_their_sentences(order: list[int], between: str) -> None:
    document = Document.of(MOVED)
    sentences = [
        "One is old. Two is new.", "Three .", "Four.", "Five is far away and six said so!",
        "#seven is here.", "Eight.",
    ]  # fmt: skip
    assert " ".join(document.article.split()) == " ".join(sentences)
    new = between.join(sentences[number] for number in order)
    revised = revise(document, new)
    after = Document.of(revised.text)
    assert after.article == new
    lost = {fate.name for fate in revised.fates if fate.how == "lost"}
    said = after.map.claims["three"].occurrences
    assert "three" not in lost
    assert sorted(after.words(one).strip() for one in said) == ["Eight", "Three"]


@pytest.mark.parametrize("what", CASES)
def test_revise(what: str) -> None:
    new, expected, fates = CASES[what]
    revised = revise(Document.of(TEXT), new)
    assert [fate.how for fate in revised.fates] == fates
    assert Document.of(revised.text).article == new
    assert sorted(revised.text.split("\n")) == sorted(expected.split("\n"))


@given(texts(), st.data())
def test_strip_of_the_update_is_the_new_version(text: str, data: st.DataObject) -> None:
    document = Document.of(text)
    new = document.article
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(new)))
        end = data.draw(st.integers(start, min(len(new), start + 9)))
        new = (
            new[:start]
            + data.draw(st.sampled_from(["", "x", "two words", "[", "\\", "\n"]))
            + new[end:]
        )
    try:
        revised = revise(document, new)
    except CannotRevise:
        return
    assert Document.of(revised.text).article == new
    claims = Document.of(revised.text).map.claims
    assert {c.id for c in document.map.claims.values() if not c.generated} <= {
        name for c in claims.values() for name in (c.id, *c.names)
    }
