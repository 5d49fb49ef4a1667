"""Reads one prose cell: brackets, heads, milestones and remarks, at offsets of the cell."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Severity
from argmap.syntax import grammar, head, names, plain
from argmap.syntax.cells import Kind
from argmap.syntax.head import Head
from argmap.syntax.lexicon import map_line
from argmap.syntax.machine import Token
from argmap.syntax.plain import Bracket
from argmap.text import Span


class Milestone(NamedTuple):
    """`{<#name}`, or `{#name> …}` with its head."""

    span: Span
    name: str
    head: Head | None


class Prose(NamedTuple):
    """What a prose cell holds besides its words, in order of place."""

    brackets: tuple[Bracket, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    remarks: tuple[Span, ...] = ()
    escapes: tuple[int, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


NOTHING = Prose()
_ACTIVE = re.compile(r"[\[\]{}\\]")


def read(source: str, kind: Kind) -> Prose:
    if not _ACTIVE.search(source):
        return NOTHING if kind is not Kind.PROSE else _map_line_in_prose(source, NOTHING)
    found = plainly(source) or by_grammar(source, kind)
    return found if kind is not Kind.PROSE else _map_line_in_prose(source, found)


def plainly(source: str) -> Prose | None:
    """What is read without the grammar; None where it is not plain."""
    found = plain.prose(source)
    return Prose(found.brackets, (), found.remarks, found.escapes) if found else None


def by_grammar(source: str, kind: Kind) -> Prose:
    brackets: list[Bracket] = []
    milestones: list[Milestone] = []
    remarks: list[Span] = []
    escapes = _block_escape(source, kind)
    faults: list[Diagnostic] = []
    for item in grammar.parse(source, "prose").children:
        if isinstance(item, Token):
            at = item.start
            match item.type:
                case "OPEN":
                    brackets.append(Bracket(at, True))
                case "CLOSE":
                    brackets.append(Bracket(at, False))
                case "ESCAPE":
                    escapes.append(at)
                case "REMARK":
                    remarks.append(Span(at, item.end))
                case "START":
                    name = item.text[3:-1].strip()
                    milestones.append(_milestone(Span(at, item.end), name, None, faults))
                case "STRAY":
                    _unclosed(source, at, faults)
            continue
        inner = item.tokens
        first, start, end = inner[0].text, inner[0].start, inner[-1].end
        if item.name == "mark":
            brackets.append(Bracket(start, False, head.read(Span(start + 1, end), inner, faults)))
        else:
            found = head.read(Span(start, end), inner, faults)
            milestones.append(_milestone(Span(start, end), first[2:-1], found, faults))
    return Prose(tuple(brackets), tuple(milestones), tuple(remarks), tuple(escapes), tuple(faults))


def _block_escape(source: str, kind: Kind) -> list[int]:
    """`\\#`, `\\@`, `\\%` hide a map line at the start of a block, `\\-` front matter at the very
    start of the article."""
    if source[0] != "\\" or kind is Kind.PROSE:
        return []
    hidden = "#@%-" if kind is Kind.FIRST else "#@%"
    return [0] if source[1:2] and source[1] in hidden else []


def _milestone(span: Span, raw: str, found: Head | None, faults: list[Diagnostic]) -> Milestone:
    name = names.normal(raw)
    wrong = names.fault(name)
    if wrong:
        faults.append(
            Diagnostic("bad-name", Severity.ERROR, span, f"`{name[:60]}` cannot be a name: {wrong}")
        )
    return Milestone(span, name, found)


_HEADLIKE = re.compile(
    r"\{(?:(?:claim|premise|speaker)\b|[#@][^\s{}\[\]]+[ }])[^{}\[\]]*\}", re.IGNORECASE
)
_HEADLESS = re.compile(r"\](?:claim|premise|speaker)\b[^{}\[\]]*\Z", re.IGNORECASE)
_HALF = re.compile(r"\{(?:>>|<#|#[^\s{}\[\]]+>)")


def _unclosed(source: str, at: int, faults: list[Diagnostic]) -> None:
    """Diagnoses a brace that looks like the beginning or the end of something."""
    if source[at] == "}":
        if source.endswith("<<", 0, at):
            faults.append(
                Diagnostic(
                    "unclosed-remark",
                    Severity.ERROR,
                    Span(at - 2, at + 1),
                    "a remark ends here that nowhere begins",
                    "Write `{>>` where it begins, or `<<\\}` if the article says so.",
                )
            )
        elif headless := _HEADLESS.search(source, max(0, at - 300), at):
            _headlike(Span(headless.start(), at + 1), "its `{`", faults)
        return
    if source[at] != "{":
        return
    half = _HALF.match(source, at)
    if half and half.group() == "{>>":
        faults.append(
            Diagnostic(
                "unclosed-remark",
                Severity.ERROR,
                Span(*half.span()),
                "this remark does not end before the next one or the end of its block",
                "Write `<<}` where it ends, or `\\{>>` if the article says so.",
            )
        )
    elif half or (at and source[at - 1] == "]"):
        start = at if half else at - 1
        faults.append(
            Diagnostic(
                "unclosed-head",
                Severity.ERROR,
                Span(start, half.end() if half else at + 1),
                "this head does not close, so it is taken for text",
                "Close it with `}` before the next bracket (is a quotation mark missing?), "
                "or write `\\{` if the article says so.",
            )
        )
    elif headlike := _HEADLIKE.match(source, at):
        _headlike(Span(*headlike.span()), "the `]` before it", faults)


def _headlike(span: Span, missing: str, faults: list[Diagnostic]) -> None:
    faults.append(
        Diagnostic(
            "head-without-mark",
            Severity.WARNING,
            span,
            f"this looks like the head of a mark, but {missing} is missing, so it is text",
            "A mark is written `[words]{claim #id}`; write `\\{` if the article says so.",
        )
    )


def _map_line_in_prose(source: str, prose: Prose) -> Prose:
    """A line that would be a map line if a blank line stood before it is text, and diagnosed."""
    if source[0] not in "#@%":
        return prose
    found = map_line().match(source)
    if found is None:
        return prose
    fault = Diagnostic(
        "map-line-in-prose",
        Severity.WARNING,
        Span(0, found.end()),
        "this looks like a map line, but it is part of a paragraph and so text",
        "Put a blank line before it, or write `\\` before it if the article says so.",
    )
    return prose._replace(faults=(*prose.faults, fault))
