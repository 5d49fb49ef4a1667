"""XML of other tools as plain elements: no network, no entities, bounded depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from argmap.formats.malformed import Malformed
from argmap.limits import Limits, now, variable

DEPTH = Limits().xml_depth
"""Levels of elements that are read, where nobody raises it."""


@dataclass
class Element:
    """`text` is all character data directly in it; `line` and `column` count from 1."""

    tag: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def all(self, tag: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Element | None:
        return next(self.all(tag), None)

    def refuse(self, message: str, hint: str = "") -> NoReturn:
        raise Malformed(f"<{self.tag}>: {message}", self.line, self.column, hint)


def parse(text: str) -> Element:
    """The root element. Prefixes of namespaces stay in the names. Raises Malformed.

    A document type may be named, and is not looked up; one that declares entities is refused.
    """
    # The text is decoded already, whatever encoding its declaration names.
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    deepest = now().xml_depth
    stack: list[tuple[Element, list[str]]] = []
    roots: list[Element] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(stack) >= deepest:
            hint = f"{variable('xml_depth')} raises that"
            _refuse(parser, f"elements are nested more than {deepest} deep", hint)
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        element = Element(tag, attributes, line, column)
        (stack[-1][0].children if stack else roots).append(element)
        stack.append((element, []))

    def end(_tag: str) -> None:
        element, pieces = stack.pop()
        element.text = "".join(pieces)

    def characters(data: str) -> None:
        if stack:
            stack[-1][1].append(data)

    def entity(*_: object) -> None:
        _refuse(parser, "the document declares entities, which are not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "an error")
        message = f"this is not well-formed XML: {what}"
        raise Malformed(message, error.lineno, error.offset + 1) from None
    return roots[0]


def _refuse(parser: expat.XMLParserType, message: str, hint: str = "") -> NoReturn:
    raise Malformed(message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, hint)
