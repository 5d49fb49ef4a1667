"""What is shown of a text: nothing that a terminal obeys, nothing that hides."""

from __future__ import annotations

import json
import time
import unicodedata
from pathlib import Path

import pytest

from argmap.visible import hidden, replaced, visible

SHOWN = {
    "a window title": ("A\x1b]0;PWNED\x07B", "A␛]0;PWNED␇B"),
    "C1 as CSI": ("A\x9b31;7mB", "A⟨U+009B⟩31;7mB"),
    "carriage return": ("safe\revil", "safe␍evil"),
    "backspace and DEL": ("good\b\x7f", "good␈␡"),
    "NUL": ("a\0b", "a␀b"),
    "next line, separators": ("a\x85b\u2028c\u2029", "a⟨U+0085⟩b⟨U+2028⟩c⟨U+2029⟩"),
    "bidi override": ("is \u202edenied\u2069", "is ⟨U+202E⟩denied⟨U+2069⟩"),
    "bidi marks": ("\u200f\u200e\u061c", "⟨U+200F⟩⟨U+200E⟩⟨U+061C⟩"),
    "zero width": ("claim\u200b1\ufeff\u2060", "claim⟨U+200B⟩1⟨U+FEFF⟩⟨U+2060⟩"),
    "soft hyphen": ("co\xadoperate", "co⟨U+00AD⟩operate"),
    "tags": ("a\U000e0041", "a⟨U+E0041⟩"),
    "lone surrogate": ("\ud800", "⟨U+D800⟩"),
    "noncharacters": ("\ufffe\ufdd0\U0001ffff", "⟨U+FFFE⟩⟨U+FDD0⟩⟨U+1FFFF⟩"),
    "a joiner out of place": ("x\u200dy", "x⟨U+200D⟩y"),
    "a joiner before a letter": ("\U0001f468\u200dy", "\U0001f468⟨U+200D⟩y"),
    "a second selector": ("\u2764\ufe0f\ufe0f", "\u2764\ufe0f⟨U+FE0F⟩"),
    "a selector after a letter": ("b\ufe00", "b⟨U+FE00⟩"),
    "joiners in a row": ("\u06cc\u200c\u200c", "\u06cc\u200c⟨U+200C⟩"),
    "a flag that spells": ("\U0001f3f4\U000e0068\U000e0069\U000e007f", None),
}

UNTOUCHED = {
    "letters of any script": "Straße, ¿qué?, 漢字, Łódź, שלום, السلام",
    "accents apart": "cafe\u0301",
    "no-break and thin space": "a\u00a0b\u2009c\u202f",
    "a family": "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "a heart on fire": "\u2764\ufe0f\u200d\U0001f525",
    "a keycap": "1\ufe0f\u20e3",
    "skin and flag": "\U0001f44d\U0001f3fd \U0001f1f3\U0001f1f4",
    "Scotland": "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "Persian": "می\u200cخواهم",
    "Hindi": "क्\u200dष",
    "Khmer": "ភាសា\u200bខ្មែរ",
    "Mongolian": "\u1820\u180b\u1821",
    "an old ideograph": "葛\U000e0100城",
    "control pictures": "␛␀",
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_is_shown(text: str, shown: str | None) -> None:
    assert visible(text) != text
    assert shown is None or visible(text) == shown


@pytest.mark.parametrize("text", UNTOUCHED.values(), ids=UNTOUCHED)
def test_stays(text: str) -> None:
    assert visible(text) == text
    assert list(hidden(text)) == []


def test_keep() -> None:
    assert visible("a\tb\r\nc") == "a␉b␍\nc"
    assert visible("a\tb\r\nc", keep="") == "a␉b␍␊c"
    assert visible("a\tb\r\nc", keep="\t\r\n") == "a\tb\r\nc"


def test_every_character_that_has_no_picture_is_shown() -> None:
    """Measured by Unicode's own categories. The few that Unicode draws are named."""
    drawn = {
        *range(0x600, 0x606),
        0x6DD,
        0x70F,
        0x890,
        0x891,
        0x8E2,
        0x110BD,
        0x110CD,
        *range(0x13430, 0x13440),  # they arrange hieroglyphs
    }
    unseen = [
        code
        for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        and code not in drawn
        and code != 0x0A
    ]
    assert [hex(code) for code in unseen if visible(chr(code)) == chr(code)] == []


def test_what_marks_where() -> None:
    text = "a\x1b\nb\u202e"
    assert list(hidden(text)) == [1, 4]
    assert replaced(text, lambda char: f"<{ord(char):x}>") == "a<1b>\nb<202e>"


def test_naughty_strings(shared: Path) -> None:
    strings = json.loads((shared / "bad-inputs/blns/blns.json").read_text("utf-8"))
    assert len(strings) > 500
    for text in strings:
        shown = visible(text, keep="")
        assert not any(char < " " or "\x7f" <= char <= "\x9f" for char in shown)
        assert visible(shown, keep="") == shown


@pytest.mark.parametrize("text", ["The street. ", "漢字かな", "a\x1b[0m", "می\u200cخواهم"])
def test_is_linear(text: str) -> None:
    start = time.perf_counter()
    visible(text * (1_000_000 // len(text)))
    assert time.perf_counter() - start < 2
