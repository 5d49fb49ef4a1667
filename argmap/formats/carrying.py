"""From a file of another format to an annotated article, and back, each with its account."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from types import ModuleType
from typing import NamedTuple, TypeVar

from argmap import formats
from argmap.document import Document
from argmap.formats.counting import EVERYTHING, account, counted
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger, Report
from argmap.visible import hidden

MISFIT = "it cannot stand round these words, so the claim stands in the map block"


Made = TypeVar("Made")


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
    account(document, _carries(module, chosen), ledger)
    if getattr(module, "SYMBOLS", False) and (
        count := sum(1 for _ in hidden(document.article, keep="\n\r\t"))
    ):
        ledger.met("characters", count)
        ledger.changed("characters", "they cannot be seen, and are shown by symbols", count=count)
    files = {module.SUFFIXES[0]: made} if isinstance(made, str) else dict(made)
    return Given(files, ledger.report())


def pictured(document: Document) -> Report:
    """What a picture shows of a map: what Graphviz's own text of it says."""
    ledger = Ledger()
    account(document, _carries(formats.by_name("dot"), {}), ledger)
    return ledger.report()


def placed(out: str, files: Mapping[str, Made]) -> list[tuple[str, Made]]:
    """Where each file goes: the map to `out` itself, what belongs to it beside.

    >>> placed("talks.ann", {".ann": "T1", ".txt": "It rains."})
    [('talks.ann', 'T1'), ('talks.txt', 'It rains.')]
    """
    (_, main), *others = files.items()
    stem = os.path.splitext(out)[0]
    return [(out, main), *((stem + suffix, made) for suffix, made in others)]


def written(graph: Graph, ledger: Ledger) -> str:
    """The annotated article of a graph: its text with the marks in it, and a map block."""
    from argmap.formats.building import assembled, misplaced, outlined, unplaced
    from argmap.formats.settling import settled

    described = settled(graph, ledger)
    if not graph.text:
        return outlined(described)
    wrong: set[str] = set()
    text = assembled(described)
    if text is None:
        wrong = {claim.id for claim in described.claims}
    else:
        wrong = misplaced(described, Document.of(text))
    if not wrong and text is not None:
        return text
    lost = [
        claim.id
        for claim in described.claims
        if claim.id in wrong
        for said in claim.occurrences
        for _ in said.pieces
    ]
    ledger.met("marks", len(lost))
    for claim in lost:
        ledger.changed("marks", MISFIT, claim)
    described = unplaced(described, wrong)
    text = assembled(described)
    if text is None and described.mentions:
        ledger.met("mentions", len(described.mentions))
        ledger.dropped("mentions", "no mark can stand round them", count=len(described.mentions))
        text = assembled(replace(described, mentions=()))
    assert text is not None, "what stands in a map block always fits"
    return text


def _carries(module: ModuleType, options: Mapping[str, object]) -> frozenset[str]:
    """What the format carries, which may depend on how it is written."""
    if hasattr(module, "carries"):
        return frozenset(module.carries(**options))
    return frozenset(getattr(module, "CARRIES", EVERYTHING))


def _known(module: ModuleType, options: Mapping[str, object]) -> dict[str, object]:
    """Of the options those that the module names in OPTIONS."""
    names = getattr(module, "OPTIONS", ())
    return {name: value for name, value in options.items() if name in names}
