"""JSON of other tools: parsed within bounds, and asked with the path of what is wrong."""

from __future__ import annotations

import json
from typing import NoReturn

from argmap.formats.malformed import Malformed


def load(text: str) -> object:
    """The value of a JSON text; numbers too large for a machine become texts. Raises Malformed."""
    body = text.removeprefix("\ufeff")
    try:
        return json.loads(body, parse_constant=_constant)
    except json.JSONDecodeError as error:
        raise Malformed(f"this is not JSON: {error.msg}", error.lineno, error.colno) from None
    except RecursionError:
        raise Malformed("this JSON is nested too deeply", 1, 1) from None
    except ValueError:  # an integer of more than 4,300 digits
        return json.loads(body, parse_int=str, parse_constant=_constant)


def _constant(word: str) -> NoReturn:
    raise Malformed(f"this is not JSON: {word} is no number of it", hint="write null")


def as_list(value: object, path: str) -> list[object]:
    """A list; null is an empty one, as some tools write it."""
    if value is None:
        return []
    if not isinstance(value, list):
        refuse(f"here should be a list, not {_kind(value)}", path)
    return value


def as_map(value: object, path: str) -> dict[str, object]:
    if not isinstance(value, dict):
        refuse(f"here should be an object {{…}}, not {_kind(value)}", path)
    return value


def as_text(value: object, path: str) -> str:
    """A text, or a number as one; null is empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse(f"here should be a text, not {_kind(value)}", path)
    return str(value)


def as_id(value: object, path: str) -> str:
    """An id: a text or a whole number; both are compared as texts."""
    if value is None or value == "" or isinstance(value, float):
        refuse("here should be an id", path)
    return as_text(value, path)


def refuse(message: str, path: str, hint: str = "") -> NoReturn:
    raise Malformed(message, path=path, hint=hint)


def _kind(value: object) -> str:
    if isinstance(value, str):
        return "a text"
    if isinstance(value, bool):
        return "true or false"
    if value is None:
        return "null"
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return "a number"
