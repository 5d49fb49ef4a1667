"""Tables of claims and of relations, for spreadsheets and statistics. `csv` and `tsv` write them.

A relation is a premise of a step: a step of three linked premises has three rows with its id.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from argmap.document import Document
from argmap.formats.counting import EVERYTHING
from argmap.model.values import Claim, Step

CARRIES = (
    EVERYTHING
    - {"marks", "mentions", "restatements", "front matter"}
    - {
        "speaker tags and data",
        "other wordings",
    }
)
CLAIMS = (
    "id", "text", "speakers", "via", "denies", "label", "position", "in_text", "start", "end",
    "heading", "tags", "data",
)  # fmt: skip
RELATIONS = (
    "step", "name", "kind", "premise", "target", "target_kind", "root", "linked", "scheme",
    "weight", "speakers", "tags", "data",
)  # fmt: skip
JOIN = "; "


def files(document: Document, suffix: str, delimiter: str) -> dict[str, str]:
    """The claims' table by the suffix, and the relations' one by `.relations` and the suffix."""
    return {
        suffix: _table(CLAIMS, claims(document), delimiter),
        f".relations{suffix}": _table(RELATIONS, relations(document), delimiter),
    }


def claims(document: Document) -> Iterator[tuple[object, ...]]:
    """A row for each claim: `start` and `end` are of its first place in the article."""
    positions = {claim.id for claim in document.map.positions}
    for claim in document.map.claims.values():
        start, end, heading = _place(document, claim)
        said = claim.occurrences
        labels = dict.fromkeys(one.label for one in said if one.in_text)
        yield (
            claim.id,
            document.wording(claim.id),
            _people(document, document.map.holders(claim.id)),
            _people(document, dict.fromkeys(who for one in said for who in one.via)),
            JOIN.join(dict.fromkeys(name for one in said for name in one.denied)),
            JOIN.join(labels),
            _yes(claim.id in positions),
            _yes(claim.in_text),
            start,
            end,
            heading,
            JOIN.join(claim.tags),
            _pairs(claim.data),
        )


def relations(document: Document) -> Iterator[tuple[object, ...]]:
    """A row for each premise of each step."""
    for step in document.map.steps.values():
        yield from _rows(document, step)


def _rows(document: Document, step: Step) -> Iterator[tuple[object, ...]]:
    for premise in step.premises:
        yield (
            step.id,
            step.name,
            step.kind,
            premise,
            step.target,
            "step" if step.kind == "undercut" else "claim",
            step.root,
            _yes(len(step.premises) > 1),
            step.scheme,
            "" if step.weight is None else f"{step.weight:g}",
            _people(document, step.speakers),
            JOIN.join(step.tags),
            _pairs(step.data),
        )


def _place(document: Document, claim: Claim) -> tuple[object, object, str]:
    said = next((one for one in claim.occurrences if one.in_text), None)
    if said is None:
        return "", "", ""
    span = document.spans(said)[0]
    heading = document.heading(span.start)
    start, end = document.article_span(span)
    return start, end, heading.title if heading else ""


def _people(document: Document, ids: Iterable[str]) -> str:
    return JOIN.join(document.map.speakers[who].name for who in ids)


def _pairs(data: Iterable[tuple[str, str]]) -> str:
    return JOIN.join(f"{key}={value}" for key, value in data)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]], delimiter: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()
