"""Large maps in columns by depth: no box stands on another, and Graphviz draws it at once."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.cli import main
from argmap.document import Document
from argmap.formats import depths, dot
from argmap.formats.dot import Look
from argmap.render import draw

TREES = st.lists(st.tuples(st.integers(0, 1_000), st.integers(10, 90)), min_size=1, max_size=60)


@given(TREES)
def test_no_box_stands_on_another(tree: list[tuple[int, int]]) -> None:
    """Each box hangs from an earlier one, or from none."""
    below: dict[str, list[str]] = {str(number): [] for number in range(len(tree))}
    roots = []
    for number, (above, _) in enumerate(tree):
        hangs = number and above % (number + 1)
        (below[str(above % (number + 1) - 1)] if hangs else roots).append(str(number))
    found = depths.places(roots, below, lambda name: tree[int(name)][1])
    assert found.keys() == below.keys()
    columns: dict[int, list[tuple[float, float]]] = {}
    for name, (column, down) in found.items():
        half = tree[int(name)][1] / 2
        columns.setdefault(column, []).append((down - half, down + half))
        assert all(found[child].column == column + 1 for child in below[name])
    for spans in columns.values():
        ends = sorted(spans)
        assert ends[0][0] >= 0
        assert all(one[1] < two[0] for one, two in pairwise(ends))


def test_what_hangs_where() -> None:
    document = Document.of(
        "#a: A.\n  + B {#b}\n    _ U {#u}\n  - C {#c}\n\n#b & #d +> #e\n#d: D.\n\n#e: E.\n\n"
        "#r +> #s\n#s +> #r\n#r: R.\n\n#s: S.\n\n#x >< #a\n#x: X.\n"
    )
    roots, below = depths.hung(document.map)
    assert sorted(below) == sorted(document.map.claims)
    assert below["a"] == ["b", "c", "u", "x"] or set(below["a"]) >= {"b", "c"}
    assert roots[0] == "a"
    assert len(roots) + sum(map(len, below.values())) == len(below)
    assert {"r", "s"} <= {*roots, *below["r"], *below["s"]}


def wide(count: int) -> str:
    lines = [f"#c{number}: Claim {number}." for number in range(count)]
    lines += [f"#c{number} +> #c{number // 3}" for number in range(1, count)]
    return "\n".join(lines) + "\n"


def test_a_wide_map_is_drawn_in_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "wide.argmap"
    file.write_text(wide(600))
    assert main(["export", str(file), "-o", str(tmp_path / "wide.svg")]) == 0
    assert "in columns by depth" in capsys.readouterr().err
    drawn = (tmp_path / "wide.svg").read_text()
    assert drawn.count('class="node"') == 601
    width, height = map(int, re.findall(r'(?:width|height)="(\d+)pt"', drawn)[:2])
    assert width / height > 1 / 12  # a single tree with 400 leaves

    file.write_text("".join(f"#c{number}: Claim {number}.\n" for number in range(600)))
    assert main(["export", str(file), "-o", str(tmp_path / "loose.svg")]) == 0
    drawn = (tmp_path / "loose.svg").read_text()
    width, height = map(int, re.findall(r'(?:width|height)="(\d+)pt"', drawn)[:2])
    assert 1 < width / height < 2.5


def test_what_can_be_read_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "small.argmap"
    file.write_text(wide(20))
    assert main(["export", str(file), "-f", "dot"]) == 0
    out, err = capsys.readouterr()
    assert "pos=" not in out
    assert "columns" not in err
    file.write_text(wide(200))
    assert main(["export", str(file), "-f", "dot", "--direction", "LR"]) == 0
    assert "pos=" not in capsys.readouterr().out


def test_deep_maps_too() -> None:
    lines = [f"#c{n}: Claim {n}.\n#c{n} +> #c{n - 1}\n" for n in range(1, 3_000)]
    document = Document.of("#c0: Claim 0.\n\n" + "\n".join(lines))
    source = dot.dump(document, Look(columns=True))
    assert f'pos="{2_999 * dot.COLUMN}' in source
    assert b"</svg>" in draw(dot.dump(Document.of(wide(40)), Look(columns=True)), "svg")
