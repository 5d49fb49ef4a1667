"""Plain data read with care: each entry asked to be what it should be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, cast

from argmap.strictyaml import YamlFault, as_float, as_int, as_list, as_map, as_text
from argmap.syntax import names
from argmap.syntax.head import quoted
from argmap.syntax.reading import MEANT
from argmap.text import Span

ARROWS = {"support": "+>", "attack": "->", "undercut": "_>", "contradict": "><"}
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """An occurrence: `pieces` in the article, or a map `line`; `alias` is the other name of the
    claim under which it is said, where that is known."""

    stance: str
    label: str
    speakers: tuple[str, ...]
    via: tuple[str, ...]
    denies: tuple[str, ...]
    pieces: tuple[Span, ...]
    line: str
    alias: str = ""


@dataclass(frozen=True)
class Stated:
    """A claim."""

    id: str
    wording: str = ""
    other_names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    data: Pairs = ()
    occurrences: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Person:
    """A speaker."""

    id: str
    names: tuple[str, ...]
    tags: tuple[str, ...]
    data: Pairs
    described: bool


@dataclass(frozen=True)
class Mentioned:
    span: Span
    speakers: tuple[str, ...]


@dataclass(frozen=True)
class Argued:
    """A step."""

    id: str
    kind: str
    premises: tuple[str, ...]
    target: str
    name: str
    about: str


@dataclass(frozen=True)
class Described:
    """All that plain data says."""

    text: str
    front: Mapping[str, object]
    people: tuple[Person, ...]
    mentions: tuple[Mentioned, ...]
    claims: tuple[Stated, ...]
    steps: tuple[Argued, ...]
    by_id: Mapping[str, Argued] = field(default_factory=dict)

    def line_of(self, step: Argued) -> str:
        """The map line of a step."""
        premises = " & ".join(f"#{name}" for name in step.premises)
        target = f"#{step.target}"
        if step.kind == "undercut":
            above = self.by_id[step.target]
            target = self._step(above)
        head = " ".join(
            ([f"#{step.name}"] if step.name else []) + ([step.about] if step.about else [])
        )
        return f"{premises} {ARROWS[step.kind]} {target}" + (f" {{{head}}}" if head else "")

    def _step(self, step: Argued) -> str:
        if step.name:
            return f"#{step.name}"
        premises = " & ".join(f"#{name}" for name in step.premises)
        if step.kind == "undercut":
            above = self.by_id[step.target]
            return f"#{step.premises[0]}>#{above.premises[0]}"
        return f"({premises} {ARROWS[step.kind]} #{step.target})"


def read(found: object) -> Described:
    """Raises YamlFault at the entry that is missing or wrong."""
    top = _map(found, "the map")
    if "argmap" not in top:
        _refuse(found, "this is no map of argmap: the entry `argmap` is missing")
    if as_int(top["argmap"], "argmap") != 1:
        _refuse(top["argmap"], "this is a map of a newer argmap; this one reads version 1")
    if "text" not in top:
        _refuse(found, "the article's `text` is missing")
    text = as_text(top["text"], "text")
    steps = tuple(_step(one) for one in _list(top, "steps"))
    by_id = {step.id: step for step in steps}
    for step, raw in zip(steps, _list(top, "steps"), strict=True):
        if step.kind == "undercut" and step.target not in by_id:
            _refuse(raw, f"no step has the id `{step.target}`")
    front = top.get("front", {})
    return Described(
        text,
        {str(key): value for key, value in _map(front, "front").items()} if front else {},
        tuple(_person(one) for one in _list(top, "speakers")),
        tuple(_mention(one, text) for one in _list(top, "mentions")),
        tuple(_claim(one, text) for one in _list(top, "claims")),
        steps,
        by_id,
    )


def _claim(value: object, text: str) -> Stated:
    entry = _map(value, "a claim")
    return Stated(
        _name(entry, "id"),
        _text(entry, "wording"),
        _names(entry, "other_names"),
        _names(entry, "tags"),
        _pairs(entry, MEANT),
        tuple(_said(one, text) for one in _list(entry, "occurrences")),
    )


def _said(value: object, text: str) -> Said:
    entry = _map(value, "an occurrence")
    stance = _text(entry, "stance")
    if stance not in ("asserts", "restates", "denies", "defines"):
        _refuse(value, f"`{stance}` is no stance", "asserts, restates, denies or defines")
    label = _text(entry, "label")
    if label not in ("", "claim", "premise"):
        _refuse(value, f"`{label}` is no label", "claim or premise")
    line = _text(entry, "line")
    if "\n" in line or "\r" in line:
        _refuse(entry["line"], "a `line` has no line ends")
    return Said(
        stance,
        label,
        _names(entry, "speakers"),
        _names(entry, "via"),
        _names(entry, "denies"),
        tuple(_span(one, text) for one in _list(entry, "pieces")),
        line,
    )


def _person(value: object) -> Person:
    entry = _map(value, "a speaker")
    called = tuple(as_text(one, "a name") for one in _list(entry, "names"))
    described = entry.get("described", "false") == "true"
    return Person(_name(entry, "id"), called, _names(entry, "tags"), _pairs(entry), described)


def _mention(value: object, text: str) -> Mentioned:
    entry = _map(value, "a mention")
    speakers = _names(entry, "speakers")
    if not speakers:
        _refuse(value, "a mention needs `speakers`")
    return Mentioned(_span(value, text), speakers)


def _step(value: object) -> Argued:
    entry = _map(value, "a step")
    kind = _text(entry, "kind")
    if kind not in ARROWS:
        _refuse(value, f"`{kind}` is no kind of step", ", ".join(ARROWS))
    premises = _names(entry, "premises")
    if not premises:
        _refuse(value, "a step needs `premises`")
    weight = as_float(entry["weight"], "weight") if "weight" in entry else None
    if weight is not None and not 0 <= weight <= 1:
        _refuse(entry["weight"], f"the weight {weight:g} is not from 0 to 1")
    head = about(
        _names(entry, "speakers"),
        _names(entry, "tags"),
        _text(entry, "scheme"),
        weight,
        _pairs(entry, MEANT),
    )
    name = _text(entry, "name")
    target = _text(entry, "target") if kind == "undercut" else _name(entry, "target")
    return Argued(_text(entry, "id"), kind, premises, target, name, head)


def about(
    speakers: Iterable[str], tags: Iterable[str], scheme: str, weight: float | None, data: Pairs
) -> str:
    """What the head of a step says of it, but its name."""
    words = [f"@{who}" for who in speakers]
    words += (f".{tag}" for tag in tags)
    words += [f"scheme={quoted(scheme)}"] if scheme else []
    words += [f"weight={weight:g}"] if weight is not None else []
    words += (f"{key}={quoted(one)}" for key, one in data)
    return " ".join(words)


def _span(value: object, text: str) -> Span:
    entry = _map(value, "a place")
    for key in ("start", "end"):
        if key not in entry:
            _refuse(value, f"a place needs `{key}`")
    start, end = as_int(entry["start"], "start"), as_int(entry["end"], "end")
    if not 0 <= start <= end <= len(text):
        _refuse(entry["start"], f"{start} to {end} is no range of the text, which has {len(text)}")
    words = _text(entry, "words")
    if words and text[start:end] != words:
        _refuse(entry["words"], f"the text has other words from {start} to {end}")
    return Span(start, end)


def _map(value: object, what: str) -> Mapping[str, object]:
    return cast("Mapping[str, object]", as_map(value, what))


def _list(entry: Mapping[str, object], key: str) -> Sequence[object]:
    return as_list(entry[key], key) if key in entry else ()


def _text(entry: Mapping[str, object], key: str) -> str:
    return str(as_text(entry[key], key)) if key in entry else ""


def _name(entry: Mapping[str, object], key: str) -> str:
    if key not in entry:
        _refuse(entry, f"`{key}` is missing")
    return _legal(as_text(entry[key], key))


def _names(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(_legal(as_text(one, key)) for one in _list(entry, key))


def _legal(name: str) -> str:
    wrong = names.fault(name)
    if wrong:
        _refuse(name, f"`{name[:60]}` cannot be a name: {wrong}")
    return names.normal(name)


def _pairs(entry: Mapping[str, object], meant: Collection[str] = ()) -> Pairs:
    found = tuple(_pair(one) for one in _list(entry, "data"))
    for key, _ in found:
        if key in meant:
            _refuse(entry["data"], f"`{key}` means something else in a head, and is no data")
    return found


def _pair(one: object) -> tuple[str, str]:
    items: Iterator[tuple[object, object]] = iter(_map(one, "data").items())
    key, value = next(items, ("", ""))
    return _legal(str(key)), str(as_text(value, "data"))


def _refuse(value: object, message: str, hint: str = "") -> NoReturn:
    from argmap.strictyaml.scalar import place

    line, column = place(value)
    raise YamlFault(message, max(1, line), max(1, column), hint)
