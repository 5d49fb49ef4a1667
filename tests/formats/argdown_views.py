"""What the suites of Argdown compare: plain text made from what is read."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.argdown.values import ARGUMENT, Argdown, Argument, Data, End, Member, Statement
from argmap.formats.datatext import told


def statements(said: Argdown) -> Iterator[str]:
    """Statements and arguments: the wording, what else is written under the title (→: a
    reference), tags, data, links; an argument's structure below it."""
    for statement in said.statements.values():
        yield f"[{statement.title}] {_members(statement)}"
    for argument in said.arguments.values():
        yield f"<{argument.title}> {_members(argument)}".rstrip()
        for number, row in enumerate(argument.rows, 1):
            if row.inference:
                rules = " " + ", ".join(row.inference.rules) + _data(row.inference.data)
                yield "  --" + rules.rstrip()
            yield f"  {number} [{row.member.title}]"


def _members(one: Statement | Argument) -> str:
    members = [*one.members]
    if isinstance(one, Statement):
        members = [one.canonical, *(other for other in members if other is not one.canonical)]
    told = dict.fromkeys(_words(member) for member in members)
    tags = "".join(f" #{tag}" for tag in one.tags)
    links = "".join(f" ({link})" for member in members for link in member.links)
    return " | ".join(told) + tags + _data(one.data) + links


def _words(member: Member) -> str:
    return "→" if member.reference else member.wording


def _data(data: Data) -> str:
    pairs = ", ".join(f"{key}={told(value)}" for key, value in data.items())
    return f" {{{pairs}}}" if pairs else ""


def relations(said: Argdown) -> Iterator[str]:
    for one in said.relations:
        yield f"{_end(one.source)} {one.kind} {_end(one.target)}"


def _end(end: End) -> str:
    if end.row >= 0:
        return f"<{end.title}> {end.row + 1}"
    return f"<{end.title}>" if end.type == ARGUMENT else f"[{end.title}]"


def sections(said: Argdown) -> Iterator[str]:
    for section in said.sections.values():
        inside = [f"[{one.title}]" for one in said.statements.values() if one.section == section.id]
        inside += [f"<{one.title}>" for one in said.arguments.values() if one.section == section.id]
        head = f"{section.id} {section.level} {section.title}{_data(section.data)}"
        yield f"{head}: {' '.join(inside)}"


def front(said: Argdown) -> Iterator[str]:
    for key, value in said.front.items():
        yield f"{key}={told(value)}"


def faults(said: Argdown) -> Iterator[str]:
    for fault in said.faults:
        hint = f" ({fault.hint})" if fault.hint else ""
        yield f"{fault.line}:{fault.column} {fault.message}{hint}"


VIEWS = {
    "statements": statements,
    "relations": relations,
    "sections": sections,
    "front": front,
    "faults": faults,
}
