"""Any edit of any text: the article stays, its inverse leads back, nothing is left dangling."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from dump import dump
from hypothesis import event, given
from hypothesis import strategies as st
from texts import texts
from texts import told as rows_told

from argmap import edits
from argmap import text as texts_of
from argmap.document import Document
from argmap.edits.dangling import CODES
from argmap.text import Span, TextEdit

TAIL = """\

[last words]{claim #last}. [for them]{premise #for-it @x +last}; [with that]{premise &for-it}.
[once more]{=last @y}, [a thing apart]{claim @y}.

#line: A line. {.implicit}
#line +> #last
#other: Another. {.implicit}
#other _> #line
"""
"""Stands behind every text, so that there is something to edit."""

COUNTS: Counter[str] = Counter()
Edits = tuple[TextEdit, ...]


@pytest.fixture(scope="module", autouse=True)
def _tell() -> Iterator[None]:
    yield
    told = ", ".join(f"{name} {count}" for name, count in sorted(COUNTS.items()))
    sys.stdout.write(f"\nedits done: {told}\n{rows_told()}\n")


def _claim(document: Document, data: st.DataObject) -> str:
    if not document.map.claims:
        raise edits.CannotEdit("no claims")
    return data.draw(st.sampled_from(sorted(document.map.claims)))


def _where(document: Document, data: st.DataObject):  # type: ignore[no-untyped-def]
    claim = document.map.claims[_claim(document, data)]
    return data.draw(st.sampled_from(claim.occurrences)).where


def _step(document: Document, data: st.DataObject) -> str:
    if not document.map.steps:
        raise edits.CannotEdit("no steps")
    return data.draw(st.sampled_from(sorted(document.map.steps)))


def _mark(document: Document, data: st.DataObject) -> Edits:
    """A range of the article's words: behind marks that end before it, before those after it."""
    length = len(document.article)
    if not length:
        raise edits.CannotEdit("no words")
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start, min(length - 1, start + 30)))
    span = Span(document.text_offset(start), document.text_offset(end) + 1)
    label = data.draw(st.sampled_from(["claim", "premise", "speaker"]))
    return edits.mark(document, span, label, speakers=["x"])


def _in_text(document: Document, data: st.DataObject):  # type: ignore[no-untyped-def]
    where = _where(document, data)
    if not where.in_text:
        raise edits.CannotEdit("a line")
    return where


def _cover(document: Document, data: st.DataObject) -> Edits:
    start = data.draw(st.integers(0, len(document.text)))
    end = data.draw(st.integers(start, min(len(document.text), start + 30)))
    return edits.cover(document, _in_text(document, data), Span(start, end))


def _speaker(document: Document, data: st.DataObject) -> str:
    if not document.map.speakers:
        raise edits.CannotEdit("no speakers")
    return data.draw(st.sampled_from(sorted(document.map.speakers)))


def _split(document: Document, data: st.DataObject) -> Edits:
    claim = document.map.claims[_claim(document, data)]
    return edits.split(document, data.draw(st.sampled_from(claim.occurrences)))


KINDS = st.sampled_from(["support", "attack", "contradict"])
STEP_KINDS = st.sampled_from(["undercut", "link"])
WISHES: dict[str, Callable[[Document, st.DataObject], Edits]] = {
    "mark": _mark,
    "unmark": lambda d, x: edits.unmark(d, _in_text(d, x), dangling="drop"),
    "cover": _cover,
    "speakers": lambda d, x: edits.set_speakers(d, _where(d, x), ["y", "w"], ["z"]),
    "no speakers": lambda d, x: edits.set_speakers(d, _where(d, x), []),
    "tag": lambda d, x: edits.add_tag(d, _where(d, x), "new"),
    "untag": lambda d, x: edits.remove_tag(d, _where(d, x), "cost"),
    "note": lambda d, x: edits.set_data(d, _where(d, x), "note", 'a "note"'),
    "no note": lambda d, x: edits.set_data(d, _where(d, x), "note", ""),
    "label": lambda d, x: edits.set_label(d, _where(d, x), "premise"),
    "rename": lambda d, x: edits.rename(d, _claim(d, x), "renamed"),
    "rename speaker": lambda d, x: edits.rename_speaker(d, _speaker(d, x), "renamed"),
    "relate": lambda d, x: edits.relate(d, x.draw(KINDS), _claim(d, x), _claim(d, x)),
    "relate step": lambda d, x: edits.relate(d, x.draw(STEP_KINDS), _claim(d, x), _step(d, x)),
    "unrelate": lambda d, x: edits.unrelate(d, _step(d, x)),
    "implicit": lambda d, x: edits.add_implicit(
        d, "Rust is [bad]", kind="support", target=_claim(d, x)
    ),
    "wording": lambda d, x: edits.set_wording(d, _claim(d, x), "In other words"),
    "no wording": lambda d, x: edits.set_wording(d, _claim(d, x), ""),
    "describe": lambda d, _: edits.describe(d, "x", ("Ann", "A | B")),
    "merge": lambda d, x: edits.merge(d, _claim(d, x), _claim(d, x)),
    "split": _split,
    "move": lambda d, x: edits.move(d, _step(d, x), _claim(d, x)),
    "reorder": lambda d, x: edits.reorder(d, _where(d, x), x.draw(st.sampled_from([-1, 1]))),
    "delete": lambda d, x: edits.delete(d, _claim(d, x)),
}  # fmt: skip


@given(texts(), st.sampled_from(sorted(WISHES)), st.data())
def test_an_edit_keeps_the_article_and_can_be_undone(
    text: str, name: str, data: st.DataObject
) -> None:
    document = Document.of(text + TAIL)
    try:
        found = WISHES[name](document, data)
    except edits.CannotEdit:
        COUNTS[f"{name} (refused)"] += 1
        return
    COUNTS[name] += 1
    event(name)
    after = document.edit(found)
    assert after.text == texts_of.apply(document.text, found)
    assert after.article == document.article
    assert texts_of.apply(after.text, texts_of.invert(document.text, found)) == document.text
    assert dump(after) == dump(Document.of(after.text))
    dangling = Counter(fault.code for fault in after.diagnostics if fault.code in CODES)
    before = Counter(fault.code for fault in document.diagnostics if fault.code in CODES)
    assert sum(dangling.values()) <= sum(before.values())
