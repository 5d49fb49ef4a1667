"""Words, clauses, sentences and paragraphs round an offset, and what of them one would mark."""

from __future__ import annotations

import re
from functools import lru_cache

from argmap.text import Span
from argmap.views import sentences as views

_LETTERS = r"(?<!\w)(?:[^\W\d_]\.){2,}|\w+(?:['’\-]\w+)*"
_WORD = re.compile(rf"{_LETTERS}|[^\w\s]+")
_PLAIN = re.compile(_LETTERS)
# Thai, Lao, Burmese, Khmer, kana, Han.
_UNPARTED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
                       "\uf900-\ufaff\U00020000-\U0003ffff]")  # fmt: skip
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_SAYING = (
    r"said|says|saying|noted|notes|noting|stressed|stresses|stressing|added|adds|adding|argued|"
    r"argues|arguing|claimed|claims|believed|believes|agreed|agrees|announced|warned|warns|"
    r"insisted|insists|reported|reports|stated|states|explained|thinks|thought|hopes|hoped"
)
# What parts clauses: punctuation, and who says so from what is said.
_CLAUSE = re.compile(
    rf"[,;:—–()\"“”„«»]+|\b(?:{_SAYING})\s+that\b|\b(?:{_SAYING})\b(?=\s+\w)", re.IGNORECASE
)
_CONJUNCTION = re.compile(r"\s*(?:and|but|or|yet|while|und|aber|oder)\s+", re.IGNORECASE)
_OWNER = re.compile(r"['’]s?\Z")
_OPENERS = "\"'“‘„«‹(["
_CLOSERS = "\"'”’“»›)]"
_PAIRS = dict(zip("\"'“‘„«‹([", "\"'”’“»›)]", strict=True))
_TRAILING = ".,;:!?…。！？、，；："
_ITEM = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|[-*+•>][ \t]+|\d{1,3}[.)][ \t]+)")
FAR = 4000
"""A paragraph is looked for so far to each side."""


@lru_cache(maxsize=64)
def sentences(paragraph: str) -> tuple[Span, ...]:
    """Its sentences; moving and drawing ask for those of the same paragraph again and again."""
    return views.sentences(paragraph)


def word_after(text: str, offset: int) -> int:
    found = _WORD.search(text, offset)
    while found and found.start() <= offset:
        found = _WORD.search(text, found.end())
    return found.start() if found else len(text)


def word_before(text: str, offset: int) -> int:
    low = max(0, offset - 200)
    starts = [found.start() for found in _WORD.finditer(text, low, offset)]
    return starts[-1] if starts else low


def word_end(text: str, offset: int) -> int:
    """The end of the word at or behind an offset: the last character's own offset."""
    found = _WORD.search(text, offset + 1)
    return found.end() - 1 if found else max(0, len(text) - 1)


def word_at(text: str, offset: int) -> Span:
    for found in _WORD.finditer(text, max(0, offset - 200)):
        if found.end() > offset:
            return Span(found.start(), found.end())
    return Span(offset, offset)


def whole(text: str, span: Span) -> Span:
    """The span with all of the words in which it begins and ends. In scripts that do not part
    words by blanks it stays as it is."""
    start, end = span
    for found in _PLAIN.finditer(text, max(0, start - 200), end + 200):
        if found.start() < start < found.end() and not _UNPARTED.match(text, start):
            start = found.start()
        if found.start() < end < found.end() and not _UNPARTED.match(text, end - 1):
            end = found.end()
    return Span(start, end)


def more(text: str, span: Span) -> Span:
    """The span with one word more at its end, and the signs that close what opens in it."""
    found = _PLAIN.search(text, span.end)
    return _closed(text, Span(span.start, found.end())) if found else span


def fewer(text: str, span: Span) -> Span:
    """The span with one word less at its end; the last one stays."""
    found = list(_PLAIN.finditer(text, max(span.start, span.end - FAR), span.end))
    return _closed(text, Span(span.start, found[-2].end())) if found[1:] else span


def _closed(text: str, span: Span) -> Span:
    start, end = span
    while end < len(text) and text[end] in _CLOSERS and not _lone(text, start, end + 1):
        end += 1
    return Span(start, end)


def paragraph(text: str, offset: int) -> Span:
    """The lines between blank lines, in which an offset stands."""
    start = max(0, offset - FAR)
    for found in _BLANK.finditer(text, start, min(len(text), offset + 2)):
        if found.end() <= offset:
            start = found.end()
    after = _BLANK.search(text, max(start, offset - 1), min(len(text), offset + FAR))
    while after and after.end() <= offset:
        after = _BLANK.search(text, after.end(), min(len(text), offset + FAR))
    end = after.start() if after else min(len(text), offset + FAR)
    return Span(start, max(start, end))


def sentence(text: str, offset: int) -> Span:
    """The sentence at an offset; between two, the one before; empty where there is none."""
    around = paragraph(text, offset)
    best = Span(offset, offset)
    for found in sentences(around.of(text)):
        placed = found.shift(around.start)
        if placed.start <= offset or best.start == best.end:
            best = placed
        if placed.end > offset:
            break
    return best


def sentence_after(text: str, offset: int) -> int:
    here = offset
    while here < len(text):
        around = paragraph(text, here)
        for found in sentences(around.of(text)):
            if found.start + around.start > offset:
                return found.start + around.start
        here = _solid(text, max(around.end, here + 1))
        if here < len(text) and here > offset and not paragraph(text, here).of(text).isspace():
            return here
    return offset


def _solid(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def sentence_before(text: str, offset: int) -> int:
    here = offset
    while here > 0:
        around = paragraph(text, here)
        starts = [found.start + around.start for found in sentences(around.of(text))]
        before = [start for start in starts if start < offset]
        if before:
            return before[-1]
        here = min(around.start, here) - 1
    return 0


def paragraph_after(text: str, offset: int) -> int:
    found = _BLANK.search(text, offset)
    return _solid(text, found.end()) if found else len(text)


def paragraph_before(text: str, offset: int) -> int:
    solid = offset
    while solid > 0 and text[solid - 1].isspace():
        solid -= 1
    start = paragraph(text, solid - 1).start if solid else 0
    return _solid(text, start) if start < offset else 0


def clause_after(text: str, offset: int) -> Span:
    """The clause that follows the one at an offset, in this sentence or the next."""
    here = clause(text, offset)
    at = max(here.end, offset)
    while at < len(text):
        found = clause(text, at)
        if found.start > here.start and found.end > found.start and found.start >= here.end:
            return found
        at += 1
    return here


def clause(text: str, offset: int) -> Span:
    """The part of a sentence between commas, dashes, brackets or quotation marks, and without
    who says so."""
    whole = sentence(text, offset)
    start, end = whole
    for found in _CLAUSE.finditer(text, *whole):
        on_sign = found.start() <= offset < found.end()
        # A sign belongs to the clause before it; `said that` to the one behind it.
        behind = on_sign and (found[0][0].isalpha() or found.start() <= start)
        if found.end() <= offset or behind:
            start = found.end()
        else:
            end = found.start()
            break
    joined = _CONJUNCTION.match(text, start, end)
    return meant(text, Span(joined.end() if joined else start, end))


def meant(text: str, span: Span) -> Span:
    """What an annotator would mark of a range: without its white space, the sign of a list or
    heading, its full stop, and quotation marks that stand round it or have no partner."""
    start, end = span
    item = _ITEM.match(text, start, end)
    if item and (start == 0 or text[start - 1] in "\r\n"):
        start = item.end()
    while True:
        before = (start, end)
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if end - start < 2:
            break
        if text[end - 1] in _TRAILING and not _ellipsis(text, start, end):
            end -= 1
        elif text[end - 1] in _CLOSERS and (_around(text, start, end) or _lone(text, start, end)):
            if _around(text, start, end):
                start += 1
            end -= 1
        elif text[start] in _OPENERS and _lone_opener(text, start, end):
            start += 1
        if before == (start, end):
            break
    return Span(start, end)


def _ellipsis(text: str, start: int, end: int) -> bool:
    """Whether the stop belongs to a short form such as `U.S.`: it stays."""
    return bool(re.search(r"\b\w\.\w\.\Z", text[max(start, end - 4) : end]))


def _around(text: str, start: int, end: int) -> bool:
    """Whether the first and the last character are a pair that holds all between."""
    first, last = text[start], text[end - 1]
    if _PAIRS.get(first) != last and not (first == "„" and last == "“"):
        return False
    inner = text[start + 1 : end - 1]
    return first not in inner and last not in inner


def _lone(text: str, start: int, end: int) -> bool:
    """Whether the closing sign at the end was opened before the range."""
    last = text[end - 1]
    openers = {opener for opener, closer in _PAIRS.items() if closer == last}
    if last == "“":
        openers = {"„"}
    inner = text[start : end - 1]
    if last in "\"'":
        return inner.count(last) % 2 == 0 and last == '"'
    if last == "’":
        return False
    return inner.count(last) >= sum(inner.count(one) for one in openers)


def _lone_opener(text: str, start: int, end: int) -> bool:
    first = text[start]
    closer = _PAIRS[first]
    inner = text[start + 1 : end]
    if first in "\"'":
        return first == '"' and inner.count(first) % 2 == 0
    return inner.count(closer) + ("“" in inner if first == "„" else 0) <= inner.count(first)


def name_at(text: str, offset: int) -> Span:
    """The name at an offset: the words in capitals beside the word there, without its 's."""
    start, end = _name(text, offset)
    owner = _OWNER.search(text, start, end)
    return Span(start, owner.start() if owner else end)


def _name(text: str, offset: int) -> Span:
    here = word_at(text, offset)
    start, end = here
    if not text[start : start + 1].isupper():
        return here
    around = sentence(text, offset)
    words = list(_WORD.finditer(text, *around))
    for number, found in enumerate(words):
        if found.start() == start:
            first = last = number
            while first and _joined(text, words[first - 1], words[first]):
                first -= 1
            while last + 1 < len(words) and _joined(text, words[last + 1], words[last], back=True):
                last += 1
            return Span(words[first].start(), words[last].end())
    return Span(start, end)


def _joined(text: str, other: re.Match[str], word: re.Match[str], *, back: bool = False) -> bool:
    between = text[word.end() : other.start()] if back else text[other.end() : word.start()]
    first = word if back else other
    if _OWNER.search(first[0]):
        return False
    return between == " " and other[0][:1].isupper() and other[0].lower() not in STARTERS


STARTERS = {"the", "a", "an", "this", "that", "he", "she", "it", "they", "we", "i", "in", "on",
             "at", "but", "and", "as", "for", "mr", "mrs", "ms", "dr"}  # fmt: skip
