"""Reads one line of a map block."""

from __future__ import annotations

import re
from typing import NamedTuple

from argmap.diagnostic import Diagnostic, Severity
from argmap.syntax import grammar, head, names
from argmap.syntax.head import NO_HEAD, Head
from argmap.syntax.machine import Node, Token, Unexpected
from argmap.text import Span


class Name(NamedTuple):
    """A name where it stands; `span` covers its sigil too, `to` is what follows a `>`."""

    name: str
    span: Span
    to: str = ""


class Group(NamedTuple):
    """`(#rust & #safe +> #close)`: a step named by what it joins."""

    span: Span
    premises: tuple[Name, ...]
    arrow: str
    target: Name


class MapLine(NamedTuple):
    """A map line. Which fields are filled depends on `form`:

    `speaker`    name, text (the names, split at `|`)
    `claim`      name, text, text_span
    `relation`   premises, arrow, target
    `bullet`     sign, indent; name (empty for none), text; a reference has `text_span` None
    `other`      a comment, a remark, a line that is not map syntax
    """

    form: str
    span: Span
    name: Name | None = None
    text: str = ""
    text_span: Span | None = None
    head: Head = NO_HEAD
    premises: tuple[Name, ...] = ()
    arrow: str = ""
    target: Name | Group | None = None
    sign: str = ""
    indent: str = ""
    remarks: tuple[Span, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


EXPECTED = {
    "ARROW": "an arrow (`+>` `->` `_>` `><` `=`)",
    "REF": "a claim such as `#close`",
    "STEP": "a step such as `#rust>#close`",
    "GROUP": "a step in parentheses",
    "GROUP_END": "`)`",
    "BRACE": "a head `{…}`",
    "AMP": "`&`",
    "BODY": "text",
    "PERSON": "`@speaker = Name`",
    "LABEL": "`#id: text`",
    "BULLET": "an indented `+`, `-`, `_` or `&`",
    "COMMENT": "a comment `%%`",
}


def read(source: str) -> MapLine:
    """A line by the grammar."""
    span = Span(0, len(source.rstrip("\r\n")))
    try:
        tree = grammar.parse(source, "line")
    except Unexpected as fault:
        indent = source[: len(source) - len(source.lstrip(" \t"))]
        told = _not_map_syntax(source, span, fault)
        return MapLine("other", span, indent=indent, faults=(told,))
    faults: list[Diagnostic] = []
    remarks = tuple(_place(token) for token in tree.leaves() if token.type == "REMARK")
    line = _line(tree, source, span, faults)
    return line._replace(remarks=remarks, faults=tuple(faults))


def _line(tree: Node, source: str, span: Span, faults: list[Diagnostic]) -> MapLine:
    statement = tree.child("statement")
    found = statement.children[0] if statement else None
    if not isinstance(found, Node):
        return MapLine("other", span)
    tokens = found.tokens
    line = MapLine(found.name, span, head=_head(found, faults))
    if line.form == "relation":
        return _relation(line, found, tokens, faults)
    first = tokens[0]
    if first.type == "BULLET":
        mark = first.text.strip(" \t\r\n")
        line = line._replace(sign=mark, indent=first.text[: first.text.index(mark)])
        tokens = tokens[1:]
    if tokens and tokens[0].type == "REF":
        return line._replace(name=_name(tokens[0], faults))
    if tokens and tokens[0].type in ("PERSON", "LABEL"):
        line = line._replace(name=_name(tokens[0], faults))
        tokens = tokens[1:]
    return _with_text(line, source, tokens, first, faults)


def _with_text(
    line: MapLine,
    source: str,
    tokens: list[Token],
    before: Token,
    faults: list[Diagnostic],
) -> MapLine:
    bodies = [token for token in tokens if token.type == "BODY"]
    if not bodies:
        if line.form == "bullet" and line.name is None:
            faults.append(
                Diagnostic(
                    "not-map-syntax",
                    Severity.ERROR,
                    line.span,
                    "this bullet says nothing",
                    "Write the reason, or the `#id` of a claim, after it.",
                )
            )
            return line._replace(form="other")
        at = line.name.span.end if line.name else before.start
        return line._replace(text_span=Span(at, at))
    raw = "".join(body.text for body in bodies)
    if line.form == "bullet" and line.name is None and raw.startswith("#"):
        span = Span(bodies[0].start, bodies[0].start + 1)
        faults.append(
            Diagnostic(
                "not-map-syntax",
                Severity.ERROR,
                span,
                "no id follows this `#`",
                "Write the `#id` of a claim, or `\\#` where the reason itself begins with `#`.",
            )
        )
        return line._replace(form="other")
    for body in bodies:
        _unclosed(body, faults)
    start, end = bodies[0].start, bodies[-1].end
    end = start + len(source[start:end].rstrip())
    return line._replace(text=unescape(raw).strip(), text_span=Span(start, end))


def unescape(raw: str) -> str:
    return re.sub(r"\\([\[\]{}\\#])", r"\1", raw)


def _unclosed(body: Token, faults: list[Diagnostic]) -> None:
    opened = re.search(r"(?<!\\)\{[^}]*\Z", body.text)
    if opened:
        start = body.start + opened.start()
        faults.append(
            Diagnostic(
                "unclosed-head",
                Severity.ERROR,
                Span(start, start + 1),
                "this head does not close on its line, so it is taken for text",
                "Close it with `}`, or write `\\{` if it is text.",
            )
        )


def _relation(line: MapLine, found: Node, tokens: list[Token], faults: list[Diagnostic]) -> MapLine:
    refs = [token for token in tokens if token.type in ("REF", "STEP")]
    arrow = next(token for token in tokens if token.type == "ARROW")
    premises = tuple(_name(token, faults) for token in refs if token.start < arrow.start)
    target: Name | Group
    group = found.child("group")
    target = _name(refs[-1], faults) if group is None else _group(group, faults)
    return line._replace(premises=premises, arrow=arrow.text.strip(" \t"), target=target)


def _group(found: Node, faults: list[Diagnostic]) -> Group:
    tokens = found.tokens
    refs = [_name(token, faults) for token in tokens if token.type in ("REF", "STEP")]
    arrow = next(token for token in tokens if token.type == "ARROW")
    span = Span(tokens[0].start, tokens[-1].end)
    return Group(span, tuple(refs[:-1]), arrow.text.strip(" \t"), refs[-1])


def _head(found: Node, faults: list[Diagnostic]) -> Head:
    tree = found.child("head")
    if tree is None:
        return NO_HEAD
    tokens = tree.tokens
    return head.read(Span(tokens[0].start, tokens[-1].end), tokens, faults)


def _name(token: Token, faults: list[Diagnostic]) -> Name:
    whole = token.text.rstrip(" \t:=")
    raw, _, onward = whole[1:].partition(">")
    name, to = (names.normal(part.strip(" \t").removeprefix("#")) for part in (raw, onward))
    span = Span(token.start, token.start + len(whole))
    for part in (name, to) if onward else (name,):
        wrong = names.fault(part)
        if wrong:
            message = f"`{part[:60]}` cannot be a name: {wrong}"
            faults.append(Diagnostic("bad-name", Severity.ERROR, span, message))
    return Name(name, span, to)


def _place(token: Token) -> Span:
    return Span(token.start, token.end)


def _not_map_syntax(source: str, span: Span, fault: Unexpected) -> Diagnostic:
    at = fault.at if source[fault.at :].strip() else span.end
    words = sorted(EXPECTED[name] for name in fault.expected if name in EXPECTED)
    end = min(span.end, at + 1 if at < span.end else at)
    return Diagnostic(
        "not-map-syntax",
        Severity.ERROR,
        Span(min(at, span.end), end),
        "this line of a map block is not map syntax, and belongs to no claim",
        f"Here could stand {', '.join(words)}." if words else "",
    )
