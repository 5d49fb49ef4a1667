"""YAML without surprises: a reader that takes text as text, a writer that all readers agree on."""

from __future__ import annotations

from argmap.strictyaml.ask import as_bool, as_float, as_int, as_list, as_map, as_text, is_null
from argmap.strictyaml.fault import YamlFault
from argmap.strictyaml.limits import LIMITS, Limits
from argmap.strictyaml.reader import load
from argmap.strictyaml.scalar import Scalar, Value
from argmap.strictyaml.writer import dump

__all__ = [
    "LIMITS",
    "Limits",
    "Scalar",
    "Value",
    "YamlFault",
    "as_bool",
    "as_float",
    "as_int",
    "as_list",
    "as_map",
    "as_text",
    "dump",
    "is_null",
    "load",
]
