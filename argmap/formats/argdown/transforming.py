"""Relations as Argdown's model settles them: what an argument with a structure supports or
attacks, its main conclusion does; strict mode reads relations of statements as logical ones."""

from __future__ import annotations

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
    kept = tuple(one for one in found.values() if not _redundant(one, said, found))
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


def _redundant(one: Relation, said: Argdown, found: dict[tuple[str, End, End], Relation]) -> bool:
    """An attack on an argument, of a statement that attacks one of its premises."""
    if one.kind != "attack" or one.source.type != STATEMENT or one.target.type != ARGUMENT:
        return False
    for row in said.arguments[one.target.title].rows:
        if row.member.role == PREMISE:
            premise = End(STATEMENT, row.member.title)
            if any((kind, one.source, premise) in found for kind in _AGAINST) or any(
                (kind, premise, one.source) in found for kind in _AGAINST[1:]
            ):
                return True
    return False
