"""The picture formats: every claim and step is there, and no text breaks out of its label."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from texts import texts

from argmap.document import Document
from argmap.formats import dot, markdown, mermaid
from argmap.formats.dot import Look
from argmap.render import Failed, Missing, draw

HOSTILE = '#a: " \\N \\" ]; } // <b> &amp; /* \x1b[31m\n#b: x\n#b +> #a\n'
STEPS = "#x -> #a\n#a >< #x\n#b & #x +> #a\n#c: C\n"
STEPS += "#c _> (#b & #x +> #a)\n#d: D\n#d -> #c {scheme=sign}\n"
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@given(texts())
def test_every_claim_has_a_box(text: str) -> None:
    document = Document.of(text)
    source = dot.dump(document)
    for number in range(len(document.map.claims)):
        assert source.count(f"\n  c{number} [label=") == 1
    assert '"' not in STRING.sub("", source)
    assert dot.dump(Document.of(text)) == source


@given(texts())
def test_mermaid_and_markdown_have_every_claim(text: str) -> None:
    document = Document.of(text)
    for number in range(len(document.map.claims)):
        assert f'\n  c{number}["' in mermaid.dump(document)
    assert markdown.dump(document).count("\n") >= len(document.map.positions)


THREE = "#a: A\n#b: B\n#c: C\n"
CASES = {
    "a reason is an edge": (THREE + "#b +> #a\n", ["c1 -> c0"]),
    "linked premises meet": (THREE + "#b & #c +> #a\n", ["c1 -> s0", "c2 -> s0", "s0 -> c0"]),
    "an undercut needs a step": (THREE + "#b +> #a\n#c _> #b\n", ["c1 -> s0", "c2 -> s0"]),
    "what is not in the text is dashed": (THREE + "\n[d]{#d}\n", ['style="rounded,filled,dashed"']),
    "but where nothing is in the text": (
        THREE,
        ['c0 [label="A", tooltip="a", fillcolor="#ffffff"];'],
    ),
}


@pytest.mark.parametrize("what", CASES)
def test_dot(what: str) -> None:
    text, expected = CASES[what]
    source = dot.dump(Document.of(text))
    for line in expected:
        assert line in source


@pytest.mark.parametrize("group", ["none", "heading", "speaker"])
@pytest.mark.parametrize("color", ["speaker", "kind", "tag", "none"])
def test_graphviz_reads_it(group: str, color: str) -> None:
    document = Document.of(f"# One\n\n[x]{{claim #x .t @s}}\n\n{HOSTILE}{STEPS}")
    source = dot.dump(document, Look(color_by=color, group=group, direction="LR"))
    try:
        drawn = draw(source, "svg").decode()
    except Missing:
        pytest.skip("Graphviz is not here, neither as a program nor as the extra `pictures`")
    assert "\\N" in drawn
    assert "&amp;amp;" in drawn
    assert "<script" not in drawn


def test_a_broken_graph_is_said() -> None:
    try:
        with pytest.raises(Failed):
            draw("digraph {", "svg")
    except Missing:
        pytest.skip("Graphviz is not here")


def test_without_graphviz_it_says_how_to_get_it() -> None:
    code = (
        "import argmap.render\n"
        "from argmap.render import draw, Missing\n"
        "argmap.render.find_spec = lambda name: None\n"
        "try: draw('digraph {}', 'svg')\n"
        "except Missing as missing: print(missing)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PATH": ""}, check=True
    )
    assert "pip install 'argmap[pictures]'" in done.stdout


def test_drawing_writes_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        draw("digraph { a }", "svg")
    except Missing:
        pytest.skip("Graphviz is not here")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("direction", dot.DIRECTIONS)
def test_unconnected_parts_stand_on_shelves_of_a_page(direction: str) -> None:
    text = "".join(f"#a{n}: A position.\n#b{n}: A reason.\n#b{n} +> #a{n}\n" for n in range(40))
    document = Document.of(text + "".join(f"#c{n}: Alone.\n" for n in range(20)))
    try:
        drawn = draw(dot.dump(document, Look(direction=direction)), "svg").decode()
    except Missing:
        pytest.skip("Graphviz is not here")
    size = re.search(r'<svg width="(\d+)pt" height="(\d+)pt"', drawn)
    assert size
    assert 0.6 < int(size[1]) / int(size[2]) < 3


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for Graphviz")
def test_a_graphviz_that_starts_slowly_gets_all_of_a_large_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "dot"
    slow.write_text("#!/bin/sh\nsleep 0.5\ncat\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    source = "graph { a }" * 100_000
    assert draw(source, "svg") == source.encode()
