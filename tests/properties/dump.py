"""All that a Document says, as plain data: two Documents with equal dumps are equal."""

from __future__ import annotations

from argmap import rules
from argmap.document import Document


def dump(document: Document) -> dict[str, object]:
    found = document.map
    return {
        "text": document.text,
        "cells": [[(c.kind, c.source) for c in unit.cells] for unit in document.units],
        "article": document.article,
        "faults": document.diagnostics,
        "headings": document.headings,
        "unrooted": found.unrooted,
        "circles": set(found.circles),
        "named": found.named,
        "rules": rules.check(document),
        "claims": [
            (
                claim.id,
                claim.generated,
                claim.wording,
                claim.tags,
                claim.data,
                claim.names,
                [
                    (
                        o.stance,
                        o.speakers,
                        o.via,
                        o.label,
                        o.denied,
                        document.spans(o),
                        document.words(o),
                    )
                    for o in claim.occurrences
                ],
            )
            for claim in found.claims.values()
        ],
        "steps": [
            (
                s.id,
                s.kind,
                s.premises,
                s.target,
                s.root,
                s.name,
                s.scheme,
                s.weight,
                s.speakers,
                s.data,
            )
            for s in found.steps.values()
        ],
        "speakers": [
            (s.id, s.names, s.data, s.tags, [document.span(w) for w in s.mentions])
            for s in found.speakers.values()
        ],
    }
