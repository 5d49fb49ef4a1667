"""The YAML in Argdown: data in braces, and the front matter between lines of equals signs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from argmap.formats.argdown.values import Fault
from argmap.formats.datatext import Data
from argmap.strictyaml import YamlFault, load

_FRONT = re.compile(r"(?P<open>={3,})(?P<yaml>.*?)(?P<close>={3,})[ \t]*", re.DOTALL)
_BEFORE = re.compile(r"(?:\s+|//[^\r\n]*)*")
_BLOCK = re.compile(r"\{[ \t]*(?:\r\n|\r|\n)")


class Read(NamedTuple):
    """`fault` counts lines and columns from the start of the source given."""

    data: Data
    fault: Fault | None = None


def in_braces(source: str) -> Read:
    """The data of `{…}`, which is YAML itself; where a line end follows the brace, the YAML
    is what stands inside."""
    block = _BLOCK.match(source)
    if not block:
        return _load(source, 0)
    return _load("\n" + source[block.end() :].rstrip().removesuffix("}").rstrip(), 0)


class Front(NamedTuple):
    """Front matter, and where it ends; 0 where there is none."""

    data: Data
    end: int = 0
    fault: Fault | None = None


def front(source: str) -> Front:
    before = _BEFORE.match(source)
    found = _FRONT.match(source, before.end() if before else 0)
    if not found:
        return Front({})
    line = len(re.findall(r"\r\n|\r|\n", source[: found.start("yaml")]))
    read = _load(found["yaml"], line)
    return Front(read.data, found.end(), read.fault)


def _load(source: str, lines: int) -> Read:
    try:
        found = load(source)
    except YamlFault as fault:
        what = f"this data is not read: {fault.message}"
        return Read({}, Fault(what, fault.line + lines, max(1, fault.column), fault.hint))
    if isinstance(found, Mapping):
        return Read({str(key): value for key, value in found.items()})
    if found == "":
        return Read({})
    hint = "write {key: value}"
    return Read({}, Fault("this data has no keys, so it says nothing", 1 + lines, 1, hint))
