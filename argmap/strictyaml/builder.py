"""Puts the events of PyYAML together to a value, with a stack where PyYAML recurses."""

from __future__ import annotations

from typing import NoReturn, TypeAlias

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from argmap.limits import variable
from argmap.strictyaml.fault import YamlFault
from argmap.strictyaml.limits import Limits
from argmap.strictyaml.scalar import Scalar, Value, quoted

Collection: TypeAlias = "list[Value] | dict[Scalar, Value]"


class Builder:
    """Takes the events one by one and refuses what is not wanted as soon as it comes."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.found: Value = Scalar("", 1, 1, plain=True)
        self.documents = 0
        self.nodes = 0
        self.open: list[Collection] = []
        self.keys: list[Scalar | None] = []  # for each of `open`, the key that has no value yet

    def take(self, event: Event) -> None:
        match event:
            case ScalarEvent():
                self._check(event)
                line, column = _place(event)
                self._put(Scalar(event.value, line, column, plain=not event.style), event)
            case SequenceStartEvent() | MappingStartEvent():
                self._check(event)
                new: Collection = {} if isinstance(event, MappingStartEvent) else []
                self._put(new, event)
                self._enter(new, event)
            case SequenceEndEvent() | MappingEndEvent():
                self.open.pop()
                self.keys.pop()
            case AliasEvent():
                refuse(event, "aliases (*name) are not read", "write the value out")
            case DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    refuse(event, "one document is expected, and here begins another")

    def _check(self, event: ScalarEvent | SequenceStartEvent | MappingStartEvent) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            hint = f"{variable('entries')} raises that"
            refuse(event, f"more than {self.limits.nodes:,} entries", hint)
        if event.anchor is not None:
            refuse(event, "anchors (&name) are not read", "put the text in quotes")
        if event.tag is not None:
            refuse(event, "tags (!name) are not read", "put the text in quotes")

    def _enter(self, new: Collection, event: Event) -> None:
        self.open.append(new)
        self.keys.append(None)
        if len(self.open) > self.limits.depth:
            hint = f"{variable('yaml_depth')} raises that"
            refuse(event, f"nested more than {self.limits.depth} levels deep", hint)

    def _put(self, value: Value, event: NodeEvent) -> None:
        """Put a value where the text has it: in the innermost open collection."""
        if not self.open:
            self.found = value
            return
        inner = self.open[-1]
        if isinstance(inner, list):
            inner.append(value)
        elif (key := self.keys[-1]) is not None:
            inner[key] = value
            self.keys[-1] = None
        else:
            self.keys[-1] = _key(value, inner, event)


def _key(value: Value, inner: dict[Scalar, Value], event: Event) -> Scalar:
    if not isinstance(value, Scalar):
        refuse(event, "a key has to be a text, not a list or a mapping")
    if value == "<<" and value.plain:
        refuse(event, "merge keys (<<) are not read", "write the entries out")
    if value in inner:
        first = next(key for key in inner if key == value)
        refuse(
            event,
            f"the key {quoted(value)} stands in line {first.line} already",
            "Keep one of the two.",
        )
    return value


def refuse(event: Event, message: str, hint: str = "") -> NoReturn:
    raise YamlFault(message, *_place(event), hint)


def _place(event: Event) -> tuple[int, int]:
    """Line and column from 1; the scanner gives every event a mark, whatever its types say."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
