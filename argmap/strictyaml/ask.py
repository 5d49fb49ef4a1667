"""Asking a value that was read to be what is needed. Each raises YamlFault if it is not.

`what` names the entry in the message, as in "weight should be a number, not 'high'".
"""

from __future__ import annotations

import math
import re
from typing import NoReturn, cast

from argmap.strictyaml.fault import YamlFault
from argmap.strictyaml.scalar import Scalar, Value, place, quoted

# Longer ones are no numbers that anybody means, and Python refuses the longest.
_INT = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,4})?")


def as_text(value: object, what: str) -> str:
    return value if isinstance(value, str) else _refuse(value, what, "text")


def as_int(value: object, what: str) -> int:
    """A whole number, in decimal digits."""
    if isinstance(value, str) and _INT.fullmatch(value):
        return int(value)
    return _refuse(value, what, "a whole number")


def as_float(value: object, what: str) -> float:
    """A finite number."""
    if isinstance(value, str) and _FLOAT.fullmatch(value) and math.isfinite(float(value)):
        return float(value)
    return _refuse(value, what, "a number")


def as_bool(value: object, what: str) -> bool:
    if value in ("true", "false"):
        return value == "true"
    return _refuse(value, what, "true or false")


def as_list(value: object, what: str) -> list[Value]:
    return cast("list[Value]", value) if isinstance(value, list) else _refuse(value, what, "a list")


def as_map(value: object, what: str) -> dict[Scalar, Value]:
    if isinstance(value, dict):
        return cast("dict[Scalar, Value]", value)
    return _refuse(value, what, "a mapping of keys to values")


def is_null(value: object) -> bool:
    """Whether nothing stands there, or an unquoted `null` or `~`."""
    return isinstance(value, Scalar) and value.plain and value in ("", "~", "null")


def _refuse(value: object, what: str, wanted: str) -> NoReturn:
    raise YamlFault(f"{what} should be {wanted}, not {_shown(value)}", *place(value))


def _shown(value: object) -> str:
    if isinstance(value, str):
        return quoted(value) if value else "empty"
    return "a list" if isinstance(value, list) else "a mapping"
