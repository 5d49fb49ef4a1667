"""Entries that are kept in the front matter: written, replaced, taken out, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.document import Document
from argmap.edits import CannotEdit, rename, rename_speaker, save_entry
from argmap.evaluation import saved

ARTICLES = {
    "nothing": "[a]{claim #a}\n",
    "front matter": "---\nargmap: 1\n---\n\n[a]{claim #a}\n",
    "crlf": "---\r\nargmap: 1\r\ntitle: T\r\n---\r\n\r\n[a]{claim #a}\r\n",
    "its own": "---\ntitle: x\n---\n[a]{claim #a}\n",
    "others": "---\nargmap: 1\nwhat-if:\n  old: {without: [a]}\n\n  # why\n  more:\n    grant:\n"
    "      - a\ntitle: T\n---\n\n[a]{claim #a}\n",
}
names = st.sampled_from(["old", "more", "a b", "yes", "1", "é: #", "'"])
values = st.fixed_dictionaries({"without": st.just(["a"])}, optional={"policy": st.just("strict")})


@given(
    st.sampled_from(sorted(ARTICLES)), st.lists(st.tuples(names, st.none() | values), max_size=5)
)
def test_what_is_kept_is_read_back(
    article: str, wishes: list[tuple[str, dict[str, object] | None]]
) -> None:
    document = Document.of(ARTICLES[article])
    wanted = dict(document.front.entries)
    under: dict[str, object] = dict(wanted.pop("what-if", {}))  # type: ignore[call-overload]
    for name, value in wishes:
        after = document.edit(save_entry(document, "what-if", name, value or {}))
        under.pop(name, None)
        if value:
            under[name] = value
        assert after.article == document.article
        assert Document.of(after.text).front.faults == ()
        found = dict(after.front.entries)
        assert (found.pop("what-if", {}) or {}) == under
        assert {"argmap": "1", **wanted} == {"argmap": "1", **found}
        document = after


def test_other_lines_stay() -> None:
    document = Document.of(ARTICLES["others"])
    after = document.edit(save_entry(document, "what-if", "more", {"as": "x"}))
    assert after.text == ARTICLES["others"].replace("grant:\n      - a", "as: x")


@pytest.mark.parametrize(
    "front", ["what-if: {a: {without: [a]}}", "what-if: many", "what-if:\n- a\n- b"]
)
def test_what_cannot_be_changed_is_left(front: str) -> None:
    document = Document.of(f"---\nargmap: 1\n{front}\n---\n\n[a]{{claim #a}}\n")
    with pytest.raises(CannotEdit):
        save_entry(document, "what-if", "new", {"without": ["a"]})


@pytest.mark.parametrize("name", ["", " ", "a\nb", " a"])
def test_a_name_is_one_line(name: str) -> None:
    with pytest.raises(CannotEdit):
        save_entry(Document.of("x"), "what-if", name, {"without": ["a"]})


KEPT = """\
---
argmap: 1
what-if:
  one: {without: [rust, "close"], as: lind}
  two:
    grant: rust # rust
---

[It must close]{claim #close @lind}, for [two cables rust]{premise #rust @lind +close}.
"""


def test_a_new_id_is_written_there_too() -> None:
    document = Document.of(KEPT)
    after = document.edit(rename(document, "rust", "cables"))
    assert '{without: [cables, "close"], as: lind}' in after.text
    assert "grant: cables # rust" in after.text
    after = after.edit(rename(after, "close", "shut"))
    assert '[cables, "shut"]' in after.text
    after = after.edit(rename_speaker(after, "lind", "mara"))
    assert "as: mara}" in after.text
    kept = [saved.named(after, name).without for name in saved.names(after)]
    assert kept == [("cables", "shut"), ()]
