"""The article with pandoc's spans, `[words]{#close .claim by="lind" supports="market"}`, which
pandoc keeps in whatever it writes. Speakers, steps, and claims that are not in the text stand in a
division at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from argmap import strictyaml
from argmap.document import Document
from argmap.formats.counting import EVERYTHING
from argmap.formats.ledger import Ledger
from argmap.formats.outward import nested
from argmap.model.values import Claim, Occurrence, Speaker, Step, Where
from argmap.text import Span

SUFFIXES = (".pandoc.md", ".pandoc")
CARRIES = EVERYTHING

SPLIT = "a mark over several paragraphs, or across another one, is several spans"
KINDS = {
    "support": "supports",
    "attack": "attacks",
    "undercut": "undercuts",
    "contradict": "contradicts",
}
_BLANK = re.compile(r"(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+")
_BRACKET = re.compile(r"\\.|[\[\]]")
_WORD = re.compile(r"[^\W\d_][\w.:-]*")

Pairs = list[tuple[str, str]]


class Piece(NamedTuple):
    """A range of the article, the attributes of its span, and the number of its mark."""

    span: Span
    head: str
    mark: int = 0


def write(document: Document, ledger: Ledger) -> str:
    front = {key: value for key, value in document.front.entries.items() if key != "argmap"}
    head = f"---\n{strictyaml.dump(front)}---\n\n" if front else ""
    every = (*_marks(document), *_mentions(document))
    whole = [one._replace(mark=number) for number, one in enumerate(every)]
    pieces = _nested([part for piece in whole for part in _split(document.article, piece)])
    ledger.changed("marks", SPLIT, count=len({one.mark for one in pieces if one.head == MORE}))
    text = _inserted(document.article, pieces)
    rest = "\n".join(_rest(document))
    text = text.rstrip("\r\n") + "\n" if rest else text
    return head + text + (f"\n::: {{.argmap}}\n{rest}\n:::\n" if rest else "")


MORE = "{.more}"
"""The head of a span that goes on from the one before it."""


def _marks(document: Document) -> Iterator[Piece]:
    for claim in document.map.claims.values():
        named = False
        for said in claim.occurrences:
            if not said.in_text:
                continue
            for number, span in enumerate(document.spans(said)):
                told = _claim(document, claim, said, named=named) if not number else ""
                named = True
                place = Span(*document.article_span(span))
                yield Piece(place, told or _head("", ["more"], [("of", claim.id)]))


def _mentions(document: Document) -> Iterator[Piece]:
    found: dict[Where, list[str]] = {}
    for speaker in document.map.speakers.values():
        for where in speaker.mentions:
            found.setdefault(where, []).append(speaker.id)
    for where, ids in found.items():
        words = where.mark.words.shift(document.start(where.unit))
        head = _head("", ["speaker"], [("by", " ".join(ids))])
        yield Piece(Span(*document.article_span(words)), head)


def _claim(document: Document, claim: Claim, said: Occurrence, *, named: bool) -> str:
    """The head of a claim; all that is said of it stands with its first words."""
    pairs: Pairs = [("by", " ".join(said.speakers)), ("via", " ".join(said.via))]
    pairs.append(("denies", " ".join(said.denied)))
    label = [said.label] if said.label else []
    if named:
        return _head("", label, [*pairs, ("same", claim.id)])
    wording = " ".join(claim.wording.split())
    if wording != " ".join(document.words(said).split()):
        pairs.append(("wording", wording))
    for kind, name in KINDS.items():
        steps = (step for step in document.map.out(claim.id) if step.kind == kind)
        pairs.append((name, " ".join(step.target for step in steps)))
    return _head(claim.id, [*label, *claim.tags], [*pairs, *claim.data])


def _rest(document: Document) -> Iterator[str]:
    for speaker in document.map.speakers.values():
        yield f"- [{_literal(speaker.name)}]{_speaker(speaker)}"
    for claim in document.map.claims.values():
        marked = claim.in_text
        for said in claim.occurrences:
            if not said.in_text:
                words = _literal(" ".join(document.words(said).split()) or claim.id)
                yield f"- [{words}]{_claim(document, claim, said, named=marked)}"
                marked = True
    for step in document.map.steps.values():
        words = f"{' & '.join(step.premises)} {KINDS[step.kind]} {step.target}"
        yield f"- [{_literal(words)}]{_step(step)}"


def _speaker(one: Speaker) -> str:
    names = " | ".join(one.names[1:])
    return _head("", ["speaker", *one.tags], [("by", one.id), ("also", names), *one.data])


def _step(step: Step) -> str:
    pairs: Pairs = [
        ("step", step.id),
        ("premises", " ".join(step.premises)),
        ("target", step.target),
        ("scheme", step.scheme),
        ("weight", "" if step.weight is None else f"{step.weight:g}"),
        ("by", " ".join(step.speakers)),
    ]
    return _head(step.name, ["step", step.kind, *step.tags], [*pairs, *step.data])


def _head(name: str, classes: Iterable[str], pairs: Iterable[tuple[str, str]]) -> str:
    words = [f"#{name}"] if name else []
    words += (f".{one}" for one in classes)
    seen: set[str] = set()
    for key, value in pairs:
        if value and key not in seen:
            seen.add(key)
            quoted = value.replace("\\", "\\\\").replace('"', '\\"')
            words.append(f'{key if _WORD.fullmatch(key) else "x-" + key}="{quoted}"')
    return "{" + " ".join(words) + "}"


def _split(article: str, piece: Piece) -> Iterator[Piece]:
    """A piece for each paragraph, since spans end with it."""
    start, head, mark = piece.span.start, piece.head, piece.mark
    breaks = [*_BLANK.finditer(article, piece.span.start, piece.span.end)]
    for blank in breaks:
        if start < blank.start():
            yield Piece(Span(start, blank.start()), head, mark)
            head = MORE
        start = blank.end()
    if start < piece.span.end or not breaks:
        yield Piece(Span(start, piece.span.end), head, mark)


def _nested(pieces: list[Piece]) -> list[Piece]:
    """The pieces in order, cut where they would cross one that is open."""
    return [
        Piece(part.span, MORE if part.more else pieces[part.number].head, pieces[part.number].mark)
        for part in nested([one.span for one in pieces])
    ]


def _inserted(article: str, pieces: list[Piece]) -> str:
    puts: list[tuple[int, int, int, str]] = []
    for number, (span, head, _) in enumerate(pieces):
        puts.append((span.start, 1, number, _literal_before(article, span.start) + "["))
        # An empty span opens before it closes; else what closes comes first.
        close = f"{_literal_before(article, span.end)}]{head}"
        puts.append((span.end, 2 if span.start == span.end else 0, -number, close))
        if not _balanced(span.of(article)):
            inner = _BRACKET.finditer(article, span.start, span.end)
            puts += ((b.start(), 3, 0, "\\") for b in inner if len(b.group()) == 1)
    out: list[str] = []
    done = 0
    for at, _, _, text in sorted(dict.fromkeys(puts)):
        out += (article[done:at], text)
        done = at
    return "".join(out) + article[done:]


def _literal_before(article: str, at: int) -> str:
    """A backslash where one stands there that would make a bracket literal."""
    before = article[max(0, at - 1000) : at]
    return "\\" if (len(before) - len(before.rstrip("\\"))) % 2 else ""


def _balanced(words: str) -> bool:
    depth = 0
    for bracket in _BRACKET.finditer(words):
        depth += {"[": 1, "]": -1}.get(bracket.group(), 0)
        if depth < 0:
            return False
    return depth == 0


def _literal(words: str) -> str:
    """Words of the division, so that pandoc shows them as they are."""
    return re.sub(r"[\\`*_\[\]{}<>#|~^$!@'\"]|^[-+=\d]", r"\\\g<0>", words)
