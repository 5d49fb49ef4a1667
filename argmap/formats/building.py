"""The annotated article that plain data describes: the article's text with the marks put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from argmap.document import Document
from argmap.formats.described import Described, Said, Stated, read
from argmap.formats.plain import digest
from argmap.strictyaml import YamlFault, dump
from argmap.syntax.escape import escape, escape_all
from argmap.syntax.head import quoted
from argmap.text import Span, TextEdit, apply, line_end, tail

ARROWS = {"support": "+>", "attack": "->", "undercut": "_>", "contradict": "><"}
_BLANK = re.compile(r"(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)")
_BLOCKS = ("#", "@", "%", "-")


def build(found: object, *, source: bool = False) -> str:
    """The text. With `source` the embedded one, byte for byte, if its hash fits; without, it is
    made from the article and the occurrences, and an embedded one is not looked at.

    Raises YamlFault where something is missing, wrong, or does not fit together.
    """
    if source:
        return _source(found)
    text = assembled(read(found))
    if text is None:
        raise YamlFault(
            "the occurrences do not fit the article's text",
            1,
            1,
            "their `start` and `end` count the characters of `text` from 0",
        )
    return text


def assembled(described: Described) -> str | None:
    """The annotated article; None where its marks do not fit the text."""
    fitting = None
    for safe in (escape, escape_all):
        text = _assembled(described, safe)
        document = Document.of(text)
        if document.article == described.text and set(document.map.claims) == {
            claim.id for claim in described.claims
        }:
            fitting = fitting or text
            # Braces of the article's own may look like a mark that is wrong.
            if not any(fault.severity == "error" for fault in document.diagnostics):
                return text
    return fitting


def misplaced(described: Described, document: Document) -> set[str]:
    """The claims whose marks do not stand where they should: some that cross each other cannot."""
    wrong = set()
    for claim in described.claims:
        wanted = {span for said in claim.occurrences for span in said.pieces}
        found = document.map.claims.get(claim.id)
        said = [one for one in found.occurrences if one.in_text] if found else []
        got = {document.article_span(span) for one in said for span in document.spans(one)}
        if wanted != got:
            wrong.add(claim.id)
    return wrong


def unplaced(described: Described, claims: Set[str]) -> Described:
    """The same with these claims in the map block instead of the text."""
    return replace(
        described,
        claims=tuple(
            _as_lines(claim, described.text) if claim.id in claims else claim
            for claim in described.claims
        ),
    )


def _as_lines(claim: Stated, text: str) -> Stated:
    first = next((one.pieces for one in claim.occurrences if one.pieces), ())
    words = claim.wording or " ".join(" ".join(span.of(text) for span in first).split())
    said = tuple(
        Said("defines", one.label, one.speakers, one.via, one.denies, (), words)
        if one.pieces
        else one
        for one in claim.occurrences
    )
    return replace(claim, wording=words, occurrences=said)


def outlined(described: Described) -> str:
    """The annotated article where there is no text: front matter and a map block. Nothing in it
    needs to be escaped against the text, so it need not be read back to see whether it fits."""
    front = ""
    if described.front:
        front = "---\n" + dump({"argmap": 1, **described.front}).rstrip("\n") + "\n---\n\n"
    lines = "\n".join(_lines(described))
    return front + lines + "\n" if lines else front


def _source(found: object) -> str:
    entry = found.get("source") if isinstance(found, Mapping) else None
    if not isinstance(entry, Mapping) or not isinstance(entry.get("text"), str):
        raise YamlFault("there is no source in it", 1, 1, "export it with --with-source")
    text = str(entry["text"])
    if digest(text) != entry.get("sha256"):
        line = getattr(entry.get("sha256"), "line", 1)
        raise YamlFault("the source was changed: its hash does not fit", line, 1)
    return text


class _Put(NamedTuple):
    """Something to be put into the article, and in which order where several meet."""

    at: int
    order: tuple[int, int]
    text: str


def _assembled(described: Described, safe: Callable[[str], str]) -> str:
    end = line_end(described.text)
    bare = safe(described.text)
    if described.front:
        front = "---\n" + dump({"argmap": 1, **described.front}).rstrip("\n") + "\n---\n\n"
        if end == "\r" and bare.startswith("\n"):
            end = "\n"
        bare = front.replace("\n", end) + bare
    base = Document.of(bare)
    puts = sorted(_marks(described), key=lambda put: (put.at, put.order))
    edits = _inserted(base, len(bare) - len(safe(described.text)), puts)
    return _with_block(apply(bare, edits), base, edits, [*_lines(described)], end)


def _inserted(base: Document, front: int, puts: list[_Put]) -> list[TextEdit]:
    """The marks as edits of the escaped article, before the backslash of what follows them."""
    edits: list[TextEdit] = []
    for put in puts:
        at = base.text_offset(put.at - 1) + 1 if put.at else front
        edits.append(TextEdit(Span(at, at), put.text))
        if (
            put.order[0]
            and base.text[at : at + 1] == "\\"
            and base.text[at + 1 : at + 2] in _BLOCKS
        ):
            # What a backslash hides at the start of a block needs none behind a bracket.
            edits = [edit for edit in edits if edit.span != Span(at, at + 1)]
            edits.append(TextEdit(Span(at, at + 1), ""))
    return edits


def _with_block(
    text: str, base: Document, edits: list[TextEdit], lines: list[str], end: str
) -> str:
    """The text with a map block before the article's trailing white space."""
    if not lines:
        return text
    block = end.join(lines)
    at = tail(text)
    front = base.text_offset(0)
    if at <= front and not edits:
        return text[:front] + block + end + end + text[front:]
    return text[:at] + end + end + block + text[at:]


def _marks(described: Described) -> Iterator[_Put]:
    """Brackets where a mark nests in its block, milestones where it does not."""
    pieces = sorted(_pieces(described), key=lambda one: (one[0].start, -one[0].end, one[2]))
    around: list[int] = []
    for number, (span, head, _, name) in enumerate(pieces):
        while around and around[-1] <= span.start:
            around.pop()
        crossing = bool(around) and around[-1] < span.end
        if name and (crossing or _BLANK.search(described.text, span.start, span.end)):
            yield _Put(span.start, (1, number), f"{{<#{name}}}")
            yield _Put(span.end, (0, -number), f"{{#{name}> {head}}}")
            continue
        if span.start == span.end:
            yield _Put(span.start, (1, number), f"[]{{{head}}}")
            continue
        around.append(span.end)
        yield _Put(span.start, (1, number), "[")
        yield _Put(span.end, (0, -number), f"]{{{head}}}")


def _pieces(described: Described) -> Iterator[tuple[Span, str, int, str]]:
    """What is marked: its span, the head, a number to keep the order, the id for a milestone."""
    number = 0
    for mention in described.mentions:
        number += 1
        yield mention.span, "speaker " + " ".join(f"@{who}" for who in mention.speakers), number, ""
    for claim in described.claims:
        facts = _facts(claim)
        aliases = [*claim.other_names]
        for said in claim.occurrences:
            if not said.pieces:
                continue
            number += 1
            first, *rest = said.pieces
            yield first, _head(claim, said, facts, aliases), number, claim.id
            facts = ""
            for span in rest:
                number += 1
                yield span, f"..{claim.id}", number, claim.id


def _head(claim: Stated, said: Said, facts: str, aliases: list[str]) -> str:
    words = [said.label or "claim"]
    if said.stance == "restates" and (
        said is not claim.occurrences[0] or any(o.stance != "restates" for o in claim.occurrences)
    ):
        name = said.alias or (aliases.pop(0) if aliases else "")
        words += [f"#{name}"] if name else []
        words.append(f"={claim.id}")
    else:
        words.append(f"#{claim.id}")
    words += (f"!{name}" for name in said.denies)
    words += (f"@{who}" for who in said.speakers)
    words += [f"via={quoted(' '.join(f'@{who}' for who in said.via))}"] if said.via else []
    return " ".join([*words, *([facts] if facts else [])])


def _facts(claim: Stated) -> str:
    tags = (f".{tag}" for tag in claim.tags)
    return " ".join([*tags, *(f"{key}={quoted(value)}" for key, value in claim.data)])


def _lines(described: Described) -> Iterator[str]:
    """The map lines: speakers, wordings, steps."""
    for person in described.people:
        if person.described:
            called = " | ".join(_literal(name) for name in person.names)
            facts = _facts(Stated(id="", tags=person.tags, data=person.data))
            yield f"@{person.id} = {called}" + (f" {{{facts}}}" if facts else "")
    for claim in described.claims:
        yield from _wordings(claim)
    for step in described.steps:
        yield described.line_of(step)


def _wordings(claim: Stated) -> Iterator[str]:
    marked = any(said.pieces for said in claim.occurrences)
    used = sum(1 for said in claim.occurrences if said.stance == "restates" and said.pieces)
    aliases = list(claim.other_names[used:])
    linked = {said.alias for said in claim.occurrences if said.pieces}
    facts = "" if marked else _facts(claim)
    for said in claim.occurrences:
        if said.pieces:
            continue
        own = said.line == claim.wording or not aliases
        name = said.alias or (claim.id if own else aliases.pop(0))
        head = ["premise"] if said.label == "premise" else []
        head += [f"!{denied}" for denied in said.denies] + [f"@{who}" for who in said.speakers]
        if said.via:
            head.append("via=" + quoted(" ".join(f"@{who}" for who in said.via)))
        head += [facts] if facts else []
        facts = ""
        yield f"#{name}: {_literal(said.line)}" + (f" {{{' '.join(head)}}}" if head else "")
        if name != claim.id and name not in linked:
            linked.add(name)
            yield f"#{name} = #{claim.id}"


def _literal(text: str) -> str:
    """The text of a map line, so that it is read as it is."""
    return re.sub(r"\\(?=[\[\]{}\\#])|[{}]|^#", lambda found: "\\" + found.group(), text)
