"""Where the articles of several maps go."""

from __future__ import annotations

from pathlib import Path

from argmap.cli.importing import jobs


def test_no_two_maps_become_one_article(tmp_path: Path) -> None:
    names = ["ring.argdown", "ring.argdown.json", "ring.ann", "other.json", "sub/other.json"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    found = [job.out for job in jobs([str(tmp_path)])]
    assert sorted(found) == [
        "other.argmap",
        "ring.ann.argmap",
        "ring.argdown.argmap",
        "ring.argdown.json.argmap",
        "sub/other.argmap",
    ]
