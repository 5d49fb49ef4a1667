"""Formats that maps are written in, and read from where the format allows.

A format is a module of this package with `SUFFIXES` and `dump(document) -> str`; those that
can be read have `load(text) -> str` as well, which gives the annotated article. They are found
by name and imported when used.
"""

from __future__ import annotations

import importlib
from types import ModuleType

SUFFIXES = {
    "yaml": (".yaml", ".yml"),
    "json": (".json",),
    "dot": (".dot", ".gv"),
    "mermaid": (".mmd", ".mermaid"),
    "markdown": (".md", ".markdown"),
}
"""The formats of text; a test holds them against what the modules say."""

PICTURES = ("svg", "png", "pdf")


def by_name(name: str) -> ModuleType:
    """The module of a format. KeyError where there is none."""
    if name not in SUFFIXES:
        raise KeyError(name)
    return importlib.import_module(f"argmap.formats.{name}")


def by_suffix(path: str) -> str:
    """The name of the format that a file's suffix stands for; empty where none does."""
    lower = path.lower()
    for name, suffixes in SUFFIXES.items():
        if lower.endswith(suffixes):
            return name
    return next((name for name in PICTURES if lower.endswith(f".{name}")), "")
