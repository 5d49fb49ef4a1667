"""Sentences of an article."""

from __future__ import annotations

import re

from argmap.text import Span

_END = re.compile(
    r"""(?P<stop>[.!?…]+|[。！？])      # what ends a sentence
        (?P<close>[\"'”’»«)\]\u201d]*)   # quotation marks and brackets that belong to it
        (?=(?P<space>\s+|\Z)|(?<=[。！？]))
      | (?P<line>(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n|\Z))   # a blank line
      | (?P<item>(?:\r\n|\r|\n)(?=[ \t]*(?:[#>]|[-*+•]\s|\d+[.)]\s)))  # a heading or item follows
    """,
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|vs|etc|cf|ca|approx|No|Nos|"
    r"Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|bzw|usw|z\.\s?B|d\.\s?h|"
    r"e\.g|i\.e|a\.m|p\.m|Abs|Nr|Art|S|vgl)|\b[A-Za-z](?:\.[A-Za-z])+|(?:^|(?<=[\s(]))[A-Z])\Z"
)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t][^\r\n]*")


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in order, without the white space between them.

    >>> [span.of("He left. Mr. Lind (the U.S. envoy) stayed!") for span in
    ...  sentences("He left. Mr. Lind (the U.S. envoy) stayed!")]
    ['He left.', 'Mr. Lind (the U.S. envoy) stayed!']
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if end.start() < start or not _ends(text, end):
            continue
        _add(text, start, end.end(), found)
        start = end.end()
    _add(text, start, len(text), found)
    return tuple(found)


def prose(text: str) -> tuple[Span, ...]:
    """The sentences of a text that are not headings: those that one would look for claims in.

    >>> [span.of("# Talks\\n\\nHe left.") for span in prose("# Talks\\n\\nHe left.")]
    ['He left.']
    """
    return tuple(span for span in sentences(text) if not is_heading(text, span))


def is_heading(text: str, span: Span) -> bool:
    """Whether a sentence of a text is a Markdown heading.

    >>> is_heading("See # 5.", Span(4, 8))
    False
    """
    before = text[max(0, span.start - 4) : span.start].replace("\r", "\n").rpartition("\n")[2]
    return not before.strip() and _HEADING.fullmatch(text, *span) is not None


def _ends(text: str, end: re.Match[str]) -> bool:
    if end["stop"] is None or end["stop"] in "。！？":
        return True
    follows = text[end.end() : end.end() + 40].lstrip()
    if "\n" in (end["space"] or "") or "\r" in (end["space"] or ""):
        return not _ABBREVIATION.search(text, max(0, end.start() - 12), end.start()) or (
            follows[:1].isupper()
        )
    if end["stop"] == "." and _ABBREVIATION.search(text, max(0, end.start() - 12), end.start()):
        # "in Washington D.C. The …": an abbreviation of letters may also end the sentence.
        return False
    return not follows[:1].islower()


def _add(text: str, start: int, end: int, found: list[Span]) -> None:
    heading = _HEADING.match(text, start, end)
    if heading and heading.end() < end:
        _trim(text, start, heading.end(), found)
        start = heading.end()
    _trim(text, start, end, found)


def _trim(text: str, start: int, end: int, found: list[Span]) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if end > start:
        found.append(Span(start, end))
