"""GraphML: plain, drawn by yEd, Argunet's; what other programs read of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import steps, taken

from argmap.document import Document
from argmap.formats.carrying import give, take
from argmap.formats.graph import Source
from argmap.formats.malformed import Malformed

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
KEYS = (
    '<key id="k" for="node" attr.name="kind"/><key id="t" for="node" attr.name="text"/>'
    '<key id="r" for="edge" attr.name="relation"/>'
)


def graph(body: str, head: str = HEAD + KEYS) -> str:
    return f'{head}<graph id="g" edgedefault="directed">{body}</graph></graphml>'


def node(key: str, kind: str = "", text: str = "") -> str:
    told = f'<data key="k">{kind}</data>' if kind else ""
    return f'<node id="{key}">{told}<data key="t">{text or key}</data></node>'


def edge(source: str, target: str, relation: str = "") -> str:
    told = f'<data key="r">{relation}</data>' if relation else ""
    return f'<edge source="{source}" target="{target}">{told}</edge>'


def test_edges_may_be_relations() -> None:
    body = "".join(map(node, "abc")) + edge("b", "a", "supports") + edge("c", "a", "attack")
    document, report = taken("graphml", graph(body))
    assert steps(document) == ["b +> a", "c -> a"]
    assert report.lossless


def test_an_unknown_relation_is_no_support() -> None:
    document, report = taken("graphml", graph(node("a") + node("b") + edge("b", "a", "cites")))
    assert not document.map.steps
    (entry,) = report.entries
    assert (entry.fate, entry.unit, entry.examples) == ("dropped", "edges", ("b cites a",))


def test_odd_graphs_are_read_and_told() -> None:
    body = "".join(map(node, "ab")) + node("s", "support") + node("t", "attack") + node("u", "ra")
    body += edge("a", "s") + edge("s", "b") + edge("b", "t") + edge("t", "s") + edge("a", "zz")
    document, report = taken("graphml", graph(body))
    assert steps(document) == ["a +> b", "b _> a+>b"]
    assert {(e.unit, e.why) for e in report.entries} == {
        ("edges", "an end of it is not in the file"),
        ("nodes", "nothing leads from it to what it is for or against"),
    }


def test_what_yed_draws() -> None:
    head = HEAD.replace(">", ' xmlns:y="http://www.yworks.com/xml/graphml">')
    head += '<key for="node" id="d0" yfiles.type="nodegraphics"/>'

    def drawn(key: str, fill: str, label: str) -> str:
        return (f'<node id="{key}"><data key="d0"><y:ShapeNode><y:Fill color="{fill}"/>'
                f"<y:NodeLabel>{label}</y:NodeLabel></y:ShapeNode></data></node>")  # fmt: skip

    body = drawn("n1", "#DDEEF9", "Close it") + drawn("n2", "#ddeef9", "It rusts")
    body += drawn("n3", "#DEF8E9", "Default Inference") + drawn("n4", "#FDF6D9", "Asserting")
    body += edge("n2", "n3") + edge("n3", "n1") + edge("n4", "n1")
    document, report = taken("graphml", graph(body, head))
    assert steps(document) == ["it-rusts +> close-it"]
    assert report.count("dropped", "nodes") == 1


@pytest.mark.parametrize(
    "text",
    [
        "<graphml><graph><node id='a'></graph></graphml>",
        "<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml><graph/></graphml>",
        graph("<node/>"),
        "<graphml>" + "<graph>" * 5000,
        graph("", HEAD + '<key id="d" for="graph" attr.name="speakers"/>').replace(
            "</graph>", '<data key="d">{"a"</data></graph>'
        ),
    ],
)
def test_faults_are_told(text: str) -> None:
    with pytest.raises(Malformed):
        take("graphml", Source("file", text))


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    given = give("graphml", Document.of("[a\x01b]{claim #x}\n"))
    assert "a\ufffdb" in given.files[".graphml"]
    assert given.report.count("changed", "characters") == 2  # in the text and in the claim


def test_networkx_reads_what_we_write(root: Path, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="needs networkx: pip install networkx")
    for file in sorted((root / "maps").glob("*.argmap")):
        document = Document.of(file.read_text("utf-8"))
        path = tmp_path / "map.graphml"
        path.write_text(give("graphml", document).files[".graphml"], "utf-8")
        found = networkx.read_graphml(path)
        kinds = [kind for _, kind in found.nodes(data="kind")]
        assert kinds.count("claim") == len(document.map.claims)
        assert len(kinds) - kinds.count("claim") == len(document.map.steps)
        assert found.number_of_edges() == sum(
            len(step.premises) + 1 for step in document.map.steps.values()
        )
        assert {data.get("text") for _, data in found.nodes(data=True)} >= {
            document.wording(one) for one in document.map.claims
        }
