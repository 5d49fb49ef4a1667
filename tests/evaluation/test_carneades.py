"""The examples of Carneades 4 in ../shared/corpora, with the labels that their files expect.

Under *strict*, where every issue that names no standard is held to preponderance, as Carneades
does. What a file neither assumes nor argues for is set aside there: Carneades labels it out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap import strictyaml
from argmap.document import Document
from argmap.evaluation import Given, Policy, evaluate
from argmap.formats.carrying import take
from argmap.formats.graph import Source

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "carneades-yaml"
COMPUTED = "weights are computed by functions of Carneades; with them by hand: standards.md"
OTHERWISE = {
    "jogging": COMPUTED,
    "library": COMPUTED,
    "linked-convergent": COMPUTED,
    "mandatory-sentences": COMPUTED,
    "reinstatement": COMPUTED,
    "paraconsistency": "both sides of an issue are assumed: Carneades lets both stand, argmap "
    "leaves them contested, as granting a claim does not remove objections",
}
LABELS = {"stands": "in", "contested": "undecided"}


def files() -> list[Path]:
    """Those that expect labels, and need no program to be run."""
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        top = strictyaml.load(path.read_text("utf-8"))
        programs = ("argument_schemes", "weighing_functions", "language")
        if isinstance(top, dict) and top.get("tests") and not any(map(top.get, programs)):
            found.append(path)
    return found


FILES = files() if FOLDER.is_dir() else []


def test_the_examples_are_there() -> None:
    if not FOLDER.is_dir():
        pytest.skip("needs the folder ../shared beside the checkout")
    assert len(FILES) == 30


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_labels(path: Path) -> None:
    top: Any = strictyaml.load(path.read_text("utf-8"))
    for issue in (top.get("issues") or {}).values():
        issue.setdefault("standard", "PE")
    document = Document.of(take("carneades", Source(path.name, strictyaml.dump(top))).text)
    names = Names(top, document)
    supported = {one.target for one in document.map.steps.values() if one.kind == "support"}
    assumed = names.assumed()
    aside = [
        claim.id
        for claim in document.map.claims.values()
        if claim.id not in supported | assumed and "implicit" not in claim.tags
    ]
    statuses = evaluate(document.map, Policy.STRICT, Given.of(aside, assumed)).statuses
    wanted = {str(one): label for label, ids in top["tests"].items() for one in ids or ()}
    found = {one: LABELS.get(str(statuses[names.of(one)]), "out") for one in wanted}
    assert (found == wanted) == (path.stem not in OTHERWISE)


class Names:
    """The claims of a document by the statements of the file that it was made from."""

    def __init__(self, top: Any, document: Document) -> None:
        self.top = top
        self.document = document
        self.worded = {document.wording(claim): claim for claim in document.map.claims}

    def of(self, statement: str) -> str:
        name = statement.replace("¬", "not-")
        if name in self.document.map.claims:
            return name
        told = self.top["statements"].get(statement, statement)
        text = told.get("text", statement) if isinstance(told, dict) else told
        return self.worded[" ".join(text.split())]

    def assumed(self) -> set[str]:
        told = self.top["statements"].items()
        inside = [name for name, one in told if isinstance(one, dict) and one.get("assumed")]
        return {self.of(str(one)) for one in (*(self.top.get("assumptions") or ()), *inside)}
