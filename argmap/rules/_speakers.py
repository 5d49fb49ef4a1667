"""Where the heads of a text name speakers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from argmap.diagnostic import Fix
from argmap.document import Document
from argmap.rules import _spots as spots
from argmap.syntax.head import Attribute
from argmap.syntax.units import speaker_names
from argmap.text import Span, TextEdit


def uses(document: Document, names: frozenset[str]) -> Mapping[str, list[Span]]:
    """Each of these speakers that is named in heads, with the attributes that do so, in order."""
    found: dict[str, list[Span]] = {}
    for unit in sorted(document.map.speaking(names), key=document.position):
        for where in spots.heads(unit):
            for attribute in where.head.attributes:
                for name in names.intersection(_names(attribute)):
                    place = spots.of_attribute(document, where, attribute)
                    found.setdefault(name, []).append(place)
    return found


def _names(attribute: Attribute) -> Iterable[str]:
    if attribute.sign == "@":
        return (attribute.name,)
    if attribute.sign == "key" and attribute.name in ("via", "of"):
        return speaker_names(attribute.value)
    return ()


def renamed(text: str, places: Iterable[Span], old: str, new: str) -> tuple[Fix, ...]:
    """A fix that writes the new name wherever the old one is written as `@old`."""
    edits = tuple(TextEdit(place, f"@{new}") for place in places if place.of(text) == f"@{old}")
    return (Fix(f"write `@{new}`", edits),) if edits else ()
