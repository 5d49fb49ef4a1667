"""arggraph and AML, and XML that is meant to do harm."""

from __future__ import annotations

import pytest
from reading import steps, taken

from argmap.formats.malformed import Malformed
from argmap.formats.xmltext import DEPTH


def arggraph(edges: str, *, implicit: str = "") -> str:
    edus = "".join(
        f'<edu id="e{n}"{implicit if n == 3 else ""}><![CDATA[{words}]]></edu>'
        for n, words in enumerate(("Alpha holds,", "beta too;", "gamma as well."), 1)
    )
    adus = '<adu id="a1" type="pro"/><adu id="a2" type="opp"/><adu id="a3" type="pro"/>'
    seg = "".join(f'<edge id="s{n}" src="e{n}" trg="a{n}" type="seg"/>' for n in (1, 2, 3))
    parts = [one.split() for one in edges.split(",") if one]
    rest = "".join(f'<edge id="{a}" src="{b}" trg="{c}" type="{d}"/>' for a, b, c, d in parts)
    return f'<arggraph id="x">{edus}{adus}{seg}{rest}</arggraph>'


EDGES = {
    "c1 a2 a1 sup": ["beta-too +> alpha-holds"],
    "c1 a2 a1 reb": ["beta-too -> alpha-holds"],
    "c2 a3 c1 und,c1 a2 a1 sup": [
        "beta-too +> alpha-holds",
        "gamma-as-well _> beta-too+>alpha-holds",
    ],
    "c2 a3 c1 add,c1 a2 a1 sup": ["beta-too & gamma-as-well +> alpha-holds"],
    "c1 a2 a1 what": [],
}


@pytest.mark.parametrize("edges", EDGES)
def test_edges_become_steps_in_any_order(edges: str) -> None:
    document, report = taken("arggraph", arggraph(edges))
    assert document.article == "Alpha holds, beta too; gamma as well."
    assert steps(document) == EDGES[edges]
    assert report.lossless is bool(EDGES[edges])


def test_a_joint_is_one_mark() -> None:
    joined = (
        arggraph("")
        .replace('src="e2" trg="a2"', 'src="e2" trg="j1"')
        .replace('src="e3" trg="a3"', 'src="e3" trg="j1"')
    )
    joined = joined.replace("<adu", '<joint id="j1"/><adu', 1).replace(
        "</arggraph>", '<edge id="s9" src="j1" trg="a2" type="seg"/></arggraph>'
    )
    document, report = taken("arggraph", joined)
    assert "[beta too; gamma as well.]{claim #beta-too-gamma @opponent}" in document.text
    assert report.kept["joints"] == 1


def test_an_implicit_unit_is_not_in_the_text() -> None:
    document, _ = taken("arggraph", arggraph("", implicit=' implicit="true"'))
    assert document.article == "Alpha holds, beta too;"
    assert document.map.claims["gamma-as-well"].tags == ("implicit",)


AML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE ARG SYSTEM "argument.dtd">
<ARG><?Araucaria UTF-8?><SCHEMESET><SCHEME><NAME>Sign</NAME></SCHEME></SCHEMESET>
<TEXT>Close it, it rusts.</TEXT>
<AU><PROP identifier="A" missing="no"><PROPTEXT offset="0">Close it</PROPTEXT>
<OWNER name="Ann"/><INSCHEME scheme="Argument from Sign" schid="0"/></PROP>
<CA><AU><PROP identifier="B" missing="no"><PROPTEXT offset="3">it rusts</PROPTEXT>
<INSCHEME scheme="Argument from Sign" schid="0"/></PROP>
<LA><AU><PROP identifier="C" missing="yes"><PROPTEXT offset="-1">Rust is seen</PROPTEXT></PROP></AU>
<AU><PROP identifier="D" missing="no"><PROPTEXT offset="99">nowhere</PROPTEXT></PROP></AU></LA>
</AU></CA></AU></ARG>"""


def test_aml() -> None:
    document, report = taken("aml", AML)
    assert document.text.startswith(
        "[Close it]{claim #close-it @ann}, [it rusts]{premise #it-rusts}."
    )
    assert steps(document) == ["it-rusts +> close-it", "rust-is-seen & nowhere +> it-rusts"]
    assert next(iter(document.map.steps.values())).scheme == "argument-from-sign"
    assert document.map.claims["rust-is-seen"].tags == ("implicit",)
    assert report.count("changed", "places") == report.count("dropped", "places") == 1


BOMB = '<!DOCTYPE ARG [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><ARG><TEXT>&b;</TEXT></ARG>'
REMOTE = '<!DOCTYPE ARG [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><ARG/>'
LOCAL = '<!DOCTYPE ARG [<!ENTITY f SYSTEM "file:///etc/passwd">]><ARG><TEXT>&f;</TEXT></ARG>'
HOSTILE = {
    BOMB: "declares entities",
    REMOTE: "declares entities",
    LOCAL: "declares entities",
    "<ARG>" + "<AU>" * (DEPTH + 1): "nested more than",
    "<ARG><AU></ARG>": "not well-formed XML: mismatched tag",
    "<ARG>&nbsp;</ARG>": "not well-formed XML: undefined entity",
    "<ARG><AU/></ARG>": "has no <PROP>",
    "<other/>": "should begin with <ARG>",
    "<ARG": "not well-formed XML",
}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_xml_is_refused(text: str) -> None:
    with pytest.raises(Malformed, match=HOSTILE[text]) as told:
        taken("aml", text)
    assert told.value.line


def test_a_deep_tree_is_read() -> None:
    unit = '<AU><PROP identifier="A" missing="no"><PROPTEXT offset="-1">words</PROPTEXT></PROP>'
    deep = DEPTH // 2 - 2
    document, _ = taken(
        "aml", "<ARG>" + f"{unit}<CA>" * deep + f"{unit}</AU>" + "</CA></AU>" * deep + "</ARG>"
    )
    assert len(document.map.claims) == deep + 1


DOUBLED = """<arggraph id="x"><edu id="e1">One.</edu><edu id="{0}">Two.</edu>
<adu id="a1" type="pro"/><adu id="{1}" type="pro"/>
<edge id="s1" src="e1" trg="a1" type="seg"/>
<edge id="{2}" src="a2" trg="a1" type="sup"/></arggraph>"""


@pytest.mark.parametrize("ids", [("e1", "a2", "s2"), ("e2", "a1", "s2"), ("e2", "a2", "s1")])
def test_an_id_that_is_given_twice_is_refused(ids: tuple[str, str, str]) -> None:
    with pytest.raises(Malformed, match="is given twice"):
        taken("arggraph", DOUBLED.format(*ids))
