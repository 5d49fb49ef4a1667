"""What an annotated article says, counted by kind: what an export has to account for."""

from __future__ import annotations

from collections import Counter

from argmap.document import Document
from argmap.formats.ledger import Ledger

KINDS = {
    "support": "supports",
    "attack": "attacks",
    "undercut": "undercuts",
    "contradict": "contradictions",
}
MAP = frozenset({"claims", "supports", "attacks"})
"""What every map format carries."""

EVERYTHING = frozenset(
    {
        *KINDS.values(),
        "claims",
        "linked steps",
        "schemes",
        "weights",
        "step speakers",
        "step names",
        "step tags and data",
        "speakers",
        "aliases",
        "speaker tags and data",
        "holders",
        "via",
        "denials",
        "restatements",
        "marks",
        "mentions",
        "other wordings",
        "labels",
        "tags",
        "data",
        "front matter",
    }
)
BARE = EVERYTHING - {
    *("marks", "mentions", "labels", "other wordings", "restatements", "denials"),
}
"""All but what only an article has: what a map of claims and steps can say."""


def counted(document: Document) -> Counter[str]:
    """How much of each kind there is; the kinds are those of EVERYTHING."""
    found: Counter[str] = Counter()
    for claim in document.map.claims.values():
        found["claims"] += 1
        supports = any(step.kind == "support" for step in document.map.out(claim.id))
        found["tags"] += len(claim.tags)
        found["data"] += len(claim.data)
        if claim.wording and claim.in_text:
            found["other wordings"] += 1
        for said in claim.occurrences:
            found["holders"] += len(said.speakers)
            found["via"] += len(said.via)
            found["denials"] += len(said.denied)
            found["restatements"] += said.stance == "restates"
            found["marks"] += len(said.pieces) if said.in_text else 0
            found["labels"] += said.in_text and (said.label == "premise") is not supports
    for step in document.map.steps.values():
        found[KINDS[step.kind]] += 1
        found["linked steps"] += len(step.premises) > 1
        found["schemes"] += bool(step.scheme)
        found["weights"] += step.weight is not None
        found["step speakers"] += len(step.speakers)
        found["step names"] += bool(step.name)
        found["step tags and data"] += len(step.tags) + len(step.data)
    for speaker in document.map.speakers.values():
        found["speakers"] += 1
        found["aliases"] += len(speaker.names[1:])
        found["speaker tags and data"] += len(speaker.tags) + len(speaker.data)
        found["mentions"] += len(speaker.mentions)
    found["front matter"] = sum(1 for key in document.front.entries if key != "argmap")
    return +found


def account(document: Document, carries: frozenset[str], ledger: Ledger) -> None:
    """Accounts for all that the article says: what the format carries is kept, except for what
    the ledger has already; the rest is dropped."""
    for unit, count in counted(document).items():
        ledger.met(unit, count)
        if unit in carries:
            ledger.rest(unit)
        else:
            told = ledger.told(unit) + ledger.kept_of(unit)
            ledger.dropped(unit, "the format has no place for them", count=count - told)
