"""What a map says, as plain values that can be compared, wherever it came from."""

from __future__ import annotations

from argmap.document import Document
from argmap.model.values import Step

Key = tuple[object, ...]


def facts(document: Document) -> dict[str, object]:
    """Claims, steps, speakers and front matter by name, in no order. A step is known by what it
    joins; a name that only serves to aim at it is left out. Speakers who are
    only mentioned, without a name, are left out as well."""
    found = document.map
    return {
        "claims": {
            claim.id: (
                document.wording(claim.id),
                sorted(claim.tags),
                sorted(claim.data),
                sorted(found.holders(claim.id)),
            )
            for claim in found.claims.values()
        },
        "steps": {
            joined(document, step): (
                step.scheme,
                step.weight,
                sorted(step.speakers),
                sorted(step.tags),
                sorted(step.data),
            )
            for step in found.steps.values()
        },
        "speakers": {
            one.id: (one.names, sorted(one.tags), sorted(one.data))
            for one in found.speakers.values()
            if one.names or found.holdings.get(one.id)
        },
        "front": {
            str(key): value for key, value in document.front.entries.items() if key != "argmap"
        },
    }


def joined(document: Document, step: Step) -> Key:
    """What a step joins: of an undercut also what the step it aims at joins."""
    if step.kind == "contradict":
        return ("contradict", *sorted((*step.premises, step.target)))
    chain: list[object] = [step.kind, *sorted(step.premises)]
    while step.kind == "undercut":
        step = document.map.steps[step.target]
        chain += ["of", step.kind, *sorted(step.premises)]
    if step.kind == "contradict":
        return (*chain, "and", step.target)
    return (*chain, "to", step.target)


def names(document: Document) -> dict[Key, str]:
    """The names of steps, by what they join."""
    return {joined(document, one): one.name for one in document.map.steps.values() if one.name}
