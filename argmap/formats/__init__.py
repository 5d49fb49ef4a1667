"""Formats that maps are written in, and read from where the format allows.

A format is a module of this package, or one that an entry point of the group `argmap.formats`
names. They are found by name and imported when used; `README.md` says what a module offers.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import NamedTuple


class Known(NamedTuple):
    """What is known of a format without importing it. `companion` is the suffix of a file that
    belongs to each of its files."""

    suffixes: tuple[str, ...]
    reads: bool = False
    writes: bool = True
    companion: str = ""


FORMATS = {
    "yaml": Known((".yaml", ".yml"), reads=True),
    "json": Known((".json",), reads=True),
    "dot": Known((".dot", ".gv")),
    "mermaid": Known((".mmd", ".mermaid")),
    "aif": Known((".aif.json", ".aif"), reads=True, companion=".txt"),
    "xaif": Known((".xaif.json", ".ova3.json", ".xaif"), reads=True),
    "ova2": Known((".ova2.json",), reads=True, writes=False),
    "brat": Known((".ann",), reads=True, companion=".txt"),
    "arggraph": Known((".arggraph.xml", ".arggraph"), reads=True, companion=".txt"),
    "aml": Known((".aml",), reads=True, writes=False),
    "sadface": Known((".sadface.json", ".sadface"), reads=True),
    "arguebuf": Known((".arguebuf.json", ".arguebuf"), reads=True, writes=False),
    "webannotation": Known((".jsonld",)),
    "markdown": Known((".md", ".markdown")),
    "html": Known((".html", ".htm")),
    "af": Known((".af",), reads=True),
    "tgf": Known((".tgf",), reads=True),
    "apx": Known((".apx",), reads=True),
    "argdown": Known((".argdown", ".ad", ".adown"), reads=True),
    "argdown-json": Known((".argdown.json",), reads=True, writes=False),
    "kialo": Known((".kialo.txt", ".kialo"), reads=True),
    "graphml": Known((".graphml",), reads=True),
    "mindmup": Known((".mup",), reads=True, writes=False),
    "argview": Known((".argview.yaml", ".argview.yml", ".argview"), reads=True, writes=False),
    "csv": Known((".csv",)),
    "tsv": Known((".tsv",)),
    "pandoc": Known((".pandoc.md", ".pandoc")),
    "carneades": Known((".carneades.yml", ".carneades.yaml", ".carneades"), reads=True),
}
"""The formats of text; a test holds them against what the modules say."""

PICTURES = ("svg", "png", "pdf")
GROUP = "argmap.formats"


def by_name(name: str) -> ModuleType:
    """The module of a format. KeyError where there is none."""
    if name in FORMATS:
        return importlib.import_module(f"argmap.formats.{name.replace('-', '_')}")
    from importlib.metadata import entry_points

    for found in entry_points(group=GROUP, name=name):
        module = found.load()
        assert isinstance(module, ModuleType)
        return module
    raise KeyError(name)


def plugged() -> tuple[str, ...]:
    """The names of the formats that other packages bring."""
    from importlib.metadata import entry_points

    return tuple(sorted({found.name for found in entry_points(group=GROUP)}))


def by_suffix(path: str) -> str:
    """The name of the format that a file's suffix stands for; empty where none does."""
    lower = path.lower()
    known = [(suffix, name) for name, one in FORMATS.items() for suffix in one.suffixes]
    known += [(f".{name}", name) for name in PICTURES]
    # `.aif.json` before `.json`.
    fitting = [(len(suffix), name) for suffix, name in known if lower.endswith(suffix)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else ""
