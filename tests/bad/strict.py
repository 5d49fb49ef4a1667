"""Readers that are not ours, as strict as there are: the strings that a file of a format holds."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import NoReturn
from xml.etree import ElementTree

import yaml

from argmap.strictyaml import load

Reader = Callable[[str], Iterator[str]]


def _walked(value: object) -> Iterator[str]:
    """All strings of plain data, keys too."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, dict):
            stack += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            stack += one
        elif isinstance(one, str):
            yield one


def from_json(text: str) -> Iterator[str]:
    def refuse(word: str) -> NoReturn:
        raise AssertionError(f"{word} is no JSON")

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    yield from _walked(json.loads(text, parse_constant=refuse, object_pairs_hook=once))


def from_yaml(text: str) -> Iterator[str]:
    load(text)
    yield from _walked(yaml.safe_load(text))


def from_xml(text: str) -> Iterator[str]:
    for element in ElementTree.fromstring(text.encode()).iter():
        yield from (one for one in (element.text, element.tail, *element.attrib.values()) if one)


def from_csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline=""), strict=True):
        yield from row


def from_tsv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True):
        yield from row


def from_dot(text: str) -> Iterator[str]:
    """What stands in the picture, all in one: lines are broken to fit into boxes."""
    from argmap.render import draw

    picture = draw(text, "svg")
    raw = picture.decode() if isinstance(picture, bytes) else picture
    texts = ElementTree.fromstring(raw.encode()).iter("{http://www.w3.org/2000/svg}text")
    yield "".join(one.text or "" for one in texts)


def from_mermaid(text: str) -> Iterator[str]:
    """Quoted labels with numbers for all that might mean something; nothing but ids outside."""
    for found in re.finditer(r'"([^"\n]*)"', text):
        label = re.sub(r"<(?:br/|/?i)>", " ", found[1])
        assert re.fullmatch(r"(?:[\w\s.,;:?!()'/-]|#\d+;|[^\x00-\x7f])*", label), label
        yield re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)
    assert "%%{" not in text


class _Page(HTMLParser):
    """The words of a page, and whether anything of it would run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.scripts = 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        for name, value in attrs:
            assert not name.startswith("on"), f"{tag} {name}={value}"
            if name in ("href", "src", "action", "xlink:href"):
                self.links.append(value or "")
            self.found.append(value or "")

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def page(text: str) -> _Page:
    found = _Page()
    found.feed(text)
    found.close()
    return found


def from_html(text: str) -> Iterator[str]:
    found = page(text)
    for link in found.links:
        assert re.match(r"(?:https?:|mailto:|#|data:image/)", link) or ":" not in link, link
    yield from found.found
    yield "".join(found.found)  # a word may be cut where a mark begins


def from_markdown(text: str) -> Iterator[str]:
    """Each line with its escapes undone; nothing of it is HTML."""
    for line in text.splitlines():
        bare = re.sub(r"\\[!-/:-@[-`{-~]", "", line)
        assert not re.search(r"<[a-zA-Z!/]", bare), line
        yield re.sub(r"\\([!-/:-@[-`{-~])", r"\1", line)


def from_pandoc(text: str) -> Iterator[str]:
    """The article's own Markdown, in which each head stands behind the bracket that it closes."""
    for found in re.finditer(r"(?<!\\)(?:\\\\)*\]\{(?=#it )", text):
        yield re.sub(r"\\([!-/:-@[-`{-~])", r"\1", text[: found.start() + found[0].index("]")])


READERS: dict[str, Reader] = {
    ".json": from_json,
    ".jsonld": from_json,
    ".yaml": from_yaml,
    ".yml": from_yaml,
    ".xml": from_xml,
    ".graphml": from_xml,
    ".svg": from_xml,
    ".csv": from_csv,
    ".tsv": from_tsv,
    ".dot": from_dot,
    ".mmd": from_mermaid,
    ".html": from_html,
    ".md": from_markdown,
}
"""By suffix. A format of another one is read by its own reader."""
