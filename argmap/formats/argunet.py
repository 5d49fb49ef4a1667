"""Argunet's GraphML, read as Argdown's model: both have statements, arguments with a structure, and
relations that are sketched or join statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.formats.argdown.into import graph as as_graph
from argmap.formats.argdown.transforming import transformed
from argmap.formats.argdown.values import (
    ARGUMENT,
    CONCLUSION,
    PREMISE,
    STATEMENT,
    Argdown,
    Argument,
    End,
    Inference,
    Member,
    Relation,
    Row,
    Section,
    Statement,
)
from argmap.formats.graph import Graph
from argmap.formats.ledger import Ledger
from argmap.formats.xmltext import Element

KINDS = {
    "support": "support",
    "attack": "attack",
    "sketchedSupport": "support",
    "sketchedAttack": "attack",
}
DANGLING = "an end of it is not in the file"
SAME = "the same statement stands at both ends"


def graph(root: Element, ledger: Ledger) -> Graph:
    return as_graph(_Reading(root, ledger).said(), ledger)


class _Reading:
    def __init__(self, root: Element, ledger: Ledger) -> None:
        self.root, self.ledger = root, ledger
        self.statements: dict[str, Statement] = {}
        self.arguments: dict[str, Argument] = {}
        self.sections: dict[str, Section] = {}
        self.ends: dict[str, End] = {}
        self.titles = _titles(root)

    def said(self) -> Argdown:
        for element, section in self._elements():
            if element.tag == "arg:thesis":
                self._thesis(element, section)
            elif element.tag == "arg:argument":
                self._argument(element, section)
        relations = [one for edge in _edges(self.root) for one in self._relation(edge)]
        front: dict[str, object] = {}
        for name, path in (("title", "arg:title"), ("map", "arg:mapTitle")):
            words = next((_words(one) for one in _all(self.root, path)), "")
            if words:
                front[name] = words
        said = Argdown(self.statements, self.arguments, tuple(relations), self.sections, front)
        return transformed(said)

    def _elements(self) -> Iterator[tuple[Element, str]]:
        """Theses and arguments in order, with the group they are in."""
        stack = [(self.root, "")]
        while stack:
            element, section = stack.pop()
            if element.tag in ("arg:thesis", "arg:argument"):
                yield element, section
                continue
            group = next((one for one in _groups(element)), None)
            if group is not None:
                name = f"s{len(self.sections) + 1}"
                level = self.sections[section].level + 1 if section else 1
                self.sections[name] = Section(name, level, _title(group), section)
                section = name
            stack += [(child, section) for child in reversed(element.children)]

    def _member(self, key: str, element: Element, section: str, role: str = "") -> Member:
        content = element.first("arg:content")
        words = _words(content) if content else ""
        return Member(
            self.titles.get(key, key),
            words,
            words,
            not words,
            role,
            section=section,
            line=element.line,
            column=element.column,
        )

    def _state(self, key: str, member: Member) -> None:
        known = self.statements.get(member.title)
        members = (*known.members, member) if known else (member,)
        home = known.section if known else member.section
        untitled = key not in self.titles or member.title.startswith("Untitled ")
        self.statements[member.title] = Statement(member.title, members, (), {}, home, untitled)

    def _thesis(self, element: Element, section: str) -> None:
        key = element.get("id")
        member = self._member(key, element, section)
        if not member.text:
            title = _title(element)
            member = member._replace(text=title, wording=title, reference=not title)
        self._state(key, member)
        self.ends[key] = End(STATEMENT, member.title)

    def _argument(self, element: Element, section: str) -> None:
        key = element.get("id")
        title = self.titles.get(key, key)
        rows = []
        for one in element.all("arg:proposition"):
            concludes = one.get("type") != PREMISE
            role = CONCLUSION if concludes else PREMISE
            member = self._member(one.get("id"), one, section, role)
            self._state(one.get("id"), member)
            pattern = one.get("pattern")
            step = Inference((pattern,) if pattern else ()) if concludes else None
            rows.append(Row(member, step))
            self.ends.setdefault(one.get("id"), End(STATEMENT, member.title))
        described = element.first("arg:description") or element.first("arg:content")
        words = _words(described) if described else ""
        member = Member(
            title,
            words,
            words,
            not words,
            section=section,
            line=element.line,
            column=element.column,
        )
        untitled = title.startswith("Untitled ")
        self.arguments[title] = Argument(title, (member,), (), {}, section, tuple(rows), untitled)
        self.ends[key] = End(ARGUMENT, title)

    def _relation(self, edge: Element) -> list[Relation]:
        """A relation of statements where the edge names them, else of what it joins."""
        kind = KINDS.get(edge.get("type"), edge.get("type"))
        logical = edge.get("sourcePropositionId") and edge.get("targetPropositionId")
        names = ("PropositionId" if logical else "NodeId",) * 2
        ids = [
            edge.get(f"{side}{name}")
            for side, name in zip(("source", "target"), names, strict=True)
        ]
        ends = [self.ends.get(one) for one in ids]
        if ends[0] is None or ends[1] is None:
            self.ledger.met("relations")
            self.ledger.dropped("relations", DANGLING, " -> ".join(ids))
            return []
        if ends[0] == ends[1]:
            self.ledger.met("equal statements")
            self.ledger.kept("equal statements")
            return []
        return [Relation(kind, ends[0], ends[1], edge.line)]


def _titles(root: Element) -> dict[str, str]:
    """The title of each thesis, argument and statement: its own where no other of its sort has it,
    else one that stands for none."""
    found: dict[str, str] = {}
    for tag in ("arg:thesis", "arg:argument"):
        named = [(one.get("id"), _title(one)) for one in _all(root, tag)]
        often = Counter(title for _, title in named)
        found |= {key: title for key, title in named if often[title] == 1 and _says(title)}
    for one in _all(root, "arg:thesis", "arg:argument", "arg:proposition"):
        found.setdefault(one.get("id"), f"Untitled {len(found) + 1}")
    return found


def _says(title: str) -> bool:
    return title not in ("", "Untitled")


def _groups(element: Element) -> Iterator[Element]:
    """The group that a node stands for."""
    if element.tag == "node":
        for data in element.all("data"):
            yield from data.all("arg:group")


def _edges(root: Element) -> Iterator[Element]:
    return _all(root, "arg:edge")


def _all(root: Element, *tags: str) -> Iterator[Element]:
    stack = [root]
    while stack:
        one = stack.pop()
        if one.tag in tags:
            yield one
        stack += reversed(one.children)


def _title(element: Element) -> str:
    title = element.first("arg:title")
    return _words(title) if title else ""


def _words(element: Element) -> str:
    return " ".join(element.text.split())
