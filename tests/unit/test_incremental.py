"""What an edit costs: the cells parsed and the claims and steps built again."""

from __future__ import annotations

import pytest
from dump import dump

from argmap.document import Document
from argmap.model import claims, steps
from argmap.syntax.units import Cell
from argmap.text import Span, TextEdit

TEXT = "".join(
    f"He said that [the bridge is in danger for reason {i}]{{claim #c{i} @s{i % 7} +c{i // 3}}}.\n"
    for i in range(3000)
)

EDITS = {
    "a word of the article": ("in danger for reason 1500", "in great danger"),
    "an id that others refer to": ("#c500 ", "#d500 "),
    "a speaker": ("#c1500 @s2", "#c1500 @s3"),
    "a relation": ("+c500}", "+c501}"),
    "a relation to the popular one": ("#c2999 @s3 +c999}", "#c2999 @s3 +c0}"),
    "a mark more": (
        "He said that [the bridge is in danger for reason 1500]",
        "[He]{@s1 -c3} [the x]",
    ),
    "a bracket more": ("He said that [the bridge is in danger for reason 1500]", "[[He said"),
    "a bracket lost": ("reason 1500]", "reason 1500"),
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_costs_little(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.of(TEXT)
    assert document.map.index
    old, new = EDITS[what]
    at = TEXT.index(old)
    built: list[int] = []
    for module in (claims, steps):
        monkeypatch.setattr(module, "build", _counted(module.build, built))
    before = Cell.parsed
    after = document.edit([TextEdit(Span(at, at + len(old)), new)])
    assert after.map.claims
    assert Cell.parsed - before <= 4
    assert len(built) == 2
    assert max(built) < 20
    monkeypatch.undo()
    fresh = Document.of(after.text)
    assert [c.id for c in after.map.claims.values()] == [c.id for c in fresh.map.claims.values()]
    assert list(after.map.steps) == list(fresh.map.steps)
    assert after.diagnostics == fresh.diagnostics


SHORT = "".join(TEXT.splitlines(keepends=True)[1400:1700])

FAR = {
    "a milestone": ("said that [the bridge is in danger for reason 1500]", "{<#m}x{#m> claim @z}"),
    "half of one": ("said that [the bridge is in danger for reason 1500]", "{<#m}x"),
    "two names made one": ("#c1500 @", "#c1500 =c1501 @"),
    "a name of two less": ("#y =z", "#y"),
    "a milestone less": ("{<#span}", ""),
    "a milestone's speaker": ("{#span> claim @s}", "{#span> claim @t}"),
    "front matter": ("Ida", "Ada"),
    "a title": ("author", "title: An article\nauthor"),
    "a speaker's name": ("Mara", "Clara"),
    "a blank line less": ("\n\n@s1", "\n@s1"),
}  # fmt: skip


@pytest.mark.parametrize("what", FAR)
def test_what_reaches_far_costs_little_too(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    spanned = "{<#span}[y]{#y =z}\n[z]{#z}{#span> claim @s}"
    front = "---\nargmap: 1\nauthor: Ida\n---\n\n"
    text = f"{front}[x]{{@author}}\n{spanned}\n{SHORT}\n@s1 = Mara\n"
    document = Document.of(text)
    assert document.map.index
    old, new = FAR[what]
    at = text.index(old)
    built: list[int] = []
    for module in (claims, steps):
        monkeypatch.setattr(module, "build", _counted(module.build, built))
    before = Cell.parsed
    after = document.edit([TextEdit(Span(at, at + len(old)), new)])
    assert after.map.claims
    assert Cell.parsed - before <= 4
    assert sum(built) < 20
    monkeypatch.undo()
    assert dump(after) == dump(Document.of(after.text))


def test_brackets_of_two_blocks_meet_when_the_blocks_become_one() -> None:
    apart = Document.of("[the brid\nge\n\nis\nold]{claim #a}")
    assert not apart.map.claims
    at = apart.text.index("\n\n")
    together = apart.edit([TextEdit(Span(at, at + 1), "")])
    assert list(together.map.claims) == ["a"]
    assert len(together.units) == 1


def _counted(build, counts):  # type: ignore[no-untyped-def]
    def counting(told, *rest):  # type: ignore[no-untyped-def]
        counts.append(len(told))
        return build(told, *rest)

    return counting
