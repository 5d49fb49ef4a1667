"""Generated graphs, as importers could yield them: with all that is odd in real files."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.formats.graph import Claim, Graph, Mention, Saying, Speaker, Step
from argmap.text import Span

WORDS = [
    "The road should close",
    "the road should close",
    "Noise harms sleep",
    "",
    "  two\nlines ",
    "#hash {brace} [mark]{claim #x} \\ end\\",
    "{>> remark <<}",
    "%% comment",
    "Lärm हिन्दी 日本",
    "-",
    "\0 odd \ud800",
    "a" * 300,
]
TEXTS = ["", "One two three. Four five six.\n\nSeven eight.", "#a: no map line {x} [y] \\z\r\nend"]
KEYS = [str(number) for number in range(8)]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    text = draw(st.sampled_from(TEXTS))
    people = draw(st.lists(st.sampled_from(["p1", "p2", "p3"]), unique=True))
    known = st.sampled_from(people) if people else st.nothing()
    speakers = st.lists(known, max_size=2, unique=True).map(tuple) if people else st.just(())
    places = st.builds(
        lambda a, b: (Span(min(a, b), max(a, b)),),
        st.integers(0, len(text)),
        st.integers(0, len(text)),
    )
    pieces = st.one_of(st.just(()), places) if text else st.just(())
    saying = st.builds(Saying, speakers, pieces, st.just(()))
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True))
    claim = st.builds(
        Claim,
        st.just(""),
        st.sampled_from(WORDS),
        st.lists(saying, max_size=2).map(tuple),
        st.sampled_from(["", "a", "bad name", "x-1"]),
        st.just(""),
        st.sampled_from([(), ("implicit",), ("two words",)]),
        st.sampled_from([(), (("note", 'say "no" {x}'),), (("1 odd key", ""),)]),
        st.just("claims"),
    )
    claims = tuple(draw(claim)._replace(key=key) for key in keys)
    ends = st.sampled_from([*keys, "missing"])
    steps = tuple(
        Step(
            f"s{number}",
            kind,
            tuple(draw(st.lists(ends, max_size=1 if kind == "contradict" else 3))),
            draw(st.sampled_from([f"s{n}" for n in range(7)]) if kind == "undercut" else ends),
            draw(st.sampled_from(["", "r1"])),
            draw(st.sampled_from(["", "Expert Opinion"])),
            draw(st.sampled_from([None, 0.5])),
        )
        for number, kind in enumerate(
            draw(
                st.lists(
                    st.sampled_from(["support", "attack", "undercut", "contradict"]), max_size=6
                )
            )
        )
    )
    named = tuple(
        Speaker(key, draw(st.sampled_from([(), ("Ann Lee",), ("A | B {c}",)]))) for key in people
    )
    mentions = tuple(
        Mention(Span(0, min(3, len(text))), (key,))
        for key in people[:1]
        if text and draw(st.booleans())
    )
    return Graph(
        claims, steps, named, text, {"title": "A map"} if draw(st.booleans()) else {}, mentions
    )
