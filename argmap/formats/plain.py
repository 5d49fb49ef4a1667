"""A map as plain data: what the YAML and JSON formats write. `schema.json` describes it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from argmap.document import Document
from argmap.model.values import Claim, Occurrence, Speaker, Step, Where

if TYPE_CHECKING:
    from argmap.evaluation.standing import Evaluation

VERSION = 1
SCHEMA = "argmap.schema.json"
DEPTH = 40
"""Deeper levels of the tree of positions are left out; `claims` and `steps` have them all."""

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
UNDER = {
    "support": "reasons",
    "attack": "objections",
    "undercut": "undercuts",
    "contradict": "contradictions",
}


def digest(text: str) -> str:
    """The SHA-256 of a text's UTF-8 bytes, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def plain(
    document: Document, *, with_source: bool = False, standing: Evaluation | None = None
) -> dict[str, Plain]:
    """All that a map says. With `with_source` also the annotated text itself, with `standing`
    also what became of each claim and step."""
    article = document.article
    found: dict[str, Plain] = {
        "argmap": VERSION,
        "front": {key: value for key, value in _front(document).items() if key != "argmap"},
        "article": {"length": len(article), "sha256": digest(article)},
        **_reader(standing),
        "positions": positions(document, standing),
        "speakers": [_speaker(one) for one in document.map.speakers.values()],
        "claims": [_claim(document, one, standing) for one in document.map.claims.values()],
        "steps": [_step(one, standing) for one in document.map.steps.values()],
        "mentions": _mentions(document),
        "text": article,
    }
    if with_source:
        found["source"] = {"sha256": digest(document.text), "text": document.text}
    return {key: value for key, value in found.items() if value != {}}


def _front(document: Document) -> dict[str, Plain]:
    def copy(value: object) -> Plain:
        if isinstance(value, Mapping):
            return {str(key): copy(one) for key, one in value.items()}
        return [copy(one) for one in value] if isinstance(value, list) else str(value)

    return {str(key): copy(value) for key, value in document.front.entries.items()}


def _kept(entries: Iterable[tuple[str, Plain]]) -> dict[str, Plain]:
    """Entries that say something."""
    return {key: value for key, value in entries if value not in ("", [], {}, None, False)}


def _speaker(one: Speaker) -> dict[str, Plain]:
    return _kept(
        [
            ("id", one.id),
            ("names", list(one.names)),
            ("tags", list(one.tags)),
            ("data", [{key: value} for key, value in one.data]),
            ("described", one.described is not None),
        ]
    )


def _mentions(document: Document) -> list[Plain]:
    """Where the article names speakers, in order of the text."""
    found: dict[Where, list[Plain]] = {}
    for speaker in document.map.speakers.values():
        for where in speaker.mentions:
            found.setdefault(where, []).append(speaker.id)
    places: list[tuple[int, int, list[Plain]]] = []
    for where, speakers in found.items():
        span = where.mark.words.shift(document.start(where.unit))
        places.append((*document.article_span(span), speakers))
    return [
        {"start": start, "end": end, "words": document.article[start:end], "speakers": speakers}
        for start, end, speakers in sorted(places, key=lambda place: place[:2])
    ]


def _reader(standing: Evaluation | None) -> dict[str, Plain]:
    """Under which policy the map was evaluated, and what was taken for given."""
    if standing is None:
        return {}
    given = standing.given
    return {
        "standing": _kept(
            [
                ("policy", str(standing.policy)),
                ("aside", list[Plain](sorted(given.aside))),
                ("granted", list[Plain](sorted(given.granted))),
            ]
        )
    }


def _claim(document: Document, one: Claim, standing: Evaluation | None) -> dict[str, Plain]:
    return _kept(
        [
            ("id", one.id),
            ("text", document.wording(one.id)),
            ("status", str(standing.statuses[one.id]) if standing else ""),
            ("implicit", not one.in_text),
            ("wording", one.wording),
            ("other_names", list(one.names)),
            ("tags", list(one.tags)),
            ("data", [{key: value} for key, value in one.data]),
            ("occurrences", [_occurrence(document, said) for said in one.occurrences]),
        ]
    )


def _occurrence(document: Document, one: Occurrence) -> dict[str, Plain]:
    spans = [document.article_span(span) for span in document.spans(one)] if one.in_text else []
    article = document.article
    pieces: list[Plain] = [
        {"start": start, "end": end, "words": article[start:end]} for start, end in spans
    ]
    return _kept(
        [
            ("stance", one.stance),
            ("label", one.label),
            ("speakers", list(one.speakers)),
            ("via", list(one.via)),
            ("denies", list(one.denied)),
            ("pieces", pieces),
            ("line", "" if one.in_text else document.words(one)),
        ]
    )


def _step(one: Step, standing: Evaluation | None) -> dict[str, Plain]:
    return _kept(
        [
            ("id", one.id),
            ("kind", one.kind),
            ("premises", list(one.premises)),
            ("target", one.target),
            ("state", standing.activity[one.id] if standing else ""),
            ("name", one.name),
            ("scheme", one.scheme),
            ("weight", one.weight if one.weight is None else float(one.weight)),
            ("speakers", list(one.speakers)),
            ("tags", list(one.tags)),
            ("data", [{key: value} for key, value in one.data]),
        ]
    )


def positions(document: Document, standing: Evaluation | None = None) -> list[Plain]:
    """The positions as a tree, each claim in full once, to a depth of `DEPTH`."""
    shown: set[str] = set()
    found = document.map
    started = [claim.id for claim in found.positions]
    every = (*started, *found.claims)  # claims that are all in a ring have no position
    return [_tree(document, root, shown, standing) for root in every if root not in shown]


def _tree(
    document: Document, root: str, shown: set[str], standing: Evaluation | None
) -> dict[str, Plain]:
    top: dict[str, Plain] = {}
    stack: list[tuple[dict[str, Plain], str, int]] = [(top, root, 0)]
    while stack:
        node, claim, depth = stack.pop()
        node["claim"] = claim
        node["text"] = document.wording(claim)
        if standing is not None:
            node["status"] = str(standing.statuses[claim])
        if held := document.map.holders(claim):
            node["held_by"] = [document.map.speakers[who].name for who in held]
        if claim in shown:
            node["see"] = "in full elsewhere"
            continue
        shown.add(claim)
        steps = document.map.onto(claim)
        if steps and depth >= DEPTH:
            node["see"] = "its reasons stand below, in steps"
            continue
        stack += reversed(
            [todo for step in steps for todo in _hang(document, node, step, claim, depth)]
        )
    return top


def _hang(
    document: Document, node: dict[str, Plain], step: Step, onto: str, depth: int
) -> list[tuple[dict[str, Plain], str, int]]:
    """Puts a step below its claim, and its undercuts below it; what is still to be filled in."""
    todo: list[tuple[dict[str, Plain], str, int]] = []
    queue: list[tuple[dict[str, Plain], Step]] = [(node, step)]
    for above, one in queue:  # grows on the way
        premises = one.premises
        if one.kind == "contradict" and onto in premises:
            premises = (one.target,)
        fresh: list[dict[str, Plain]] = [{} for _ in premises]
        todo += ((leaf, claim, depth + 1) for leaf, claim in zip(fresh, premises, strict=True))
        undercuts = document.map.onto(one.id)
        entry: dict[str, Plain] = fresh[0]
        if len(premises) > 1 or undercuts:
            key = "together" if len(premises) > 1 else "reason"
            entry = {"step": one.id, key: list(fresh)}
        siblings = above.setdefault(UNDER[one.kind], [])
        assert isinstance(siblings, list)
        siblings.append(entry)
        if depth + len(queue) < DEPTH * 2:
            queue += ((entry, undercut) for undercut in undercuts)
    return todo
