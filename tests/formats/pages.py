"""Texts that pages are made of: words that try to act, and an article of all that can be said."""

from __future__ import annotations

ACTS = "window.ran=1"
HOSTILE = (
    f"</script><script>{ACTS}</script>",
    f"<script>{ACTS}</script>",
    f'"><img src=x onerror={ACTS}>',
    f"'><svg onload={ACTS}>",
    f"--><style>*{{display:none}}</style><script>{ACTS}</script><!--",
    f"</title></style></textarea></noscript><script>{ACTS}</script>",
    f"javascript:{ACTS}",
    f'http://x.example/" onmouseover="{ACTS}',
    "<a href=javascript:window.ran=1>x</a>",
    "<base href=//x.example><link rel=stylesheet href=//x.example/x.css>",
    "<meta http-equiv=refresh content=0;url=//x.example>",
    "<iframe srcdoc=x></iframe><form action=//x.example><button>x</button></form>",
    "&lt;script&gt; &amp;amp; &#60;b&#62;",
    "]]> <![CDATA[ <!DOCTYPE x>",
    "a\x00b\x1bc\x7fd\u202ee\ufefff\U000e0041g\ufffeh",
    "` ${window.ran=1} {{constructor.constructor('x')()}}",
)
"""None of these may do anything."""

RICH = """---
argmap: 1
title: The bridge
author: Ida
source: a paper
date: "2024"
topic: bridges
---

# The bridge

[The bridge should close]{claim #close @lind .cost page=4}, for [two cables
rust]{premise #rust @lind}, and [rusty cables
break]{premise #break &rust via=@board}. [It has to close]{=close @ole}.
[It must stay open]{!close #open @ole}. [The rust was measured before]{claim #old @ole _r1}.
[The market would be {<#far}cut off]{claim #market @ole -close} and nobody{#far> claim @ole} came.

@lind = Ida Lee | the engineer {role=expert of=@board}
@ole = Ole
@board = Bridge board

#rust & #break +> #close {#r1 scheme=sign weight=0.8 @ole .doubted so=yes}
#safe: Rusty cables make a bridge unsafe. {.implicit}
#safe +> #close
#close: It must be closed.
#shut: It must be shut.
#shut = #close
"""
