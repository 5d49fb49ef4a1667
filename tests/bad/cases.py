"""The bad inputs, made anew for each run: `CASES` by id."""

from __future__ import annotations

import io
import zipfile
from typing import NamedTuple

SAFE = b"[The rain is bad]{claim #bad @ann}.\n"


class Case(NamedTuple):
    """`name` is the file's, as bytes of the disk."""

    id: str
    name: bytes
    data: bytes

    @property
    def big(self) -> bool:
        return len(self.data) > 900_000


CASES: dict[str, Case] = {}


def put(case: str, name: str | bytes, data: str | bytes) -> None:
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    named = name.encode() if isinstance(name, str) else name
    CASES[case] = Case(case, named, raw)


def claims(**texts: str) -> str:
    """A line with a claim of each text, which stands as it is: brackets have to pair."""
    return " ".join(f"[{text}]{{claim #{name}}}" for name, text in texts.items()) + "\n"


# Encoding.
put("E01", "empty.argmap", b"")
put("E02", "bom.argmap", b"\xef\xbb\xbf" + SAFE)
put("E03", "utf16le.argmap", ("\ufeff" + SAFE.decode()).encode("utf-16-le"))
put("E04", "latin1.argmap", "caf\xe9 d\xe9j\xe0\n".encode("latin-1"))
put("E05", "truncated.argmap", SAFE + b"\xe2\x82")
put("E06", "overlong.argmap", b"a\xc0\xaf..\xc0\xafb\n")
put("E07", "surrogates.argmap", b"a\xed\xa0\x80b\n")
put("E08", "nul.argmap", b"[a\0b]{claim #a}\n")
put("E09", "binary.argmap", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
put("E10", "noncharacters.argmap", claims(a="a\ufffeb\uffffc\U0001ffff"))

# Line ends.
put("L01", "crlf.argmap", SAFE.replace(b"\n", b"\r\n") + b"It pours.\r\n" * 2)
put("L02", "cr.argmap", SAFE.replace(b"\n", b"\r") + b"It pours.\r" * 2)
put("L03", "mixed.argmap", "a\nb\r\n[c]{claim}\rd\n")
put("L04", "nel.argmap", claims(a="a\u0085b\u2028c\u2029d"))
put("L05", "ff.argmap", claims(a="a\x0bb\x0cc\x1cd\x1de\x1ef"))
put("L06", "no_end.argmap", "a\n[b]{claim}")
put("L07", "newlines.argmap", "\n" * 5000)

# What a terminal would obey.
put("T01", "title.argmap", claims(a="A\x1b]0;PWNED\x07B"))
put("T02", "clipboard.argmap", claims(a="A\x1b]52;c;cm0gLXJmIH4=\x07B"))
put("T03", "csi.argmap", "[A\x1b[2J\x1b[1;1H\x1b[31;7mB]]]]{claim #a}\n")
put("T04", "c1.argmap", claims(a="A\u009b31;7mB\u009d0;PWNED\u009c"))
put("T05", "dcs.argmap", claims(a="A\x1bP+q544e\x1b\\ \x1b_Gf=24\x1b\\B"))
put("T06", "cr_over.argmap", "[safe text\rEvil: evil text]{claim #a}\n")
put("T07", "backspaces.argmap", claims(a="good\b\b\b\bevil"))
put("T08", "link.argmap", "\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\\n")
put("T09", "query.argmap", "\x1b[6n\x1b[c\x1b[>q\x1b]11;?\x07 [x]{claim}\n")

# Markup of Rich and Textual.
put("M01", "rich.argmap", "[[bold red]not red[/] [/] [/b] [sic] [1]]{claim #a}\n")
put("M02", "action.argmap",
    "[[@click=app.quit]see[/] [@click=app.screenshot('x.svg','/tmp')]]{claim #a}\n")  # fmt: skip
put("M03", "variable.argmap", "[[$primary]x [$text-error 50%]y [on $panel]z]{claim #a}\n")
put("M04", "backslash.argmap", "[C:\\\\[dir] \\[x\\] [[x]] ends with \\\\]{claim #a}\n")

# Unicode.
put("U01", "trojan.argmap", claims(a="access is \u202e\u2066denied\u2069 \u2066for users\u2069"))
put("U02", "zero_width.argmap", "[a]{claim #claim\u200b1} [b]{claim #claim1}\n")
put("U03", "homoglyph.argmap", "[a]{claim #\u0441laim1} [b]{claim #claim1}\n")
put("U04", "nfc_nfd.argmap", "[a]{claim #caf\u00e9} [b]{premise #b +cafe\u0301}\n")
put("U05", "case.argmap", claims(Straße="a", STRASSE="b", İx="c"))
put("U06", "zalgo.argmap", claims(a="Z" + "\u0335\u0321\u0316" * 200 + "algo"))
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
put("U07", "emoji.argmap", claims(a=f"{FAMILY} \U0001f1f3\U0001f1f4 1\ufe0f\u20e3"))
put("U08", "tags.argmap", claims(a="a\U000e0041\U000e0042b\ufe00\U000e0100"))
put("U09", "rtl.argmap", "\u0627\u0644\u0633 [\u05e9\u05dc\u05d5\u05dd]{claim #c1} abc\n")
put("U10", "wide.argmap", claims(a="\u6f22\u5b57" * 500 + " \uff21\uff22 \uac00"))
put("U11", "shy.argmap", claims(a="co\u00adoperate a\u00a0b a\u2009b"))

# Structure and size.
put("S01", "deep.argmap", "[" * 5000 + "x" + "]{claim}" * 5000 + "\n")
put("S02", "unclosed.argmap", "[a]{claim " * 2000 + "\n")
put("S03", "closers.argmap", "]" * 20000 + "\n")
put("S04", "twice.argmap", "[x]{claim #a} [y]{claim #a}\n" * 2)
put("S05", "dangling.argmap", "[x]{claim #a -nope}\n")
put("S06", "cycle.argmap", "[a]{#a -a} [b]{#b +a} [c]{#c +b} [d]{=a +c}\n")
put("S07", "conflict.argmap", "a\n<<<<<<< HEAD\n[ours]{claim #a}\n||||||| base\n[base]{claim #b}\n"
    "=======\n[theirs]{claim #c}\n>>>>>>> branch\n")  # fmt: skip
put("S08", "huge_id.argmap", "[x]{claim #" + "i" * 70000 + "}\n")
put("S09", "reserved.argmap", claims(node="a", graph="b", end="c", constructor="e", CON="f")
    + "[d]{claim #__proto__} [g]{claim #..} [h]{claim #-rf} [i]{claim #.}\n")  # fmt: skip
put("S10", "line_1mb.argmap", "word " * 199_999 + "\n")
put("S11", "line_10mb.argmap", "word " * 2_000_000 + "\n")
put("S12", "lines_1m.argmap", "x\n" * 1_000_000)
put("S13", "many_errors.argmap", "[a]{claim +}]]\n" * 20_000)
put("S14", "spaces.argmap", " " * 50_000 + "x\n" + "[x]{claim" + " " * 50_000 + "}\n")
put("S15", "quotes.argmap", '[x]{claim note="' + "\\a" * 5000 + "}\n" + '"' + "\\a" * 5000 + "\n")

# Names of other files, which mean nothing in an article, and names of its own.
put("P01", "traversal.argmap", "@include ../../../../etc/passwd\n@include ~/.ssh/id_rsa\n")
put("P02", "special.argmap", "@include /dev/zero\n@include /dev/stdin\n@include http://e.x/a\n")
put("P03", "self.argmap", "@include self.argmap\n\n@self = self.argmap\n")
put("P04", "include_nul.argmap", b"@include a\0b.txt\n")
put("P05", "newline\nname.argmap", SAFE)
put("P06", "esc\x1b[31mname.argmap", SAFE)
put("P07", "-rf.argmap", SAFE)
put("P08", "[bold]name[@click=app.quit].argmap", SAFE)
put("P09", b"latin1_\xe9_name.argmap", SAFE)

# YAML.
put("Y01", "laughs.yaml", 'argmap: 1\na0: &a0 ["lol","lol"]\n' + "".join(
    f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)))  # fmt: skip
put("Y02", "merge.yaml", "argmap: 1\nm0: &m0 {k: 1}\n" + "".join(
    f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: 1}}\n" for n in range(1, 26)))  # fmt: skip
put("Y03", "deep_flow.yaml", "argmap: " + "[" * 100_000)
put("Y04", "deep_block.yaml", "argmap: 1\n" + "\n".join(" " * n + "a:" for n in range(900)))
put("Y05", "huge_int.yaml", "argmap: " + "9" * 5000 + "\ntext: x\n")
put("Y06", "bad_date.yaml", "argmap: 1\ntext: 2001-02-30\nfront: {date: 2001-01-01T99:00:00Z}\n")
put("Y07", "twice.yaml", "argmap: 1\ntext: a\ntext: b\n")
put("Y08", "tag.yaml", "argmap: 1\ntext: !!python/object/apply:os.system ['touch PWNED']\n")
NORWAY = "{country: no, yes: on, t: 12:30:45, o: 010, n: 1e3}"
put("Y09", "norway.yaml", f"argmap: 1\ntext: no\nfront: {NORWAY}\n")
put("Y10", "two.yaml", "argmap: 1\ntext: a\n---\nb: 2\n")
put("Y11", "self_ref.yaml", "argmap: &a [*a]\n")
put("Y12", "tab.yaml", "argmap: 1\ntext:\n\tb: 1\n")
put("Y13", "nul.yaml", b"argmap: 1\ntext: \0\n")
put("Y14", "big_scalar.yaml", "argmap: 1\ntext: '" + "x" * 10_000_000 + "'\n")

# XML.
put("X01", "xxe.aml", '<?xml version="1.0"?><!DOCTYPE ARG [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<ARG>&x;</ARG>")  # fmt: skip
put("X02", "lol.aml", '<?xml version="1.0"?><!DOCTYPE ARG [<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + "]><ARG>&j;</ARG>")  # fmt: skip
put("X03", "deep.aml", "<ARG>" * 50_000 + "</ARG>" * 50_000)
put("X04", "xinclude.aml", '<ARG xmlns:xi="http://www.w3.org/2001/XInclude">'
    '<xi:include href="file:///etc/passwd" parse="text"/></ARG>')  # fmt: skip

# What an export must not let through.
SCRIPT = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
put("J01", "script.argmap", claims(a=SCRIPT + "'\"><svg onload=alert(1)>"))
put("J02", "comment.argmap", claims(a="<!--<script> \\]\\]> --> </style> </textarea> </title>"))
put("J03", "js_url.argmap",
    "[see [x](javascript:alert(1)) <data:text/html,x> <JaVaScRiPt\t:x>]{claim #a}\n")  # fmt: skip
put("J04", "dot_label.argmap", claims(
    a='C:\\\\new\\\\table "q" \\\\N \\\\G &lt;b&gt; <b>h</b> ends with \\\\'))  # fmt: skip
put("J05", "dot_long.argmap", claims(a="x" * 20_000))
put("J06", "mermaid.argmap", claims(a="end", b="`md`", c="#quot; #35;", d='"\\] --> B\\["x',
    e='%%\\{init: \\{"securityLevel":"loose"\\}\\}%%'))  # fmt: skip
put("J07", "formula.argmap", claims(a="=cmd|'/C calc'!A0", b="+1+1", c="@SUM(1)", d="-2", e="\t=1"))
put("J08", "words.argmap", claims(a="no", b="1e3", c="12:30:45", d="- x", e="# y", f="'", g="x: y",
    h="~", i="0o17", j="2001-01-01"))  # fmt: skip
put("J09", "proto.argmap", "[x]{claim #proto .__proto__ constructor=y __proto__=z}\n")
put("J10", "latex.argmap", claims(a="$x$ \\\\input\\{/etc/passwd\\} | a | `b` # h * _ ~"))


def _zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


# Archives, which are not read.
put("Z01", "bomb.zip", _zipped(bomb=b"\0" * 20_000_000))
put("Z02", "slip.zip", _zipped(**{"../../evil.txt": b"x", "/abs.txt": b"x"}))
