# ruff: noqa: E501 (a table reads best with one case a line)
"""Each edit: the text before, the wish, the text after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap import edits
from argmap.document import Document
from argmap.model.values import Where
from argmap.text import Span, TextEdit, apply, invert

Wish = Callable[[Document], tuple[TextEdit, ...]]


def words(document: Document, text: str) -> Span:
    at = document.text.index(text)
    return Span(at, at + len(text))


def first(document: Document, claim: str) -> Where:
    return document.map.claims[claim].occurrences[0].where


def marked(text: str, *args: str, **named: object) -> Wish:
    return lambda d: edits.mark(d, words(d, text), *args, **named)  # type: ignore[arg-type]


CASES: dict[str, tuple[str, Wish, str]] = {
    "mark": ("The bridge is old.", marked("bridge is old"), "The [bridge is old]{claim}."),
    "mark with all": (
        "It is old.",
        marked("It is old", "premise", id="old", speakers=["lind"], more=".x"),
        "[It is old]{premise #old @lind .x}.",
    ),
    "mark round a mark": ("[a]{#a} b", marked("[a]{#a} b"), "[[a]{#a} b]{claim}"),
    "mark inside a mark": ("[a b]{#a}", marked("b"), "[a [b]{claim}]{#a}"),
    "mark with a loose bracket": ("an [open one", marked("[open one"), "an [\\[open one]{claim}"),
    "mark with a pair of them": ("it is [sic] so", marked("is [sic] so"), "it [is [sic] so]{claim}"),
    "crossing": ("[a b]{#a} c d", marked("b]{#a} c"), "[a {<#b-c}b]{#a} c{#b-c> claim} d"),
    "two paragraphs": ("a\n\nb", marked("a\n\nb", id="m"), "{<#m}a\n\nb{#m> claim}"),
    "mention": ("she said", marked("she", "speaker", speakers=["lind"]), "[she]{speaker @lind} said"),
    "unmark": ("x [a b]{claim #a @x} y", lambda d: edits.unmark(d, first(d, "a")), "x a b y"),
    "unmark and drop": (
        "[a]{#a} [b]{#b +a} [c]{#c _b}",
        lambda d: edits.unmark(d, first(d, "a"), dangling="drop"),
        "a [b]{#b} [c]{#c}",
    ),
    "unmark a milestone": ("{<#m}a\n\nb{#m> claim}", lambda d: edits.unmark(d, first(d, "m")), "a\n\nb"),
    "unmark round another": (
        "[a [b]{#b} [c]{#c @z}]{#a @x via=@y} [d]{#d}",
        lambda d: edits.unmark(d, first(d, "a")),
        "a [b]{#b @x via=@y} [c]{#c @z} [d]{#d}",
    ),
    "unmark a milestone round another": (
        "{<#m}a [b]{#b}{#m> claim @x}", lambda d: edits.unmark(d, first(d, "m")), "a [b]{#b @x}",
    ),
    "unmark between two of one speaker": (
        "[a [b [c]{#c}]{#b @x}]{#a @x}", lambda d: edits.unmark(d, first(d, "b")), "[a b [c]{#c}]{#a @x}",
    ),
    "mark from a word into the end of a mark": ("a [b]{#b} c", marked("a [b"), "[a [b]{#b}]{claim} c"),
    "mark a word and a milestone's": ("{<#m}a{#m> claim} b", marked("a{#m> claim} b"), "{<#m}[a{#m> claim} b]{claim}"),
    "cover more": ("a [b]{#b} c", lambda d: edits.cover(d, first(d, "b"), Span(0, 11)), "[a b c]{#b}"),
    "cover less": ("[a b]{#b} c", lambda d: edits.cover(d, first(d, "b"), Span(1, 2)), "[a]{#b} b c"),
    "speakers": ("[a]{claim #a @x .t}", lambda d: edits.set_speakers(d, first(d, "a"), ["y", "z"]), "[a]{claim #a @y @z .t}"),
    "no speaker": ("[a]{claim @x}", lambda d: edits.set_speakers(d, first(d, "a"), []), "[a]{claim}"),
    "only a speaker": ("[a]{@x}", lambda d: edits.set_speakers(d, first(d, "a"), []), "[a]{claim}"),
    "via": ("[a]{#a @x via=@y}", lambda d: edits.set_speakers(d, first(d, "a"), ["x"], []), "[a]{#a @x}"),
    "a tag": ("[a]{#a}", lambda d: edits.add_tag(d, first(d, "a"), ".cost"), "[a]{#a .cost}"),
    "a tag less": ("[a]{#a .cost @x}", lambda d: edits.remove_tag(d, first(d, "a"), "cost"), "[a]{#a @x}"),
    "front matter": (
        "---\nargmap: 1\ntitle: It\n---\n\nIt is.",
        lambda d: edits.set_front(d, "author", "Mara: Lind"),
        '---\nargmap: 1\ntitle: It\nauthor: "Mara: Lind"\n---\n\nIt is.',
    ),
    "front matter again": (
        "---\nargmap: 1\ntitle: It\n  is\n---\n\nIt is.",
        lambda d: edits.set_front(d, "title", "That"),
        "---\nargmap: 1\ntitle: That\n---\n\nIt is.",
    ),
    "front matter less": (
        "---\r\nargmap: 1\r\ntitle: It\r\n---\r\n\r\nIt is.",
        lambda d: edits.set_front(d, "title", ""),
        "---\r\nargmap: 1\r\n---\r\n\r\nIt is.",
    ),
    "front matter anew": (
        "It is.",
        lambda d: edits.set_front(d, "date", " 2026-11-24 "),
        '---\nargmap: 1\ndate: "2026-11-24"\n---\n\nIt is.',
    ),
    "data": ("[a]{#a}", lambda d: edits.set_data(d, first(d, "a"), "note", 'say "no"'), '[a]{#a note="say \\"no\\""}'),
    "data changed": ("[a]{#a p=4 .x}", lambda d: edits.set_data(d, first(d, "a"), "p", "5"), "[a]{#a p=5 .x}"),
    "data less": ("[a]{#a p=4 .x}", lambda d: edits.set_data(d, first(d, "a"), "p", ""), "[a]{#a .x}"),
    "label": ("[a]{claim #a}", lambda d: edits.set_label(d, first(d, "a"), "premise"), "[a]{premise #a}"),
    "tag on a line": ("#a: A\n", lambda d: edits.add_tag(d, first(d, "a"), "x"), "#a: A {.x}\n"),
    "the last tag of a line": ("#a: A {.x}\n", lambda d: edits.remove_tag(d, first(d, "a"), "x"), "#a: A\n"),
    "rename": (
        "[a]{#a =z} [b]{+a _c>a} [c]{#c &a} {<#m}d{#m> -a}\n\n#a & #c +> #d {#a-b}\n#a = #d\n#d: a\n",
        lambda d: edits.rename(d, "a", "new"),
        "[a]{#new =z} [b]{+new _c>new} [c]{#c &new} {<#m}d{#m> -new}\n\n#new & #c +> #d {#a-b}\n#new = #d\n#d: a\n",
    ),
    "rename a milestone": ("{<#m}d{#m> claim} [x]{+m}", lambda d: edits.rename(d, "m", "n"), "{<#n}d{#n> claim} [x]{+n}"),
    "rename a made name": ("[the bridge closed]{@x}", lambda d: edits.rename(d, "the-bridge-closed", "n"), "[the bridge closed]{@x #n}"),
    "rename a step": ("[a]{#a +b step=r} [b]{#b} [c]{_r}", lambda d: edits.rename(d, "r", "s"), "[a]{#a +b step=s} [b]{#b} [c]{_s}"),
    "rename a claim like a key": (
        "[a]{#step +b step=r} [b]{#b}", lambda d: edits.rename(d, "step", "n"), "[a]{#n +b step=r} [b]{#b}",
    ),
    "rename a speaker like a key": (
        "[a]{@via via=@via}", lambda d: edits.rename_speaker(d, "via", "n"), "[a]{@n via=@n}",
    ),
    "rename a step by its key": (
        "[a]{#a +b step=r} [b]{#b} [c]{_r}", lambda d: edits.set_data(d, first(d, "a"), "step", "s"), "[a]{#a +b step=s} [b]{#b} [c]{_s}",
    ),
    "rename a speaker": (
        '[a]{@x via="@y @x"} [b]{speaker @x}\n\n@x = X x {of=@y}\n',
        lambda d: edits.rename_speaker(d, "x", "z"),
        '[a]{@z via="@y @z"} [b]{speaker @z}\n\n@z = X x {of=@y}\n',
    ),
    "support": ("[a]{#a} [b]{#b}", lambda d: edits.relate(d, "support", "b", "a"), "[a]{#a} [b]{#b +a}"),
    "attack a nameless one": ("[one]{@x} [b]{#b}", lambda d: edits.relate(d, "attack", "b", "one"), "[one]{@x #one} [b]{#b -one}"),
    "undercut": ("[a]{#a} [b]{#b +a} [c]{#c}", lambda d: edits.relate(d, "undercut", "c", "b+>a"), "[a]{#a} [b]{#b +a} [c]{#c _b}"),
    "undercut one of two": (
        "[a]{#a} [d]{#d} [b]{#b +a -d} [c]{#c}",
        lambda d: edits.relate(d, "undercut", "c", "b->d"),
        "[a]{#a} [d]{#d} [b]{#b +a -d} [c]{#c _b>d}",
    ),
    "link": ("[a]{#a} [b]{#b +a} [c]{#c}", lambda d: edits.relate(d, "link", "c", "b+>a"), "[a]{#a} [b]{#b +a} [c]{#c &b}"),
    "support with links": (
        "[a]{#a} [b]{#b} [c]{#c} [r]{#r +a -b} [s]{&r}",
        lambda d: edits.relate(d, "support", "r", "c"),
        "[a]{#a} [b]{#b} [c]{#c} [r]{#r +a -b +c} [s]{&r>a &r>b}",
    ),
    "support beside a weight": (
        "[a]{#a} [c]{#c} [r]{#r +a weight=0.5 step=s}",
        lambda d: edits.relate(d, "support", "r", "c"),
        "[a]{#a} [c]{#c} [r]{#r +a weight=0.5 step=s}\n\n#r +> #c",
    ),
    "link a line": (
        "[a]{#a} [b]{#b +a}\n\n#c: C\n", lambda d: edits.relate(d, "link", "c", "b+>a"), "[a]{#a} [b]{#b +a}\n\n#c: C {&b}\n",
    ),
    "restate": (
        "[a]{#a} [b]{#b} [c]{+b}", lambda d: edits.relate(d, "restate", "b", "a"), "[a]{#a} [b]{#b =a} [c]{+b}",
    ),
    "restate by a milestone": (
        "[a]{#a} {<#m}b{#m> claim} [c]{+m}\n",
        lambda d: edits.relate(d, "restate", "m", "a"),
        "[a]{#a} {<#m}b{#m> claim} [c]{+m}\n\n#m = #a\n",
    ),
    "restate a reason": ("[a]{#a} [b]{#b +a}", lambda d: edits.relate(d, "restate", "b", "a"), "[a]{#a} [b]{#b =a}"),
    "restate beside a link": (
        "[a]{#a} [l]{#l} [b]{#b +a} [f]{#f +l}; [w]{&f}",
        lambda d: edits.relate(d, "restate", "b", "f"),
        "[a]{#a} [l]{#l} [b]{#b +a =f} [f]{#f +l}; [w]{&f>l}",
    ),
    "merge beside a link": (
        "[a]{#a} [l]{#l} [b]{+a} [f]{#f +l}; [w]{&f}",
        lambda d: edits.merge(d, "f", "b"),
        "[a]{#a} [l]{#l} [b]{+a =f} [f]{#f +l}; [w]{&f>l}",
    ),
    "split what restates": ("[a]{#a} [b]{#b =a}", lambda d: edits.split(d, d.map.claims["a"].occurrences[1]), "[a]{#a} [b]{#b}"),
    "contradict": ("[a]{#a} [b]{#b}\n", lambda d: edits.relate(d, "contradict", "b", "a"), "[a]{#a} [b]{#b}\n\n#b >< #a\n"),
    "support from a line": ("[a]{#a}\n\n#b: B\n", lambda d: edits.relate(d, "support", "b", "a"), "[a]{#a}\n\n#b: B\n#b +> #a\n"),
    "unrelate": ("[a]{#a} [b]{#b +a} [c]{#c _b}", lambda d: edits.unrelate(d, "b+>a"), "[a]{#a} [b]{#b} [c]{#c}"),
    "unrelate a line": ("#a: A\n#b: B\n#b +> #a\n#c: C\n", lambda d: edits.unrelate(d, "b+>a"), "#a: A\n#b: B\n#c: C\n"),
    "unrelate a bullet": ("#b: B\n\n#a: A\n  + #b\n", lambda d: edits.unrelate(d, "b+>a"), "#b: B\n\n#a: A\n"),
    "move": (
        "[a]{#a} [d]{#d} [b]{premise #b +a} [c]{#c _b>a}",
        lambda d: edits.move(d, "b+>a", "d"),
        "[a]{#a} [d]{#d} [b]{premise #b +d} [c]{#c _b>d}",
    ),
    "move a line": ("#a: A\n#b: B\n#c: C\n#b -> #a\n", lambda d: edits.move(d, "b->a", "c"), "#a: A\n#b: B\n#c: C\n#b -> #c\n"),
    "reorder down": (
        "#a: A\n  + B\n    - C\n  + D\n#e: E\n",
        lambda d: edits.reorder(d, first(d, "b"), 1),
        "#a: A\n  + D\n  + B\n    - C\n#e: E\n",
    ),
    "reorder top lines": ("#a: A\n  + B\n#e: E", lambda d: edits.reorder(d, first(d, "e"), -1), "#e: E\n#a: A\n  + B"),
    "implicit": ("One.\n", lambda d: edits.add_implicit(d, "Rust is {bad}", id="r"), "One.\n\n#r: Rust is \\{bad\\} {.implicit}\n"),
    "implicit reason": (
        "[One]{#one}.",
        lambda d: edits.add_implicit(d, "Rust is bad", kind="support", target="one"),
        "[One]{#one}.\n\n#rust-is-bad: Rust is bad {.implicit}\n#rust-is-bad +> #one",
    ),
    "wording": ("[it]{#a}\n", lambda d: edits.set_wording(d, "a", "The bridge."), "[it]{#a}\n\n#a: The bridge.\n"),
    "wording changed": ("[it]{#a}\n\n#a: X {.t}\n", lambda d: edits.set_wording(d, "a", "Y"), "[it]{#a}\n\n#a: Y {.t}\n"),
    "wording of a bullet": ("#a: A\n  + B {#b}\n", lambda d: edits.set_wording(d, "b", "C"), "#a: A\n  + C {#b}\n"),
    "wording away": ("[it]{#a}\n\n#a: X\n", lambda d: edits.set_wording(d, "a", ""), "[it]{#a}\n"),
    "describe": ("[it]{@a}\n", lambda d: edits.describe(d, "a", ("Ann", "A")), "[it]{@a}\n\n@a = Ann | A\n"),
    "merge": (
        "[a]{#a} [b]{#b @x} [c]{#c +b} [d]{=b}",
        lambda d: edits.merge(d, "a", "b"),
        "[a]{#a} [b]{=a @x} [c]{#c +a} [d]{=a}",
    ),
    "merge with links": (
        "[a]{#a +k} [k]{#k} [b]{#b +z} [z]{#z} [l]{&b}",
        lambda d: edits.merge(d, "a", "b"),
        "[a]{#a +k} [k]{#k} [b]{=a +z} [z]{#z} [l]{&a>z}",
    ),
    "merge drops what argues with itself": ("[a]{#a} [b]{#b +a}", lambda d: edits.merge(d, "a", "b"), "[a]{#a} [b]{=a}"),
    "split": ("[a]{#a} [b]{=a @x}", lambda d: edits.split(d, d.map.claims["a"].occurrences[1], "n"), "[a]{#a} [b]{#n @x}"),
    "merge what undercuts with its premise": (
        "[u]{_b>a} [b]{#b @x +a} [x]{#a}", lambda d: edits.merge(d, "b", "u"), "[u]{ =b} [b]{#b @x +a} [x]{#a}",
    ),
    "split what has pieces": (
        "[a]{#a} [b]{=a} so [c]{..a} [d]{..a}",
        lambda d: edits.split(d, d.map.claims["a"].occurrences[1], "n"),
        "[a]{#a} [b]{#n} so [c]{..n} [d]{..n}",
    ),
    "split what has a name and pieces": (
        "[a]{#a} [b]{#b =a} so [c]{..a}",
        lambda d: edits.split(d, d.map.claims["a"].occurrences[1]),
        "[a]{#a} [b]{#b} so [c]{..b}",
    ),
    "delete": (
        "[a]{#a} [b]{#b +a} [c]{=a}, [d]{..a}.\n\n#a: A\n#b +> #a\n#x: X\n",
        lambda d: edits.delete(d, "a"),
        "a [b]{#b} c, d.\n\n#x: X\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_edit(what: str) -> None:
    before, wish, after = CASES[what]
    document = Document.of(before)
    found = wish(document)
    assert apply(before, found) == after
    assert apply(after, invert(before, found)) == before
    assert Document.of(after).article == document.article


REFUSED: dict[str, tuple[str, Wish, str]] = {
    "half a head": ("[a]{claim #a}", marked("aim #a"), "no words of the article"),
    "half a link": ("see [the paper](http://x) now", marked("paper](http"), "split a link"),
    "a taken id": ("[a]{#a} b", marked(" b", id="a"), "taken"),
    "what others need": ("[a]{#a} [b]{+a}", lambda d: edits.unmark(d, first(d, "a")), "left without"),
    "a bad name": ("[a]{#a}", lambda d: edits.rename(d, "a", "b c"), "cannot be a name"),
    "a weight": ("[a]{#a}", lambda d: edits.set_data(d, first(d, "a"), "weight", "2"), "no weight"),
    "itself": ("[a]{#a}", lambda d: edits.relate(d, "support", "a", "a"), "against itself"),
    "no words": ("[a]{#a} b", lambda d: edits.cover(d, first(d, "a"), Span(0, 0)), "nothing to mark"),
    "the only words": ("#a: A\n", lambda d: edits.set_wording(d, "a", ""), "no other words"),
    "the only place": ("[a]{#a}", lambda d: edits.split(d, d.map.claims["a"].occurrences[0]), "only place"),
    "a step that others name": (
        "[a]{#a +b step=r} [b]{#b} [c]{_r}", lambda d: edits.set_data(d, first(d, "a"), "step", ""), "left without",
    ),
    "the front matter's author": (
        "---\nargmap: 1\nauthor: Ida\n---\n\n[a]{@author}", lambda d: edits.rename_speaker(d, "author", "x"), "front matter",
    ),
    "a link that takes a weight along": (
        "[i]{#i weight=0.5 +nope} [l]{#l} [f]{#f +l}", lambda d: edits.relate(d, "link", "i", "f+>l"), "cannot be told",
    ),
    "one with the claim above": ("#a: A\n  - b {@x}\n", lambda d: edits.merge(d, "a", "b"), "a bullet below"),
    "one for and one against": (
        "[a]{#a} [b]{#b +a} [c]{_b} [d]{#d -a}", lambda d: edits.merge(d, "d", "b"), "either of two",
    ),
    "one for and one against, said again": (
        "[a]{#a} [b]{#b +a} [c]{_b} [d]{-a}", lambda d: edits.relate(d, "restate", "d", "b"), "either of two",
    ),
    "twice": ("[a]{#a} [b]{#b +a}", lambda d: edits.relate(d, "support", "b", "a"), "there already"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_done_is_said(what: str) -> None:
    before, wish, message = REFUSED[what]
    with pytest.raises(edits.CannotEdit, match=message):
        wish(Document.of(before))
