"""From a file of another format to an annotated article, and back, each with its account."""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType
from typing import NamedTuple

from argmap import formats
from argmap.document import Document
from argmap.formats.counting import EVERYTHING, account, counted
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger, Report

MISFIT = "the marks cannot be put round these words, so the claims stand below the text"


class Taken(NamedTuple):
    """An annotated article, and what became of the file."""

    text: str
    report: Report


class Given(NamedTuple):
    """The files that a map was written to, each by its suffix, the map itself first."""

    files: Mapping[str, str]
    report: Report


def take(name: str, file: Source, /, **options: bool) -> Taken:
    """The annotated article that a file in the format `name` describes.

    Raises Malformed or YamlFault where it cannot be read, KeyError for an unknown format.
    """
    module = formats.by_name(name)
    ledger = Ledger()
    if hasattr(module, "load"):
        text = str(module.load(file.text, **options))
        for unit, count in counted(Document.of(text)).items():
            ledger.met(unit, count)
            ledger.kept(unit, count)
    else:
        graph: Graph = module.read(file, ledger, **_known(module, options))
        text = written(graph, ledger)
    return Taken(text, ledger.report())


def give(name: str, document: Document, /, **options: object) -> Given:
    """The map in the format `name`; `options` that the module does not name are left out."""
    module = formats.by_name(name)
    ledger = Ledger()
    chosen = _known(module, options)
    if hasattr(module, "dump"):
        made = module.dump(document, **chosen)
    else:
        made = module.write(document, ledger, **chosen)
    account(document, getattr(module, "CARRIES", EVERYTHING), ledger)
    files = {module.SUFFIXES[0]: made} if isinstance(made, str) else dict(made)
    return Given(files, ledger.report())


def written(graph: Graph, ledger: Ledger) -> str:
    """The annotated article of a graph: its text with the marks in it, and a map block."""
    from argmap.formats.building import assembled, outlined
    from argmap.formats.settling import settled

    described = settled(graph, ledger)
    if not graph.text:
        return outlined(described)
    text = assembled(described)
    if text is not None:
        return text
    lost = sum(len(said.pieces) for claim in graph.claims for said in claim.sayings)
    ledger.met("places", lost)
    ledger.changed("places", MISFIT, count=lost)
    bare = tuple(
        claim._replace(sayings=tuple(said._replace(pieces=()) for said in claim.sayings))
        for claim in graph.claims
    )
    unmarked = settled(graph._replace(claims=bare, mentions=()), Ledger())
    text = assembled(unmarked)
    assert text is not None, "a map block below an unmarked text always fits"
    return text


def _known(module: ModuleType, options: Mapping[str, object]) -> dict[str, object]:
    """Of the options those that the module names in OPTIONS."""
    names = getattr(module, "OPTIONS", ())
    return {name: value for name, value in options.items() if name in names}
