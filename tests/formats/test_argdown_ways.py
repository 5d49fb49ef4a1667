"""From a map to Argdown and back: the same map."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts import facts, names
from graphs import graphs
from hypothesis import given

from argmap.document import Document
from argmap.formats.carrying import give, take, written
from argmap.formats.graph import Graph, Source
from argmap.formats.ledger import Ledger


def there_and_back(document: Document) -> Document:
    given = give("argdown", document)
    assert not given.report.unbalanced()
    taken = take("argdown", Source("map", given.files[".argdown"]))
    assert not taken.report.unbalanced()
    assert not taken.report.warnings, given.files[".argdown"]
    assert taken.report.lossless, taken.report
    return Document.of(taken.text)


def check(document: Document) -> None:
    back = there_and_back(document)
    assert facts(back) == facts(document)
    assert names(document).items() <= names(back).items()


MAPS = sorted((Path(__file__).parents[2] / "maps").glob("*.argmap"))


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.stem)
def test_the_maps(file: Path) -> None:
    check(Document.of(file.read_text("utf-8")))


ODD = {
    "a ring": "#a: A\n#b: B\n#a +> #b\n#b +> #a {weight=0.5}\n",
    "a structure of two steps": '#a: A\n#b: B\n#c: C\n#a +> #b {part-of="r" scheme=sign}\n'
    "#b +> #c {#r}\n",
    "an argument undercut": "#a: A {argdown=argument}\n#b: B\n#u: U\n#a -> #b\n#u _> (#a -> #b)\n",
    "an undercut undercut": "#a: A\n#b: B\n#u: U\n#v: V\n#a +> #b {#r}\n#u _> #r {#s}\n#v _> #s\n",
    "an attack together": "#a: A\n#b: B\n#c: C\n#a & #b -> #c {.tag note=x scheme=sign}\n",
    "an argument that is none": "#a: A\n#b: B {argdown=argument title=A}\n#c: C\n"
    "#a & #b +> #c {#r argdown=argument title=Y}\n",
    "groups": '#a: A {group="X / Y"}\n#b: B\n#c: C {group=X}\n#a +> #c\n#b +> #c {#r group=X}\n',
    "words like markup": r"#a: *a* _b_ [c] <d> #e @f \{g\} // /* :h: .->. === -- \\ U.S. \#i"
    + '\n#b: B {note="} {x, \'y\' \\"z\\" === -- :"}\n#a +> #b {scheme="a,b, c--d"}\n',
    "several who say it": "#a: A {@x @y via=@z}\n#b: Other words {@w}\n#b = #a\n"
    "@x = Mara Lind | Lind {role=expert .guest}\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_maps(text: str) -> None:
    document = Document.of(text)
    assert not document.diagnostics, document.diagnostics
    check(document)


@pytest.mark.parametrize("name", ["argdown", "argdown-json"])
def test_real_maps_come_back(name: str, shared: Path) -> None:
    """Argdown, as text or JSON, to a map, to Argdown, to a map: the same."""
    own = sorted((shared / "corpora/own-examples").glob(f"ring.{name.replace('-', '.')}"))
    files = [*sorted((shared / "corpora" / name).iterdir()), *own]
    assert len(files) == 7
    for file in files:
        document = Document.of(take(name, Source(file.name, file.read_text("utf-8"))).text)
        text = give("argdown", document).files[".argdown"]
        back = Document.of(take("argdown", Source("file", text)).text)
        told, again = facts(document), facts(back)
        if name == "argdown-json":  # that a text is strict, JSON does not tell
            told.pop("front"), again.pop("front")
        assert again == told, file.name


def test_a_structure_as_a_whole_comes_back() -> None:
    """What is for or against all of a structure is against an implicit premise of it."""
    source = "<R>\n  - [D]: d\n\n(1) [A]: a\n----\n(2) [C]: c\n"
    document = Document.of(take("argdown", Source("file", source)).text)
    assert [claim.tags for claim in document.map.claims.values()].count(("implicit",)) == 1
    assert give("argdown", document).files[".argdown"].startswith("[C]: c\n\n<R>\n  - [D]: d\n")


@given(graphs())
def test_any_map(graph: Graph) -> None:
    check(Document.of(written(graph, Ledger())))
