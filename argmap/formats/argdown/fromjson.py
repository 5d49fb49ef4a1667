"""Argdown's own JSON export as the values that its text gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from argmap.formats.argdown.gathering import uses
from argmap.formats.argdown.transforming import transformed
from argmap.formats.argdown.values import (
    ARGUMENT,
    CONCLUSION,
    INFERENCE,
    NUMBERED,
    PREMISE,
    STATEMENT,
    Argdown,
    Argument,
    End,
    Fault,
    Inference,
    Member,
    Relation,
    Row,
    Section,
    Statement,
)
from argmap.formats.datatext import Data
from argmap.formats.jsontext import as_id, as_list, as_map, as_text, load, refuse

_ENDS = {
    "argument": ARGUMENT,
    "equivalence-class": STATEMENT,
    "statement": STATEMENT,
    "inference": INFERENCE,
}


class Read(NamedTuple):
    """`dangling` are relations of which an end is not in the file."""

    said: Argdown
    dangling: tuple[str, ...]


def read(text: str) -> Read:
    """What the file says. Raises Malformed, with the path of what is wrong."""
    top = as_map(load(text), "the file")
    statements = {
        title: _statement(title, as_map(value, f"statements[{title!r}]"), f"statements[{title!r}]")
        for title, value in as_map(top.get("statements", {}), "statements").items()
    }
    arguments = {
        title: _argument(title, as_map(value, f"arguments[{title!r}]"), f"arguments[{title!r}]")
        for title, value in as_map(top.get("arguments", {}), "arguments").items()
    }
    relations: list[Relation] = []
    dangling: list[str] = []
    for number, value in enumerate(as_list(top.get("relations"), "relations")):
        one = _relation(value, f"relations[{number}]")
        known = all(
            end.title in (statements if end.type == STATEMENT else arguments)
            for end in (one.source, one.target)
        )
        if known:
            relations.append(one)
        else:
            dangling.append(f"{one.source.title} {one.kind} {one.target.title}")
    sections = dict(_sections(as_list(top.get("sections"), "sections")))
    faults = tuple(_missing(arguments, statements))
    said = Argdown(statements, arguments, tuple(relations), sections, {}, faults)
    return Read(transformed(said), tuple(dangling))


def _missing(
    arguments: Mapping[str, Argument], statements: dict[str, Statement]
) -> Iterator[Fault]:
    """Statements of structures that the file does not list are added to it."""
    for argument in arguments.values():
        for row in argument.rows:
            one = row.member
            if one.title not in statements:
                statements[one.title] = Statement(
                    one.title, (one,), one.tags, one.data, one.section
                )
                yield Fault(f"statements lacks [{one.title}], a line of <{argument.title}>", 1, 1)


def _statement(title: str, value: Mapping[str, object], path: str) -> Statement:
    members = [
        _member(one, title, f"{path}.members[{number}]")
        for number, one in enumerate(as_list(value.get("members"), f"{path}.members"))
    ]
    tags, data = _tags(value, path), _data(value, path)
    section = as_text(value.get("section"), f"{path}.section")
    known = tuple(members) or (Member(title, reference=True),)
    return Statement(title, known, tags, data, section, NUMBERED.match(title) is not None)


def _argument(title: str, value: Mapping[str, object], path: str) -> Argument:
    members = tuple(
        _member(one, title, f"{path}.members[{number}]")
        for number, one in enumerate(as_list(value.get("members"), f"{path}.members"))
    )
    rows = tuple(
        _row(one, f"{path}.pcs[{number}]")
        for number, one in enumerate(as_list(value.get("pcs"), f"{path}.pcs"))
    )
    tags, data = _tags(value, path), _data(value, path)
    section = as_text(value.get("section"), f"{path}.section")
    return Argument(title, members, tags, data, section, rows, NUMBERED.match(title) is not None)


def _row(value: object, path: str) -> Row:
    member = _member(value, "", path)
    raw = as_map(value, path).get("inference")
    if raw is None:
        return Row(member._replace(role=PREMISE))
    found = as_map(raw, f"{path}.inference")
    rules = tuple(
        as_text(one, f"{path}.inference.inferenceRules")
        for one in as_list(found.get("inferenceRules"), f"{path}.inference.inferenceRules")
    )
    inference = Inference(tuple(filter(None, rules)), _data(found, f"{path}.inference"))
    return Row(member._replace(role=CONCLUSION), uses(inference, member.data))


def _member(value: object, title: str, path: str) -> Member:
    found = as_map(value, path)
    text = as_text(found.get("text"), f"{path}.text")
    ranges = [
        as_map(one, f"{path}.ranges[{number}]")
        for number, one in enumerate(as_list(found.get("ranges"), f"{path}.ranges"))
    ]
    links = (as_text(one.get("url"), f"{path}.ranges") for one in ranges if one.get("url"))
    line, column = found.get("startLine"), found.get("startColumn")
    return Member(
        title or as_id(found.get("title"), f"{path}.title"),
        " ".join(text.split()),
        _wording(text, ranges),
        found.get("isReference") is True,
        "",
        found.get("role") == "top-level-statement",
        _tags(found, path),
        _data(found, path),
        tuple(dict.fromkeys(links)),
        as_text(found.get("section"), f"{path}.section"),
        line if isinstance(line, int) else 0,
        column if isinstance(column, int) else 0,
    )


def _wording(text: str, ranges: list[dict[str, object]]) -> str:
    """The text without the tags before and after the words."""
    tags = [(one.get("start"), one.get("stop")) for one in ranges if one.get("type") == "tag"]
    places = sorted((a, b + 1) for a, b in tags if isinstance(a, int) and isinstance(b, int))
    start, end = 0, len(text)
    units = text.encode("utf-16-le", "surrogatepass")

    def between(a: int, b: int) -> str:
        return units[2 * max(0, a) : 2 * max(0, b)].decode("utf-16-le", "replace")

    end = len(units) // 2
    for a, b in places:
        if not between(start, a).strip():
            start = b
    for a, b in reversed(places):
        if a >= start and not between(b, end).strip():
            end = a
    return " ".join(between(start, end).split())


def _tags(value: Mapping[str, object], path: str) -> tuple[str, ...]:
    found = (as_text(one, f"{path}.tags") for one in as_list(value.get("tags"), f"{path}.tags"))
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in found))


def _data(value: Mapping[str, object], path: str) -> Data:
    data = value.get("data")
    if data is None or isinstance(data, str):
        return {}
    return {key: _plain(one) for key, one in as_map(data, f"{path}.data").items()}


def _plain(value: object) -> object:
    """Values as YAML gives them: booleans and numbers as texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return [one if isinstance(one, list | dict) else str(one) for one in value]
    return value if isinstance(value, str | dict) else "" if value is None else str(value)


def _relation(value: object, path: str) -> Relation:
    found = as_map(value, path)
    ends = []
    for side in ("from", "to"):
        kind = as_text(found.get(f"{side}Type"), f"{path}.{side}Type")
        if kind not in _ENDS:
            refuse(f"`{kind}` is no type of an end", f"{path}.{side}Type", ", ".join(_ENDS))
        row = found.get("conclusionIndex")
        number = row if _ENDS[kind] == INFERENCE and isinstance(row, int) else -1
        ends.append(End(_ENDS[kind], as_id(found.get(side), f"{path}.{side}"), number))
    kind = as_text(found.get("relationType"), f"{path}.relationType")
    return Relation(kind, ends[0], ends[1])


def _sections(top: list[object]) -> Iterator[tuple[str, Section]]:
    """All sections, each before those below it."""
    todo = [(one, "", f"sections[{number}]") for number, one in enumerate(top)][::-1]
    seen: set[str] = set()
    while todo:
        value, parent, path = todo.pop()
        found = as_map(value, path)
        name = as_id(found.get("id"), f"{path}.id")
        if name in seen:
            refuse(f"the id `{name}` stands for another section already", f"{path}.id")
        seen.add(name)
        level = found.get("level")
        title = " ".join(as_text(found.get("title"), f"{path}.title").split())
        number = level if isinstance(level, int) else 1
        yield name, Section(name, number, title, parent, _tags(found, path), _data(found, path))
        children = as_list(found.get("children"), f"{path}.children")
        todo += [(one, name, f"{path}.children[{n}]") for n, one in enumerate(children)][::-1]
