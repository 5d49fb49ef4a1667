"""Relations as Argdown's model settles them: what an argument with a structure supports or
attacks, its main conclusion does; strict mode reads relations of statements as logical ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from argmap.formats.argdown.values import (
    ARGUMENT,
    INFERENCE,
    PREMISE,
    STATEMENT,
    Argdown,
    End,
    Relation,
)

STRICT = {"support": "entails", "attack": "contrary"}
_AGAINST = ("attack", "contradictory", "contrary")


def transformed(said: Argdown) -> Argdown:
    found: dict[tuple[str, End, End], Relation] = {}
    strict = is_strict(said)
    for one in said.relations:
        source, target = _source(one.source, said), _target(one, said)
        kind = one.kind
        if strict and source.type == target.type == STATEMENT:
            kind = STRICT.get(kind, kind)
        if source == target and one.source != one.target:
            continue  # an argument for its own conclusion
        mirrored = kind in ("contrary", "contradictory") and (kind, target, source) in found
        if not mirrored:
            found.setdefault((kind, source, target), Relation(kind, source, target, one.line))
    redundant = _redundant(said, found)
    kept = tuple(one for one in found.values() if not redundant(one))
    return said._replace(relations=kept)


def is_strict(said: Argdown) -> bool:
    model = said.front.get("model")
    return isinstance(model, dict) and model.get("mode") == "strict"


def _source(end: End, said: Argdown) -> End:
    rows = said.arguments[end.title].rows if end.type == ARGUMENT else ()
    return End(STATEMENT, rows[-1].member.title) if rows and rows[-1].inference else end


def _target(one: Relation, said: Argdown) -> End:
    end = one.target
    rows = said.arguments[end.title].rows if end.type == ARGUMENT else ()
    if one.kind == "undercut" and rows and rows[-1].inference:
        return End(INFERENCE, end.title, len(rows) - 1)
    return end


def _redundant(said: Argdown, found: Iterable[tuple[str, End, End]]) -> Callable[[Relation], bool]:
    """Tells an attack on an argument by a statement that attacks one of its premises."""
    rivals: defaultdict[str, set[str]] = defaultdict(set)
    for kind, source, target in found:
        if kind in _AGAINST and source.type == target.type == STATEMENT:
            rivals[source.title].add(target.title)
            if kind != "attack":
                rivals[target.title].add(source.title)
    premises: dict[str, set[str]] = {}

    def redundant(one: Relation) -> bool:
        if one.kind != "attack" or one.source.type != STATEMENT or one.target.type != ARGUMENT:
            return False
        title = one.target.title
        if title not in premises:
            rows = said.arguments[title].rows
            premises[title] = {row.member.title for row in rows if row.member.role == PREMISE}
        return not premises[title].isdisjoint(rivals[one.source.title])

    return redundant
