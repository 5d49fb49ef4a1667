"""Makes characters visible that a terminal or an editor would obey or hide, and measures cells.

All that is printed from a file, a name or a message passes `visible` first: an article may
hold escape sequences that move the cursor, or controls that reorder or hide what is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

Range = tuple[int, int]

_CONTROLS: tuple[Range, ...] = ((0x00, 0x1F), (0x7F, 0x9F))

# What Unicode calls default-ignorable (soft hyphen, fillers, zero-width characters, bidi
# controls, variation selectors, tags), the line and paragraph separators, annotation marks,
# surrogates and noncharacters.
_UNSEEN: tuple[Range, ...] = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
)


def _set(ranges: Iterable[Range], but: str = "") -> str:
    """The ranges as they stand between the brackets of a regular expression."""
    left = list(ranges)
    for code in map(ord, but):
        left = [
            part
            for low, high in left
            for part in ((low, min(high, code - 1)), (max(low, code + 1), high))
            if part[0] <= part[1]
        ]
    return "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in left)


# Where unseen characters belong to a script they stay: without them an emoji falls to pieces,
# and Persian, Hindi or Khmer words change their shape or run together.
_EMOJI = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff"
    r"\U0001f000-\U0001faff"
)
_JOINED = (
    r"\u0600-\u061b\u061d-\u0dff\u0f00-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18af\u1a20-\u1aaf"
    r"\u1b00-\u1bff\ua800-\uaaff\ufb50-\ufdcf\ufe70-\ufefc"
    r"\U00010a00-\U00010aff\U00010d00-\U00010d3f\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u19e0-\u19ff"
_RIGHTFUL = (
    rf"(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}]\ufe0f))\u200d(?=[{_EMOJI}])"
    rf"|(?<=[{_JOINED}])[\u200c\u200d]"
    rf"|(?<=[{_UNSPACED}])\u200b(?=[{_UNSPACED}])"
    r"|(?<=[\u1820-\u18af])[\u180b-\u180f]"
    # A variation selector chooses the look of the one seen character before it.
    r"|(?<=[#*0-9])[\ufe0e\ufe0f]"
    rf"|(?<=[^\x00-\xa8{_set(_UNSEEN)}\s])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
# The flags of England, Scotland and Wales are spelt in tag characters after a black flag.
_FLAG = (
    "\U000e0067(?<=\U0001f3f4\U000e0067)(?:"
    + "|".join("".join(chr(0xE0000 + ord(c)) for c in name) for name in ("beng", "bsct", "bwls"))
    + ")\U000e007f"
)


@cache
def _first_look(keep: str) -> re.Pattern[str]:
    """Finds a text that holds none of it fast, as most do.

    Above U+FFFF it covers too much: there `re` tests one range after the other.
    """
    near = [found for found in (*_CONTROLS, *_UNSEEN) if found[1] <= 0xFFFF]
    return re.compile(f"[{_set((*near, (0x1BCA0, 0x1D17A), (0x1FFFE, 0x10FFFF)), but=keep)}]")


@cache
def _suspects(keep: str) -> re.Pattern[str]:
    """What must be shown unless it is rightful."""
    return re.compile(f"{_FLAG}|[{_set((*_CONTROLS, *_UNSEEN), but=keep)}]")


@cache
def _rightful() -> re.Pattern[str]:
    return re.compile(_RIGHTFUL)


def _hidden(found: re.Match[str]) -> bool:
    return len(found[0]) == 1 and not _rightful().match(found.string, found.start())


def hidden(text: str, keep: str = "\n") -> Iterator[int]:
    """The offsets of the characters that `visible` would replace."""
    if _first_look(keep).search(text):
        yield from (found.start() for found in _suspects(keep).finditer(text) if _hidden(found))


def replaced(text: str, stand_in: Callable[[str], str], keep: str = "\n") -> str:
    """The text with `stand_in(char)` in the place of each character that `visible` replaces."""
    if not _first_look(keep).search(text):
        return text
    return _suspects(keep).sub(
        lambda found: stand_in(found[0]) if _hidden(found) else found[0], text
    )


def stand_in(char: str) -> str:
    """What a hidden character is shown as.

    >>> stand_in("\\x1b"), stand_in("\\u202e")
    ('␛', '⟨U+202E⟩')
    """
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def visible(text: str, keep: str = "\n") -> str:
    """The text with nothing in it that a terminal obeys or a reader cannot see.

    The characters of `keep` stay as they are. So do joiners and variation selectors where
    the script or the emoji around them needs them.

    >>> visible("access is \\u202edenied\\x1b[2J")
    'access is ⟨U+202E⟩denied␛[2J'
    """
    return replaced(text, stand_in, keep)
