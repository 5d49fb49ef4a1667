"""The form of a journal: one event a line, with its length and a checksum.

The checksum of a line covers all lines before it too, so that a line that is missing, doubled
or out of order is found as surely as one that is torn. Reading ends at the first bad line.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any, NamedTuple

from argmap.history import Edits, Event
from argmap.text import Span, TextEdit

VERSION = 1
_HEAD = 18  # two numbers of eight hexadecimal digits, each with a blank


class Header(NamedTuple):
    """The first line: whose journal it is. `since` is seconds since 1970."""

    path: str
    bom: bool
    pid: int
    host: str
    since: float
    version: int = VERSION


class Lines(NamedTuple):
    """The good lines of a journal, how many bytes they have, and the last checksum."""

    payloads: list[bytes]
    length: int
    checksum: int
    damaged: bool


def line(payload: bytes, checksum: int) -> tuple[bytes, int]:
    """A payload as a line, given the checksum of the line before; and its own checksum."""
    new = zlib.crc32(payload, checksum)
    return b"%08x %08x %s\n" % (len(payload), new, payload), new


def parsed(data: bytes) -> Lines:
    """The lines up to the first bad one."""
    payloads: list[bytes] = []
    at = checksum = 0
    while at < len(data):
        head = data[at : at + _HEAD]
        try:
            size, expected = int(head[:8], 16), int(head[9:17], 16)
        except ValueError:
            break
        end = at + _HEAD + size
        payload = data[at + _HEAD : end]
        made, new = line(payload, checksum)
        if new != expected or data[at : end + 1] != made:
            break
        payloads.append(payload)
        at, checksum = end + 1, new
    return Lines(payloads, at, checksum, at < len(data))


def lines(payloads: Iterable[bytes], checksum: int = 0) -> tuple[bytes, int]:
    """Payloads as lines, and the last checksum."""
    made: list[bytes] = []
    for payload in payloads:
        written, checksum = line(payload, checksum)
        made.append(written)
    return b"".join(made), checksum


def dump_header(header: Header) -> bytes:
    return _json({"argmap": "journal", **header._asdict()})


def load_header(payload: bytes) -> Header | None:
    """The header, None where that is none. One of a later version is known by its number."""
    found = _object(payload)
    if found.pop("argmap", None) != "journal":
        return None
    known = {name: found[name] for name in Header._fields if name in found}
    try:
        return Header(**known)
    except TypeError:
        return None


def dump(event: Event) -> bytes:
    every = zip(Event._fields[1:], event[1:], _DEFAULTS, strict=True)
    told: dict[str, Any] = {"do": event.do}
    told.update((name, value) for name, value, default in every if value != default)
    if event.there:
        told["there"] = [[[*span, text] for span, text in edits] for edits in event.there]
    return _json(told)


_DEFAULTS = tuple(Event._field_defaults[name] for name in Event._fields[1:])


def load(payload: bytes) -> Event | None:
    """The event of a line, None where it is none."""
    found = _object(payload)
    try:
        if "there" in found:
            found["there"] = tuple(_edits(edits) for edits in found["there"])
        return Event(**found)
    except (TypeError, ValueError):
        return None


def _edits(edits: Any) -> Edits:
    return tuple(TextEdit(Span(int(start), int(end)), str(text)) for start, end, text in edits)


def _json(value: object) -> bytes:
    # Escaped, so that half a character (a lone surrogate) comes back as it was.
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _object(payload: bytes) -> dict[str, Any]:
    try:
        found = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
