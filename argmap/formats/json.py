"""JSON: the same content as the YAML, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from argmap.document import Document
from argmap.formats.plain import plain

if TYPE_CHECKING:
    from argmap.evaluation.standing import Evaluation

SUFFIXES = (".json",)
OPTIONS = ("with_source", "standing")


def dump(
    document: Document, *, with_source: bool = False, standing: Evaluation | None = None
) -> str:
    """ASCII only, so that any reader takes it for the same text."""
    return json.dumps(plain(document, with_source=with_source, standing=standing), indent=2) + "\n"


def load(text: str, *, source: bool = False) -> str:
    """The annotated article that a JSON map describes. Raises YamlFault, as for YAML."""
    from argmap.formats.building import build
    from argmap.strictyaml import YamlFault

    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        raise YamlFault(f"this is not JSON: {error.msg}", error.lineno, error.colno) from None
    except RecursionError:
        raise YamlFault("this JSON is nested too deeply", 1, 1) from None
    return build(_texts(found), source=source)


def _texts(value: object) -> object:
    """Booleans as the words they are written in, as the reader of YAML gives them."""
    stack: list[object] = [value]
    while stack:
        one = stack.pop()
        items = (
            one.items()
            if isinstance(one, dict)
            else enumerate(one)
            if isinstance(one, list)
            else ()
        )
        for key, inner in list(items):
            if isinstance(inner, bool) or inner is None:
                one[key] = {True: "true", False: "false", None: "null"}[inner]  # type: ignore[index]
            else:
                stack.append(inner)
    return value
