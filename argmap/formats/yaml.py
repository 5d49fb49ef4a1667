"""YAML for people: the map as a tree of positions, then all claims and steps with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.formats.plain import SCHEMA, plain
from argmap.strictyaml import dump as write

if TYPE_CHECKING:
    from argmap.evaluation.standing import Evaluation

SUFFIXES = (".yaml", ".yml")
OPTIONS = ("with_source", "standing")


def dump(
    document: Document, *, with_source: bool = False, standing: Evaluation | None = None
) -> str:
    """The same text each time; `yaml.safe_load` reads it."""
    lines = (f"# yaml-language-server: $schema={SCHEMA}", "# `argmap schema` prints that schema.")
    head = "".join(f"{line}\n" for line in lines)
    return head + write(plain(document, with_source=with_source, standing=standing))


def load(text: str, *, source: bool = False) -> str:
    """The annotated article that a YAML map describes. Raises YamlFault."""
    from argmap.formats.building import build
    from argmap.strictyaml import load as read

    return build(read(text), source=source)
