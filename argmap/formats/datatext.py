"""Values of YAML and JSON as texts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

Data: TypeAlias = Mapping[str, object]


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list, or the only one.

    >>> texts([" Ann", 2, ""]), texts("Ben")
    (('Ann', '2'), ('Ben',))
    """
    found = value if isinstance(value, list) else [value]
    return tuple(
        str(one).strip() for one in found if isinstance(one, str | int) and str(one).strip()
    )


def told(value: object) -> str:
    """A value as one text.

    >>> told(["a", 2]), told({"a": True})
    ('a, 2', '{"a": true}')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(one, str | int | float) for one in value):
        return ", ".join(str(one) for one in value)
    return json.dumps(value, ensure_ascii=False)
