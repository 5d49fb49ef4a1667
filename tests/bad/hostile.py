"""One article with hostile words in every place that takes words."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

WORDS = (
    "\x1b]0;PWNED\x07\x1b[2J\x9b31m\u202edenied\u2069\u200b\r\b",
    "[/] [sic] [@click=app.quit]see[/] [$primary] [b]bold \\",
    "</script><script>alert(1)</script> <!-- ]]> &amp; &#39; 'q' \"q\"",
    "=cmd|'/C calc'!A0 \t ; , | \\N \\G #quot; `md` %%{init}%%",
    "\x00\ufffe\x85\u2028\x0b\x0c\U000e0041\ufeff",
    "$x$ \\input{/etc/passwd} {{7*7}} ${7*7} %s %(x)s {0.__class__}",
    "no", "1e3", "~", "- x", "# y", "x: y", "2001-01-01", "---", "...", "null", "__proto__",
)  # fmt: skip


def bare(text: str) -> str:
    """Words that mean nothing, also between brackets."""
    return re.sub(r"[\\\[\]{}]", r"\\\g<0>", text)


def article(words: Sequence[str]) -> str:
    """Each as words, note, tag, id, speaker's name, wording, title, remark and heading."""
    told = [f"---\nargmap: 1\ntitle: {json.dumps(words[0])}\n---\n"]
    flat = [" ".join(text.replace("\0", "\u2400").splitlines()) for text in words]
    for number, (text, one) in enumerate(zip(words, flat, strict=True)):
        quoted = one.replace("\\", "\\\\").replace('"', '\\"')
        above = f" +c{number - 1}" if number % 4 else ""
        told += [
            f"# {bare(one)}\n",
            f'[{bare(text)}.]{{claim #c{number} @s{number}{above} .{one} note="{quoted}"}} '
            f"[it]{{speaker @{one}}} [x]{{claim #{one} +{one}}} {{>> {one} <<}}\n",
        ]
    for number, one in enumerate(flat):
        told += [f"@s{number} = {bare(one)} | {one}", f"#c{number}: {bare(one)}"]
    return "\n".join(told) + "\n"
