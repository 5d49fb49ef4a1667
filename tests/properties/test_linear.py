"""What repeats for long costs as much as its length: nothing tries all ways to part it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

import pytest
from fuzz import guard
from fuzz.targets.exporters import writers
from fuzz.targets.importers import readers

from argmap import edits, rules
from argmap.beginning import begin
from argmap.document import Document
from argmap.formats.carrying import give, take
from argmap.formats.detecting import detect
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed
from argmap.formats.revision import CannotRevise, revise
from argmap.strictyaml import YamlFault, load
from argmap.syntax.escape import escape
from argmap.text import Span

QUICK = os.environ.get("ARGMAP_PROFILE", "default") == "default"
LONG = 3_000 if QUICK else 20_000
"""Characters: what is exponential in them takes for ever; with the more, what is quadratic is seen
too."""
PUMPS = (
    " ", "\n", "\r\n", "\t", " \n", "\r", "a", "a ", "1.", "é", "\u0301", "\u3000", "\\", "[", "]",
    "{", "}", "<", ">", "(", ")", "-", "--", "- ", "=", "#", "# ", "#x\n", "%\n", "/*", "// ", "*",
    "_", "`", '"', "'", ":", "|", "&", "&amp;", "<!-- -->", "<?x?>", "[[", "](", "]{", "{>>", "<<}",
    "[a](", "<a ", "- a\n", "+ [a]\n", "(1) a\n", "---\n", "===\n", "T1\ta\n", "a: b\n", "  ", "~",
)  # fmt: skip
FRAMES = (("x", "x"), ("# x", " x\n"), ("[x", "]{claim}"), ("x ", "\n\n#a: x\n"), ('{"a": "', '"}'),
          ("<a>", "</a>"), ("x\n", "\n"))  # fmt: skip


@pytest.mark.parametrize("pump", PUMPS, ids=repr)
def test_nothing_blows_up(pump: str) -> None:
    for number, (before, after) in enumerate(FRAMES):
        if QUICK and (number - PUMPS.index(pump)) % 4:
            continue
        text = before + pump * (LONG // len(pump)) + after
        guard.watched(lambda _, text=text, number=number: everything(text, number), b"")


def everything(text: str, number: int) -> None:
    document = Document.of(text)
    rules.check(document)
    escape(text)
    begin(text, {})
    if document.article.strip():
        edits.add_implicit(document, "It rains")
        with_mark(document)
    tried(lambda: load(text))
    tried(lambda: detect(text))
    for name in readers()[number :: len(FRAMES)]:
        tried(lambda name=name: take(name, Source("file", text, text[:100])))
    for name in writers()[number :: len(FRAMES)]:
        give(name, document)


def with_mark(document: Document) -> None:
    at = len(document.text) - 1
    tried(lambda: edits.mark(document, Span(at, at + 1), "claim"))
    tried(lambda: revise(document, document.article + "x"))


def tried(work: Callable[[], object]) -> None:
    with suppress(Malformed, YamlFault, edits.CannotEdit, CannotRevise):
        work()
