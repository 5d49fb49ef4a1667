"""Generated texts: fragments of every row of the language, and the characters that matter."""

from __future__ import annotations

from collections import Counter

from hypothesis import event
from hypothesis import strategies as st

ROWS = {
    "claim": "[the bridge should close]{claim #a @x}",
    "premise": "[deep rust]{premise #b @x +a}",
    "objection": "[the market]{claim #c @y -a}",
    "undercut": "[before the repair]{claim #d @y _b>a}",
    "undercut-lone": "[older still]{_d}",
    "undercut-step": "[unsure]{claim _r9}",
    "linked": "[cables break]{premise #e &b}",
    "linked-one": "[cables tear]{premise &b>a}",
    "speaker": "[she]{speaker @x}",
    "joint": "[both agree]{claim #f @x @y}",
    "via": "[China says]{claim #g @z via=@x}",
    "restates": "[it must]{=a @y}",
    "renames": "[it has to close]{#k =a @y}",
    "denies": "[it must stay open]{!a @y}",
    "fragment": "[in winter]{..a}",
    "fragment-denial": "[not]{!a #no @y} so [at all]{..no}",
    "fragment-restated": "[it must]{=a @y} they say [in winter]{..a}",
    "milestone": "{<#m}It is time {#m> claim @x -a}",
    "crossing": "{<#n} one [two {#n> claim} three]{claim #o}",
    "paragraphs": "{<#w}one [two]{claim #two}\n\nthree{#w> premise @y +a}",
    "nested": "[outer [inner]{premise +p} end]{claim #p @y}",
    "tag-data": '[it costs]{.cost note="p. \\"4\\"" weight=0.5 scheme=sign step=r9 +a}',
    "data-quotes": '[they say]{claim note=“two words” source=“p. "4"”}',
    "sigils": "[in full]{claim +#a _#b>#a &#b>#a}",
    "names": "[eine]{#हिन्दी @Jose\u0301}[zwei]{#cafe\u0301 +हिन्दी}[drei]{+caf\u00e9 @Jos\u00e9}",
    "nameless": "[he said that]{@x}",
    "remark": "{>> check <<}",
    "literal": "\\[ \\] \\{ \\} \\\\",
    "literal-block": "\n\n\\#a: no line\n\n\\@x = no line\n\n\\%% no line\n\n",
    "heading": "\n\n# Heading [x]{#h}\n",
    "fence": "\n```\n# no heading\n```\n",
    "front": "---\nargmap: 1\nauthor: Ida\n---\n\n",
    "own-front": "---\ntitle: x\n---\n",
    "map-speaker": "\n\n@x = Mara | Lind {role=expert}\n",
    "map-claim": "\n\n#a: The wording. {.thesis}\n"
    "  + #b {weight=0.5}\n    _ #d\n  - a ferry {@y}\n  & #e\n",
    "map-relation": "\n\n#b & #e +> #a {#r1 scheme=sign}\n"
    "#d _> #r1\n#d _> (#b +> #a)\n#d _> #b>#a\n",
    "map-attack": "\n\n%% attacks\n#b {>> why <<} -> {>> so <<} #a {>> then <<} {weight=0.4 @x}\n",
    "map-undercut": "\n\n#d _> #b>#a\n#e -> #a\n#f: Both. {+a}\n",
    "map-contradiction": "\n\n#c >< #a\n#q: same\n#q = #a\n",
    "map-comment": "\n\n%% a comment\n",
    "map-tabs": "\n\n#a: The wording.\n\t+ #b\n\t\t- Not so. {#t}\n  + Unclear.\n",
    "author": "[mine]{claim #i @author}",
    "wrong": "[x]{clam weight=2 #k}",
}
"""Every row of the language's tables, by name."""

USED: Counter[str] = Counter()
"""In how many texts each row stood."""


def told() -> str:
    """How often each row was used, for the end of a run; every one is named."""
    return "rows used: " + ", ".join(f"{row} {USED[row]}" for row in ROWS)


ACTIVE = [
    *'[]{}\\#@%+-_&=!.<>|:"“” \t\n\r~`aé\u0301हि\u200b\u2028\ufeff',
    "]{",
    "{>>",
    "<<}",
    "{<#m}",
    "{#m>",
    "\r\n",
    "\n\n",
    "  + ",
    "  - #b",
    "#a:",
    "#a +> #b",
    "---\n",
    "argmap: 1\n",
    "{claim #a",
]

rows = st.sampled_from(sorted(ROWS)).map(lambda row: (row, ROWS[row]))
noise = st.sampled_from(ACTIVE).map(lambda text: ("", text))
plain = st.text(max_size=6).map(lambda text: ("", text))


@st.composite
def texts(draw: st.DrawFn, max_pieces: int = 14) -> str:
    """A text made of rows, active characters and anything else."""
    pieces = draw(st.lists(st.one_of(rows, rows, noise, plain), max_size=max_pieces))
    for row in {row for row, _ in pieces if row}:
        event(f"row {row}")
        USED[row] += 1
    return "".join(text for _, text in pieces)
