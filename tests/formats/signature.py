"""What of a map has to come back from a format, apart from names that are made anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Set

from argmap.document import Document
from argmap.formats.aif.schemes import folded, readable
from argmap.formats.outward import flat, voiced
from argmap.model.values import Step

Signature = dict[str, "Counter[Hashable]"]


def signature(document: Document, carries: Set[str]) -> Signature:
    """Claims by their words, steps by those of their ends, and of the rest what is carried."""
    found: Signature = {"claims": Counter(), "steps": Counter()}
    for claim in document.map.claims.values():
        held = names(document, document.map.holders(claim.id)) if "holders" in carries else None
        tags = frozenset(claim.tags) if "tags" in carries else None
        found["claims"][words(document, claim.id, carries), held, tags] += 1
    for step in document.map.steps.values():
        found["steps"][shape(document, step, carries)] += 1
    if "marks" in carries:
        found["article"] = Counter([document.article])
        found["marks"] = Counter(
            (piece, words(document, claim.id, carries))
            for claim in document.map.claims.values()
            for one in voiced(document, claim)
            for piece in one.pieces
            if piece.start < piece.end
        )
        found["marks"] = Counter(dict.fromkeys(found["marks"], 1))
    return found


def words(document: Document, claim: str, carries: Set[str] = frozenset()) -> str:
    """The wording; where a format has only marks, the words in the first one."""
    if "marks" in carries and "other wordings" not in carries:
        said = voiced(document, document.map.claims[claim])
        placed = [one.words for one in said if any(p.start < p.end for p in one.pieces)]
        return placed[0] if placed else ""
    return flat(document.wording(claim)).replace("\0", "\ufffd")


def names(document: Document, who: tuple[str, ...]) -> frozenset[str]:
    return frozenset(flat(document.map.speakers[one].name) for one in who)


def shape(document: Document, step: Step, carries: Set[str]) -> Hashable:
    """A step, and the one it aims at, down to the claims."""
    path: list[Hashable] = []
    while True:
        premises = frozenset(words(document, claim, carries) for claim in step.premises)
        scheme = folded(readable(step.scheme)) if "schemes" in carries else ""
        who = names(document, document.map.arguers(step)) if "step speakers" in carries else None
        path.append((step.kind, premises, scheme, who))
        if step.kind != "undercut":
            break
        step = document.map.steps[step.target]
    if step.kind == "contradict":
        kind, premises, *rest = path.pop()  # type: ignore[misc]
        path.append((kind, premises | {words(document, step.target, carries)}, *rest))
        return tuple(path)
    return (*path, words(document, step.target, carries))
