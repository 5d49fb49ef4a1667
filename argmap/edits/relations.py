"""Steps made and taken away: support, attack, undercut, link, contradict."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.document import Document
from argmap.edits.changed import only, wanted
from argmap.edits.clarity import clarified, clear, loose, told_apart
from argmap.edits.dangling import swept
from argmap.edits.errors import CannotEdit
from argmap.edits.heads import added, named_head, removed
from argmap.edits.mapblock import line_added, line_removed
from argmap.model.values import Claim, Step, Where
from argmap.syntax.head import Attribute
from argmap.text import TextEdit, arrange

SIGNS = {"support": "+", "attack": "-", "undercut": "_", "link": "&"}
ARROWS = {"support": "+>", "attack": "->", "undercut": "_>", "contradict": "><"}


def relate(document: Document, kind: str, premise: str, target: str) -> tuple[TextEdit, ...]:
    """Makes `premise` (a claim's id) a reason for or against `target`: a claim's id, for an
    undercut or a link a step's. `restate`: both are one claim from now on, by two names.

    It is written in the premise's own mark where that changes nothing else; else as a map line.
    """
    claim = _claim(document, premise)
    edits: list[TextEdit] = []
    if kind in ("undercut", "link"):
        ways = _step_names(document, target)
    else:
        if _claim(document, target).id == claim.id:
            raise CannotEdit("a claim cannot be a reason for or against itself")
        ways = [id_written(document, target, edits)]
    if kind == "restate":
        one = _restated(document, claim, ways[0], edits)
        apart = told_apart(document, claim.id, target)
        return swept(document, clear(document, [*edits, *apart, one]))
    if _exists(document, kind, claim.id, target):
        raise CannotEdit("this relation is there already")
    change = wanted(document, kind, claim.id, target)
    for name in ways:
        parts = _parts_named(document, name) if kind in ("undercut", "link") else []
        for written in _written(document, kind, claim, name, [*edits, *parts]):
            for wish in (written, [*written, *clarified(document, claim.id)]):
                after = document.edit(arrange(wish))
                if after.article != document.article or loose(document, after):
                    continue
                if only(document, after, change):
                    return arrange(wish)
    raise CannotEdit(
        "this step cannot be told from others that way", "Give the step a name, then undercut that."
    )


def _parts_named(document: Document, name: str) -> list[TextEdit]:
    """Writes the ids of the claims that a step is named by, as in `rust>close`."""
    edits: list[TextEdit] = []
    for part in name.split(">"):
        if part in document.map.claims:
            id_written(document, part, edits)
    return edits


def _claim(document: Document, name: str) -> Claim:
    found = document.map.claims.get(name)
    if found is None:
        raise CannotEdit(f"no claim has the id `{name}`")
    return found


def id_written(document: Document, target: str, edits: list[TextEdit]) -> str:
    """The id of a claim, which is written into its mark where it was made of its words."""
    claim = document.map.claims[target]
    if claim.generated:
        edit = named_head(document, claim.occurrences[0].where, claim.id)
        if all(edit.text.strip() not in one.text.split() for one in edits):
            edits.append(edit)
    return claim.id


def name(document: Document, claim: str) -> tuple[TextEdit, ...]:
    """Writes the id of a claim into its mark, where it was made of its words."""
    edits: list[TextEdit] = []
    id_written(document, claim, edits)
    return tuple(edits)


def _step_names(document: Document, target: str) -> list[str]:
    """Ways to write which step is meant, the shortest first."""
    step = document.map.steps.get(target)
    if step is None:
        raise CannotEdit(f"there is no step `{target}`")
    if step.name:
        return [step.name]
    above = document.map.steps.get(step.target)
    end = above.premises[0] if above else step.target
    return [*step.premises, *(f"{premise}>{end}" for premise in step.premises)]


def _exists(document: Document, kind: str, premise: str, target: str) -> bool:
    if kind == "link":
        return premise in document.map.steps[target].premises
    return any(
        one.kind == kind and premise in {*one.premises, one.target}
        for one in document.map.onto(target)
        if one.target == target or one.kind == "contradict"
    )


def _written(
    document: Document, kind: str, claim: Claim, name: str, edits: list[TextEdit]
) -> Iterator[list[TextEdit]]:
    """The ways to write a relation, each with the edits that it needs."""
    own = next((one.where for one in claim.occurrences if one.in_text), None)
    if kind == "link" and own is None:
        own = claim.occurrences[0].where
    if own is not None and kind != "contradict":
        yield _merged(added(document, own, SIGNS[kind] + name), edits)
    if kind != "link":
        edits = [*edits]
        premise = id_written(document, claim.id, edits)
        line = f"#{premise} {ARROWS[kind]} #{name.replace('>', '>#')}"
        yield [line_added(document, line), *edits]


def _restated(document: Document, claim: Claim, name: str, edits: list[TextEdit]) -> TextEdit:
    own = next((one.where for one in claim.occurrences if one.in_text), None)
    if own is not None and not own.mark.name:  # a milestone with `=` would give its id to nothing
        return added(document, own, f"={name}")
    return line_added(document, f"#{id_written(document, claim.id, edits)} = #{name}")


def _merged(edit: TextEdit, edits: list[TextEdit]) -> list[TextEdit]:
    """The edits, with one insertion where two come to the same place."""
    for other in edits:
        if other.span == edit.span:
            both = TextEdit(edit.span, other.text + " " + edit.text.lstrip())
            return [both, *(one for one in edits if one is not other)]
    return [edit, *edits]


def unrelate(document: Document, step: str, *, dangling: str = "drop") -> tuple[TextEdit, ...]:
    """Takes a step away wherever it is written; its claims stay. Undercuts of it go too, or
    with `dangling="refuse"` CannotEdit is raised."""
    found = document.map.steps.get(step)
    if found is None:
        raise CannotEdit(f"there is no step `{step}`")
    edits: list[TextEdit] = []
    for where in found.written:
        if where.in_text:
            edits += removed(document, where, lambda one: _writes(document, found, one))
        else:
            edits += _line_out(document, where, found)
    after = swept(document, arrange(edits), refuse=dangling == "refuse")
    if step in document.edit(after).map.steps:
        raise CannotEdit("this step is written in a way that cannot be taken out alone",
                         "Change it in the source.")  # fmt: skip
    return after


def _writes(document: Document, step: Step, attribute: Attribute) -> bool:
    same = document.map.same
    sign, name = attribute.sign, same.get(attribute.name, attribute.name)
    if sign == "&":
        to = same.get(attribute.to, attribute.to)
        return name in step.premises and to in ("", step.target)
    if step.kind == "undercut":
        above = document.map.steps[step.target]
        return sign == "_" and name in {*above.premises, above.name}
    if step.kind == "contradict":
        return sign == "!" and name in {*step.premises, step.target}
    return sign == SIGNS[step.kind] and name == step.target


def _line_out(document: Document, where: Where, step: Step) -> list[TextEdit]:
    line = where.unit.lines[where.index][1]
    if line.form == "relation":
        return [TextEdit(line_removed(document, where), "")]
    lines = where.unit.lines
    after = where.index + 1
    deeper = after < len(lines) and len(lines[after][1].indent) > len(line.indent)
    if line.form == "claim" or line.text_span is not None or deeper:
        out = removed(document, where, lambda one: _writes(document, step, one))
        if out:
            return out
        raise CannotEdit(
            "this relation is a bullet with words or bullets of its own",
            "Delete the claim, or move the bullet in the source.",
        )
    return [TextEdit(line_removed(document, where), "")]
